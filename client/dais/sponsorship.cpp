// sponsorship list|approve|report; the way to scenario and explain.
#include <algorithm>
#include <iostream>
#include <memory>

#include "client/dais/allocation.hpp"
#include "client/dais/export_file.hpp"
#include "client/dais/sponsorship_words.hpp"
#include "client/dais/subcommands.hpp"
#include "client/native/applications.hpp"
#include "server/catalogue/collation.hpp"

namespace dais::command_line {
namespace {

using protocol::topics::application;
using protocol::topics::proposal;

std::string answer_to(context const& with, sponsorship_words const& words, application const& one) {
  std::string state;
  if (one.state == protocol::application_state::withdrawn)
    state = "withdrawn";
  else if (one.award)
    state = protocol::encode(one.award->state).get<std::string>();
  else if (one.refusal)
    state = "refused";
  return with.words("cli.sponsorship.answer",
                    {{"state", state}, {"until", one.award ? words.moment(one.award->answer_by) : ""}});
}

exit_code list(context const& with) {
  auto const words = sponsorship_words::read(with);
  if (!words) return words.error();
  auto const& all = words->applications.applications;
  if (with.is_json) {
    with.print(protocol::encode(words->applications));
    return exit_code::done;
  }
  if (all.empty()) with.say("cli.sponsorship.empty");
  std::vector<std::pair<std::string, protocol::application_id>> in_order;
  for (auto const& [id, one] : all) in_order.emplace_back(catalogue::sort_key(with.language, words->who(id)), id);
  std::ranges::sort(in_order);
  for (auto const& [key, id] : in_order) {
    auto const& one = all.at(id);
    with.say("cli.sponsorship.row", {{"who", words->who(id)},
                                     {"id", id.value},
                                     {"money", words->money(one.total)},
                                     {"file", one.missing.empty() ? "complete" : "incomplete"},
                                     {"time", one.on_time ? "on_time" : "late"},
                                     {"answer", answer_to(with, *words, one)}});
  }
  return exit_code::done;
}

struct approve_options {
  std::string proposal, hash;
};

outcome<protocol::proposal_id> choose(context const& with, sponsorship_words const& words, std::string const& text) {
  auto const found = native::find_proposals(words.allocations, text, catalogue::folded);
  if (found.empty() && text.empty())
    return std::unexpected(with.refuse(protocol::error_code::not_found, "cli.sponsorship.approve.none"));
  return only_one(with, found, "proposal", text,
                  [&](auto const& id) { return words.allocations.proposals.at(id).name.value; });
}

/// What one has to have seen before approving.
exit_code show(context const& with, sponsorship_words const& words, protocol::proposal_id const& id,
               proposal const& one) {
  auto const answer = make_call(with, {"sponsorship.committee", words.meeting, std::nullopt, protocol::json::object()});
  if (!answer) return answer.error();
  auto const names = protocol::decode<protocol::sponsorship::committee_names>(*answer);
  if (!names) return with.report(names.error());
  with.say("cli.sponsorship.approve.title",
           {{"name", one.name.value}, {"id", id.value}, {"granted", one.granted}, {"refused", one.refused}});
  with.say("cli.sponsorship.hash", {{"hash", one.hash}});
  if (one.release_reason) with.say("cli.sponsorship.approve.released", {{"reason", one.release_reason->value}});
  if (one.approvals.empty()) with.say("cli.sponsorship.approve.nobody");
  for (auto const& approval : one.approvals) {
    auto const name = names->names.find(approval.by);
    with.say("cli.sponsorship.approve.by", {{"name", name == names->names.end() ? approval.by.value : name->second},
                                            {"moment", words.moment(approval.at)}});
  }
  return exit_code::done;
}

exit_code approve(context const& with, approve_options const& given) {
  constexpr std::size_t enough_of_a_hash = 8;
  auto const words = sponsorship_words::read(with);
  if (!words) return words.error();
  auto const id = choose(with, *words, given.proposal);
  if (!id) return id.error();
  auto const& one = words->allocations.proposals.at(*id);
  if (auto const seen = show(with, *words, *id, one); seen != exit_code::done) return seen;
  if (given.hash.empty()) {
    auto const typed = ask_person(with.words("cli.sponsorship.approve.question"), false);
    if (!typed || typed->size() < enough_of_a_hash || !one.hash.starts_with(*typed))
      return with.usage("cli.sponsorship.approve.not_sure");
  } else if (given.hash != one.hash) {
    return with.refuse(protocol::error_code::stale, "cli.sponsorship.approve.other_hash", {{"hash", one.hash}});
  }
  auto const answer = make_call(
      with, {"sponsorship.approve", words->meeting, with.new_command(), {{"proposal", id->value}, {"hash", one.hash}}});
  if (!answer) return answer.error();
  with.say("cli.sponsorship.approve.done", {{"name", one.name.value}});
  if (with.is_json) with.print({{"proposal", id->value}, {"hash", one.hash}});
  return exit_code::done;
}

void add_approve(CLI::App& group, context& with, task& chosen) {
  auto const given = std::make_shared<approve_options>();
  auto& one = add_subcommand(group, with, "approve", "cli.sponsorship.approve.about");
  one.add_option("proposal", given->proposal, with.words("cli.sponsorship.approve.proposal"))->type_name("PROPOSAL");
  one.add_option("--hash", given->hash, with.words("cli.sponsorship.approve.hash"))->type_name("HASH");
  one.callback([&chosen, &with, given] { chosen = [&with, given] { return approve(with, *given); }; });
}

void add_report(CLI::App& group, context& with, task& chosen) {
  auto const given = std::make_shared<export_options>();
  given->format = "pdf";
  auto& one = add_subcommand(group, with, "report", "cli.sponsorship.report.about");
  one.add_option("kind", given->what, with.words("cli.sponsorship.report.kind"))
      ->type_name("donors|meeting|audit")
      ->required()
      ->check(CLI::IsMember({"donors", "meeting", "audit"}).description(""));
  one.add_option("--format", given->format, with.words("cli.sponsorship.report.format"))
      ->type_name("pdf|xlsx|json")
      ->check(CLI::IsMember({"pdf", "xlsx", "json"}).description(""));
  one.add_option("-o,--output", given->file, with.words("cli.export.file"))->type_name("FILE");
  one.add_option("--lang", given->language, with.words("cli.sponsorship.report.lang"))->type_name("LANG");
  one.callback([&chosen, &with, given] {
    chosen = [&with, asked = *given] {
      auto what = asked;
      what.what = "sponsorship-" + asked.what;
      return write_export(with, what);
    };
  });
}

}  // namespace

void add_sponsorship(CLI::App& app, context& with, task& chosen) {
  auto& group = add_subcommand(
      app, with, "sponsorship", "cli.sponsorship.about",
      {{"dais sponsorship list", "cli.sponsorship.example.list"},
       {"dais sponsorship scenario run Base --json | jq .funds", "cli.sponsorship.example.run"},
       {"dais sponsorship explain 'Sok Dara' --scenario Base", "cli.sponsorship.example.explain"},
       {"dais sponsorship report donors --format xlsx -o donors.xlsx", "cli.sponsorship.example.report"}});
  group.require_subcommand(1);
  add_subcommand(group, with, "list", "cli.sponsorship.list.about").callback([&] {
    chosen = [&with] { return list(with); };
  });
  add_scenario(group, with, chosen);
  add_explain(group, with, chosen);
  add_approve(group, with, chosen);
  add_report(group, with, chosen);
}

}  // namespace dais::command_line
