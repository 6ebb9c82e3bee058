#include "server/app/exports.hpp"

#include <algorithm>
#include <functional>
#include <vector>

#include "protocol/codec.hpp"
#include "protocol/topics/agenda.hpp"
#include "protocol/topics/documents.hpp"
#include "protocol/topics/meeting.hpp"
#include "protocol/topics/registration.hpp"
#include "server/app/sponsorship_exports.hpp"
#include "server/catalogue/collation.hpp"
#include "server/catalogue/language.hpp"
#include "server/catalogue/message.hpp"
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

struct list_kind {
  std::string_view name;
  office::pdf (*pdf)(reading const&);
  rows (*table)(reading const&);
};
constexpr list_kind lists[] = {
    {"agenda", [](reading const& by) { return office::print(agenda_paper(by)); }, agenda_rows},
    {"participants", [](reading const& by) { return office::print(participants_paper(by)); }, participants_rows},
    {"documents", [](reading const& by) { return office::print(documents_paper(by)); }, documents_rows},
};

/// The formats of everything that can be asked for; a letter's name goes on with its application.
struct content_kind {
  std::string_view name;
  std::vector<std::string_view> formats;
  std::vector<std::string> topics;
};
std::vector<content_kind> const& kinds() {
  static std::vector<std::string> const committee{"sponsorship", "sponsorship.terms@committee", "sponsorship@committee",
                                                  "allocation@committee"};
  static std::vector<content_kind> const all{{"agenda", {"pdf", "csv", "xlsx", "json"}, {"agenda"}},
                                             {"participants", {"pdf", "csv", "xlsx", "json"}, {"participants"}},
                                             {"documents", {"pdf", "csv", "xlsx", "json"}, {"agenda", "documents"}},
                                             {"sponsorship-donors", {"pdf", "xlsx", "json"}, committee},
                                             {"sponsorship-meeting", {"pdf", "xlsx", "json"}, committee},
                                             {"sponsorship-audit", {"pdf", "xlsx", "json"}, committee},
                                             {"letter", {"pdf"}, committee}};
  return all;
}

content_kind const* find_kind(std::string_view name) {
  auto const found = std::ranges::find(kinds(), name, &content_kind::name);
  return found == kinds().end() ? nullptr : &*found;
}

std::string dotted(std::vector<std::string_view> const& formats) {
  std::string out;
  for (std::size_t at = 0; at < formats.size(); ++at)
    out += std::string(at == 0 ? "." : at + 1 == formats.size() ? " or ." : ", .") + std::string(formats[at]);
  return out;
}

office::spreadsheet sheet_of(reading const& by, rows const& from) {
  auto const title = catalogue::format(by.what.language.value, "paper." + by.what.content + ".title");
  office::table listed{by.what.content, title, {}, {}};
  for (auto const& each : from.front()) listed.columns.push_back({each, each});
  for (std::size_t at = 1; at < from.size(); ++at) listed.rows.emplace_back(from[at].begin(), from[at].end());
  auto const& d = by.meeting.details;
  return {{by.what.language.value, d.currency.value, d.time_zone.value}, title, by.from.now, {std::move(listed)}};
}

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

protocol::result<export_request> read_export(std::string_view file, std::string language, std::string proposal) {
  constexpr std::string_view letter = "letter-";
  auto const dot = file.rfind('.');
  std::string name(file.substr(0, dot)), format(dot == file.npos ? "" : file.substr(dot + 1));
  export_request out;
  if (name.starts_with(letter) && protocol::valid_id(std::string_view(name).substr(letter.size()))) {
    out.application = protocol::application_id{name.substr(letter.size())};
    name = "letter";
  }
  auto const* const kind = find_kind(name);
  if (!kind || (name == "letter") != out.application.has_value())
    return protocol::reject(error_code::not_found, "",
                            "There is no such export; there are agenda, participants, documents, sponsorship-donors, "
                            "sponsorship-meeting, sponsorship-audit, and letter-<application>.");
  if (std::ranges::find(kind->formats, format) == kind->formats.end())
    return protocol::reject(error_code::wrong_format, "/format", "Ask for " + dotted(kind->formats) + ".");
  if (language.empty() && !out.application) language = "en";
  if (!language.empty() && !protocol::valid_language(language))
    return protocol::reject(error_code::bad_language, "/lang", "Give a language tag such as \"fr\".");
  if (!proposal.empty() && !protocol::valid_id(proposal))
    return protocol::reject(error_code::wrong_format, "/proposal", "Give the id of a proposal.");
  out.content = std::move(name);
  out.format = std::move(format);
  out.language = {std::move(language)};
  if (!proposal.empty()) out.proposal = protocol::proposal_id{std::move(proposal)};
  return out;
}

protocol::rejection no_such_letter() {
  return protocol::rejection(error_code::not_found, "", "There is no such letter for you.");
}

std::vector<std::string> topics_of(export_request const& what) { return find_kind(what.content)->topics; }

protocol::result<exported> make_export(export_request const& what, export_source const& from) {
  auto const list = std::ranges::find(lists, std::string_view(what.content), &list_kind::name);
  if (list == std::end(lists)) return make_sponsorship_export(what, from);
  auto meeting = protocol::decode<topics::meeting>(from.topics.at("meeting"));
  if (!meeting) return std::unexpected(meeting.error());
  reading by{what, from, std::move(*meeting), {}};
  for (auto const& each : by.meeting.details.languages.items) by.languages.push_back(each.value);
  std::string const file = by.meeting.id.value + "-" + what.content + "-" + what.language.value + "." + what.format;
  if (what.format == "csv") return exported{"text/csv; charset=utf-8", office::csv(list->table(by)), file};
  if (what.format == "json") return exported{"application/json", as_json(list->table(by)), file};
  if (what.format == "xlsx") return as_spreadsheet(sheet_of(by, list->table(by)), file);
  return as_paper(list->pdf(by), file);
}

}  // namespace dais::app
