#include "server/app/demo.hpp"

#include <algorithm>

#include "protocol/codec.hpp"
#include "protocol/registry.hpp"
#include "server/app/commands.hpp"
#include "server/app/whole_file.hpp"
#include "server/catalogue/language.hpp"
#include "server/office/paper.hpp"

namespace dais::app {
namespace {

using protocol::json;
using protocol::role;
using outcome = std::expected<void, std::string>;

/// Accounts that the server makes for itself have e-mails of this domain, which nobody can receive mail at (RFC 2606).
constexpr std::string_view own_domain = "@dais.invalid";

std::string words(protocol::rejection const& why) {
  auto const& first = why.problems.front();
  auto const line = first.values.find("line");
  return (line == first.values.end() ? "" : "line " + line->second + ": ") +
         (first.path.empty() ? "" : first.path + ": ") + first.words;
}

std::string name_of(role which) { return protocol::encode(which).get<std::string>(); }

outcome add_account(server& on, std::string const& name, role which, std::optional<protocol::meeting_id> meeting,
                    std::optional<protocol::delegation_id> delegation) {
  protocol::email const address{name_of(which) + (meeting ? "." + meeting->value : "") + std::string(own_domain)};
  for (auto const& [id, each] : on.organization().accounts)
    if (each.details && each.details->email == address) return {};
  protocol::accounts::add params{{{name}, address, {"en"}}, {{{which, std::move(meeting), std::move(delegation)}}}};
  auto const done =
      on.command("own-" + sha256_hex(address.value).substr(0, 32), "", "accounts.add", protocol::encode(params));
  if (!done) return std::unexpected(words(done.error()));
  return {};
}

template <class State>
State topic(server& on, std::string const& meeting, std::string const& name) {
  auto const state = on.topic(meeting, name);
  auto read = state ? protocol::decode<State>(*state) : protocol::result<State>(State{});
  return read ? std::move(*read) : State{};
}

outcome add_accounts(server& on, protocol::meeting_file const& file) {
  auto const& all = file.delegations.items;
  auto chosen =
      std::ranges::find_if(all, [](auto const& each) { return each.members && !each.members->items.empty(); });
  if (chosen == all.end()) chosen = all.begin();
  auto const one_of = [](auto const& names, std::string const& otherwise) {
    auto const english = names.in.find({"en"});
    if (english != names.in.end()) return english->second.value;
    return names.in.empty() ? otherwise : names.in.begin()->second.value;
  };
  std::string const meeting = one_of(file.meeting.short_name, file.id.value);
  for (auto const which : {role::president, role::committee, role::focal_point, role::delegate, role::display}) {
    bool const of_delegation = which == role::focal_point || which == role::delegate;
    if (of_delegation && chosen == all.end()) continue;
    std::string name = name_of(which);
    std::ranges::replace(name, '_', ' ');
    name = meeting + ", " + name + (of_delegation ? " of " + one_of(chosen->name, chosen->id.value) : "");
    auto const delegation = of_delegation ? std::optional(chosen->id) : std::nullopt;
    if (auto const done = add_account(on, name, which, file.id, delegation); !done) return done;
  }
  return {};
}

/// Submits and approves the delegations that are complete; the last two stay for the secretariat to decide on.
outcome approve_delegations(server& on, protocol::meeting_file const& file) {
  std::vector<protocol::file_delegation const*> known;
  for (auto const& each : file.delegations.items)
    if (each.members && !each.members->items.empty()) known.push_back(&each);
  for (std::size_t i = 0; i < known.size(); ++i) {
    auto const name = known[i]->id.value;
    auto state = topic<protocol::topics::delegation>(on, file.id.value, "delegation/" + name);
    if (state.state != protocol::registration_state::draft || !state.missing.empty()) continue;
    auto const submitted =
        on.command("demo-submit-" + name, file.id.value, "registration.submit", {{"delegation", name}});
    if (!submitted) return std::unexpected(words(submitted.error()));
    if (i + 2 >= known.size()) continue;
    state = topic<protocol::topics::delegation>(on, file.id.value, "delegation/" + name);
    auto const approved = on.command("demo-approve-" + name, file.id.value, "registration.approve",
                                     {{"delegation", name}, {"version", state.version}});
    if (!approved) return std::unexpected(words(approved.error()));
  }
  return {};
}

outcome add_sample(server& on, protocol::meeting_file const& file, protocol::file_document const& document,
                   protocol::language const& language) {
  std::vector<std::string> languages;
  for (auto const& each : file.meeting.languages.items) languages.push_back(each.value);
  auto const text = [&](auto const& in) { return std::string(catalogue::pick(in, language.value, languages).text); };
  auto const symbol = document.symbol ? document.symbol->value : "";
  office::sample_document const paper{
      {language.value, text(file.meeting.name), file.meeting.opens, file.meeting.closes, text(file.meeting.venue),
       file.meeting.time_zone.value, protocol::instant{std::chrono::sys_days{file.meeting.opens}}},
      symbol,
      text(document.title),
      office::sample_paragraphs(language.value, symbol, text(document.title))};
  auto const printed = office::print(paper);
  if (!printed) return std::unexpected("A sample document could not be printed.");
  auto const kept = on.keep(*printed);
  if (!kept) return std::unexpected(kept.error());
  std::string name = document.symbol ? symbol : document.id.value;
  for (auto& c : name)
    if (c == '/') c = '-';
  protocol::documents::attach const params{
      document.id,
      language,
      {*kept, static_cast<std::int64_t>(printed->size()), "application/pdf", {name + "-" + language.value + ".pdf"}}};
  auto const done = on.command("demo-sample-" + document.id.value + "-" + language.value, file.id.value,
                               "documents.attach", protocol::encode(params));
  if (!done) return std::unexpected(words(done.error()));
  return {};
}

outcome add_samples(server& on, protocol::meeting_file const& file) {
  auto const there = topic<protocol::topics::documents>(on, file.id.value, "documents@secretariat");
  for (auto const& each : file.documents.items) {
    auto const found = there.documents.find(each.id);
    if (found == there.documents.end() || found->second.current || each.languages.items.empty()) continue;
    for (auto const& language : each.languages.items)
      if (auto const done = add_sample(on, file, each, language); !done) return done;
    auto const now =
        topic<protocol::topics::documents>(on, file.id.value, "documents@secretariat").documents.at(each.id);
    auto const done = on.command("demo-publish-" + each.id.value, file.id.value, "documents.publish",
                                 {{"document", each.id.value}, {"version", now.version}});
    if (!done) return std::unexpected(words(done.error()));
  }
  return {};
}

}  // namespace

std::expected<std::string, std::string> import_file(server& on, std::filesystem::path const& path) {
  auto const text = read_whole(path);
  if (!text) return std::unexpected(text.error());
  auto const file = read_meeting_file(*text);
  if (!file) return std::unexpected(path.string() + ": " + words(file.error()));
  auto const planned = on.preview(*text);
  if (!planned) return std::unexpected(path.string() + ": " + words(planned.error()));
  auto const plan = protocol::decode<protocol::meeting::plan>(*planned);
  if (!plan) return std::unexpected(words(plan.error()));
  for (auto const& each : plan->changes)
    if (each.kind == protocol::meeting::change_kind::refused)
      return std::unexpected(path.string() + ": line " + std::to_string(each.line) + ": " + each.path + ": " +
                             (each.why ? each.why->words : ""));
  auto const& id = file->file.id;
  if (!plan->changes.empty()) {
    auto const done = on.command("import-" + sha256_hex(plan->digest).substr(0, 32), id.value, "meeting.import",
                                 {{"file", *text}, {"digest", plan->digest}});
    if (!done) return std::unexpected(path.string() + ": " + words(done.error()));
  }
  return id.value;
}

outcome ensure_secretariat(server& on) {
  if (!on.organization().accounts.empty()) return {};
  return add_account(on, "Secretariat", role::secretariat, std::nullopt, std::nullopt);
}

outcome prepare_demo(server& on, std::filesystem::path const& path) {
  if (auto const done = ensure_secretariat(on); !done) return done;
  if (auto const imported = import_file(on, path); !imported) return std::unexpected(imported.error());
  auto const text = read_whole(path);
  if (!text) return std::unexpected(text.error());
  auto const file = read_meeting_file(*text);
  if (!file) return std::unexpected(words(file.error()));
  if (auto const done = add_accounts(on, file->file); !done) return done;
  if (auto const done = approve_delegations(on, file->file); !done) return done;
  return add_samples(on, file->file);
}

std::vector<entrance> entrances(server& on) {
  std::vector<entrance> out;
  for (auto const& [id, each] : on.organization().accounts) {
    if (each.closed || !each.details || !each.details->email.value.ends_with(own_domain)) continue;
    auto const token = on.link(id);
    if (token) out.push_back({each.details->name.value, *token});
  }
  return out;
}

}  // namespace dais::app
