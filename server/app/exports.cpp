#include "server/app/exports.hpp"

#include <algorithm>
#include <functional>
#include <vector>

#include "protocol/codec.hpp"
#include "protocol/topics/agenda.hpp"
#include "protocol/topics/documents.hpp"
#include "protocol/topics/meeting.hpp"
#include "protocol/topics/registration.hpp"
#include "server/catalogue/collation.hpp"
#include "server/catalogue/language.hpp"
#include "server/office/csv.hpp"
#include "server/office/paper.hpp"

namespace dais::app {
namespace {

using protocol::error_code;
using protocol::json;
namespace topics = protocol::topics;
using rows = std::vector<std::vector<std::string>>;

/// The source's states as structs, and the reader's texts.
struct reading {
  export_request const& what;
  export_source const& from;
  topics::meeting meeting;
  std::vector<std::string> languages;

  template <class State>
  State state(std::string const& topic) const {
    auto read = protocol::decode<State>(from.topics.at(topic));
    return read ? std::move(*read) : State{};
  }
  template <std::size_t Max>
  std::string text(protocol::localized<Max> const& in) const {
    return std::string(catalogue::pick(in, what.language.value, languages).text);
  }
  office::masthead head() const {
    auto const& d = meeting.details;
    return {what.language.value, text(d.name), d.opens, d.closes, text(d.venue), d.time_zone.value, from.now};
  }
};

office::agenda_item item_of(reading const& by, topics::agenda const& agenda, protocol::item_id const& id) {
  auto const& item = agenda.items.at(id);
  office::agenda_item out{item.number.value, by.text(item.title), static_cast<office::item_state>(item.state), {}};
  for (auto const& each : agenda.order)
    if (agenda.items.at(each).parent == id) out.children.push_back(item_of(by, agenda, each));
  return out;
}

std::vector<std::string> numbers_of(topics::agenda const& agenda, std::vector<protocol::item_id> const& items) {
  std::vector<std::string> out;
  for (auto const& each : items)
    if (auto const found = agenda.items.find(each); found != agenda.items.end())
      out.push_back(found->second.number.value);
  return out;
}

std::string joined(std::vector<std::string> const& words) {
  std::string out;
  for (auto const& each : words) out += (out.empty() ? "" : ", ") + each;
  return out;
}

office::agenda_paper agenda_paper(reading const& by) {
  auto const agenda = by.state<topics::agenda>("agenda");
  office::agenda_paper out{by.head(), {}, {}};
  for (auto const& each : agenda.order)
    if (!agenda.items.at(each).parent) out.items.push_back(item_of(by, agenda, each));
  for (auto const& [id, each] : agenda.sessions)
    out.sessions.push_back({each.starts, each.ends, by.text(each.title), numbers_of(agenda, each.items)});
  std::ranges::sort(out.sessions, {}, &office::work_session::starts);
  return out;
}

rows agenda_rows(reading const& by) {
  auto const agenda = by.state<topics::agenda>("agenda");
  rows out{{"number", "title", "state", "opened", "closed"}};
  for (auto const& each : agenda.order) {
    auto const& item = agenda.items.at(each);
    out.push_back({item.number.value, by.text(item.title), protocol::encode(item.state).get<std::string>(),
                   item.opened ? protocol::to_string(*item.opened) : "",
                   item.closed ? protocol::to_string(*item.closed) : ""});
  }
  return out;
}

struct listed_delegation {
  protocol::delegation_id id;
  std::string name;
  protocol::category_id category;
  topics::delegation_participants people;
};

std::vector<listed_delegation> delegations(reading const& by) {
  std::vector<listed_delegation> out;
  for (auto const& [id, each] : by.state<topics::participants>("participants").delegations)
    out.push_back(
        {id, by.text(each.name), each.category, by.state<topics::delegation_participants>("participants/" + id.value)});
  std::ranges::sort(
      out, {}, [&](listed_delegation const& each) { return catalogue::sort_key(by.what.language.value, each.name); });
  return out;
}

office::participants_paper participants_paper(reading const& by) {
  office::participants_paper out{by.head(), {}};
  auto categories = by.meeting.details.categories.items;
  std::ranges::sort(categories, {}, [](auto const& each) { return std::pair(each.order, each.id); });
  auto const all = delegations(by);
  for (auto const& category : categories) {
    office::delegation_group group{by.text(category.name), {}};
    for (auto const& each : all) {
      if (each.category != category.id) continue;
      office::delegation printed{each.name, {}};
      for (auto const& id : each.people.order) {
        auto const& person = each.people.members.at(id);
        if (!person.name) continue;
        office::participant line;
        line.name = person.name_latin ? person.name_latin->value : person.name->value;
        line.original = person.name_latin ? person.name->value : "";
        line.title = person.title ? person.title->value : "";
        line.function = person.function ? person.function->value : "";
        line.rank = static_cast<office::member_rank>(person.category);
        printed.members.push_back(std::move(line));
      }
      group.delegations.push_back(std::move(printed));
    }
    if (!group.delegations.empty()) out.groups.push_back(std::move(group));
  }
  return out;
}

rows participants_rows(reading const& by) {
  rows out{{"delegation", "delegation_name", "category", "name", "name_latin", "title", "function", "place"}};
  for (auto const& each : delegations(by))
    for (auto const& id : each.people.order) {
      auto const& person = each.people.members.at(id);
      auto const value = [](auto const& field) { return field ? field->value : std::string(); };
      out.push_back({each.id.value, each.name, each.category.value, value(person.name), value(person.name_latin),
                     value(person.title), value(person.function),
                     protocol::encode(person.category).get<std::string>()});
    }
  return out;
}

/// Published documents by symbol, then title.
std::vector<topics::document> published(reading const& by) {
  std::vector<topics::document> out;
  for (auto const& [id, each] : by.state<topics::documents>("documents").documents)
    if (each.state == protocol::document_state::published && each.current) out.push_back(each);
  std::ranges::sort(out, {}, [&](topics::document const& each) {
    return std::pair(each.current->symbol ? "0" + catalogue::sort_key("en", each.current->symbol->value) : "1",
                     by.text(each.details.title));
  });
  return out;
}

std::vector<std::string> languages_of(topics::document const& of) {
  std::vector<std::string> out;
  for (auto const& [language, file] : of.current->files) out.push_back(language.value);
  return out;
}

office::document_list_paper documents_paper(reading const& by) {
  auto const agenda = by.state<topics::agenda>("agenda");
  office::document_list_paper out{by.head(), {}};
  for (auto const& each : published(by))
    out.documents.push_back({each.current->symbol ? each.current->symbol->value : "", by.text(each.details.title),
                             numbers_of(agenda, each.details.items.items), languages_of(each)});
  return out;
}

rows documents_rows(reading const& by) {
  auto const agenda = by.state<topics::agenda>("agenda");
  rows out{{"symbol", "title", "kind", "items", "languages", "revision", "published"}};
  for (auto const& each : published(by))
    out.push_back({each.current->symbol ? each.current->symbol->value : "", by.text(each.details.title),
                   each.details.kind.value, joined(numbers_of(agenda, each.details.items.items)),
                   joined(languages_of(each)), std::to_string(each.current->number),
                   each.current->published ? protocol::to_string(*each.current->published) : ""});
  return out;
}

struct content_kind {
  std::string_view name;
  office::pdf (*pdf)(reading const&);
  rows (*table)(reading const&);
};
constexpr content_kind kinds[] = {
    {"agenda", [](reading const& by) { return office::print(agenda_paper(by)); }, agenda_rows},
    {"participants", [](reading const& by) { return office::print(participants_paper(by)); }, participants_rows},
    {"documents", [](reading const& by) { return office::print(documents_paper(by)); }, documents_rows},
};

/// The rows as a list of objects, keyed by the first row.
std::string as_json(rows const& table) {
  json out = json::array();
  for (std::size_t i = 1; i < table.size(); ++i) {
    json row = json::object();
    for (std::size_t k = 0; k < table[i].size(); ++k) row[table[0][k]] = table[i][k];
    out.push_back(std::move(row));
  }
  return out.dump(2) + "\n";
}

}  // namespace

protocol::result<export_request> read_export(std::string_view file, std::string language) {
  auto const dot = file.rfind('.');
  std::string const name(file.substr(0, dot)), format(dot == file.npos ? "" : file.substr(dot + 1));
  if (std::ranges::find(kinds, name, &content_kind::name) == std::end(kinds))
    return protocol::reject(error_code::not_found, "",
                            "There is no such export; there are agenda, participants and documents.");
  if (format != "pdf" && format != "csv" && format != "json")
    return protocol::reject(error_code::wrong_format, "/format", "Ask for .pdf, .csv or .json.");
  if (language.empty()) language = "en";
  if (!protocol::valid_language(language))
    return protocol::reject(error_code::bad_language, "/lang", "Give a language tag such as \"fr\".");
  return export_request{name, format, {std::move(language)}};
}

protocol::result<exported> make_export(export_request const& what, export_source const& from) {
  auto meeting = protocol::decode<topics::meeting>(from.topics.at("meeting"));
  if (!meeting) return std::unexpected(meeting.error());
  reading by{what, from, std::move(*meeting), {}};
  for (auto const& each : by.meeting.details.languages.items) by.languages.push_back(each.value);
  auto const& kind = *std::ranges::find(kinds, std::string_view(what.content), &content_kind::name);
  std::string const file = by.meeting.id.value + "-" + what.content + "-" + what.language.value + "." + what.format;
  if (what.format == "csv") return exported{"text/csv; charset=utf-8", office::csv(kind.table(by)), file};
  if (what.format == "json") return exported{"application/json", as_json(kind.table(by)), file};
  auto made = kind.pdf(by);
  if (!made) return protocol::reject(error_code::internal, "", "The paper could not be made; ask for .csv instead.");
  return exported{"application/pdf", std::move(*made), file};
}

}  // namespace dais::app
