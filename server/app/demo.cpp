#include "server/app/demo.hpp"

#include <algorithm>

#include "protocol/codec.hpp"
#include "protocol/registry.hpp"
#include "server/app/commands.hpp"
#include "server/app/demo_applicants.hpp"
#include "server/app/whole_file.hpp"

namespace dais::app {
namespace {

using protocol::role;

std::string name_of(role which) { return protocol::encode(which).get<std::string>(); }

outcome add_account(server& on, std::string const& name, role which, std::optional<protocol::meeting_id> meeting,
                    std::optional<protocol::delegation_id> delegation, std::string const& mailbox = "") {
  return add_own_account(on, name, name_of(which) + mailbox + (meeting ? "." + meeting->value : ""),
                         {which, std::move(meeting), std::move(delegation)});
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
  // What the committee proposes, two of its members approve.
  if (file.sponsorship)
    return add_account(on, meeting + ", committee (second)", role::committee, file.id, {}, ".second");
  return {};
}

/// Submits and approves the delegations that are complete; the last two stay for the secretariat to decide on.
outcome approve_delegations(server& on, protocol::meeting_file const& file) {
  std::vector<protocol::file_delegation const*> known;
  for (auto const& each : file.delegations.items)
    if (each.members && !each.members->items.empty()) known.push_back(&each);
  for (std::size_t i = 0; i < known.size(); ++i) {
    auto const name = known[i]->id.value;
    auto state = topic_state<protocol::topics::delegation>(on, file.id.value, "delegation/" + name);
    if (state.state != protocol::registration_state::draft || !state.missing.empty()) continue;
    auto const submitted =
        on.command("demo-submit-" + name, file.id.value, "registration.submit", {{"delegation", name}});
    if (!submitted) return std::unexpected(words_of(submitted.error()));
    if (i + 2 >= known.size()) continue;
    state = topic_state<protocol::topics::delegation>(on, file.id.value, "delegation/" + name);
    auto const approved = on.command("demo-approve-" + name, file.id.value, "registration.approve",
                                     {{"delegation", name}, {"version", state.version}});
    if (!approved) return std::unexpected(words_of(approved.error()));
  }
  return {};
}

outcome add_sample(server& on, protocol::meeting_file const& file, protocol::file_document const& document,
                   protocol::language const& language) {
  auto const symbol = document.symbol ? document.symbol->value : "";
  std::string name = document.symbol ? symbol : document.id.value;
  std::ranges::replace(name, '/', '-');
  auto const kept = keep_sample(on, file, language.value, symbol, document.title, name);
  if (!kept) return std::unexpected(kept.error());
  protocol::documents::attach const params{document.id, language, *kept};
  auto const done = on.command("demo-sample-" + document.id.value + "-" + language.value, file.id.value,
                               "documents.attach", protocol::encode(params));
  if (!done) return std::unexpected(words_of(done.error()));
  return {};
}

outcome add_samples(server& on, protocol::meeting_file const& file) {
  auto const there = topic_state<protocol::topics::documents>(on, file.id.value, "documents@secretariat");
  for (auto const& each : file.documents.items) {
    auto const found = there.documents.find(each.id);
    if (found == there.documents.end() || found->second.current || each.languages.items.empty()) continue;
    for (auto const& language : each.languages.items)
      if (auto const done = add_sample(on, file, each, language); !done) return done;
    auto const now =
        topic_state<protocol::topics::documents>(on, file.id.value, "documents@secretariat").documents.at(each.id);
    auto const done = on.command("demo-publish-" + each.id.value, file.id.value, "documents.publish",
                                 {{"document", each.id.value}, {"version", now.version}});
    if (!done) return std::unexpected(words_of(done.error()));
  }
  return {};
}

protocol::result<protocol::json> import_as(server& on, domain::import_meeting const& file, std::string const& text,
                                           std::string const& digest) {
  return on.command("import-" + sha256_hex(digest).substr(0, 32), file.file.id.value, "meeting.import",
                    {{"file", text}, {"digest", digest}});
}

/// Makes the meeting from its file; the same command again, from the same file, does nothing, so that what people
/// changed since stays. False where the meeting was made from another one.
bool made_from(server& on, domain::import_meeting const& file, std::string const& text) {
  return import_as(on, file, text, file.file_sha256 + "@0").has_value();
}

}  // namespace

std::expected<std::string, std::string> import_file(server& on, std::filesystem::path const& path) {
  auto const text = read_whole(path);
  if (!text) return std::unexpected(text.error());
  auto const file = read_meeting_file(*text);
  if (!file) return std::unexpected(path.string() + ": " + words_of(file.error()));
  auto const planned = on.preview(*text);
  if (!planned) return std::unexpected(path.string() + ": " + words_of(planned.error()));
  auto const plan = protocol::decode<protocol::meeting::plan>(*planned);
  if (!plan) return std::unexpected(words_of(plan.error()));
  for (auto const& each : plan->changes)
    if (each.kind == protocol::meeting::change_kind::refused)
      return std::unexpected(path.string() + ": line " + std::to_string(each.line) + ": " + each.path + ": " +
                             (each.why ? each.why->words : ""));
  auto const& id = file->file.id;
  if (!plan->changes.empty()) {
    auto const done = import_as(on, *file, *text, plan->digest);
    if (!done) return std::unexpected(path.string() + ": " + words_of(done.error()));
  }
  return id.value;
}

outcome ensure_secretariat(server& on) {
  if (!on.organization().accounts.empty()) return {};
  return add_account(on, "Secretariat", role::secretariat, std::nullopt, std::nullopt);
}

outcome prepare_demo(server& on, std::filesystem::path const& path) {
  if (auto const done = ensure_secretariat(on); !done) return done;
  auto const text = read_whole(path);
  if (!text) return std::unexpected(text.error());
  auto const file = read_meeting_file(*text);
  if (!file) return std::unexpected(words_of(file.error()));
  if (!made_from(on, *file, *text))
    if (auto const imported = import_file(on, path); !imported) return std::unexpected(imported.error());
  if (auto const done = add_accounts(on, file->file); !done) return done;
  if (auto const done = approve_delegations(on, file->file); !done) return done;
  if (auto const done = add_samples(on, file->file); !done) return done;
  auto const beside = pool_of(path);
  if (!std::filesystem::exists(beside)) return {};
  auto const pool = read_pool(beside);
  if (!pool) return std::unexpected(pool.error());
  return add_applicants(on, file->file, *pool);
}

std::vector<entrance> entrances(server& on) {
  std::vector<entrance> out;
  for (auto const& [id, each] : on.organization().accounts) {
    if (each.closed || !each.details || !is_own(*each.details)) continue;
    auto const token = on.link(id);
    if (token) out.push_back({each.details->name.value, *token});
  }
  return out;
}

}  // namespace dais::app
