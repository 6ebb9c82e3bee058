// registration import.
#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <tuple>

#include "client/dais/online.hpp"
#include "client/dais/subcommands.hpp"
#include "client/native/member_plan.hpp"
#include "client/native/whole_file.hpp"
#include "protocol/topics/registration.hpp"

namespace dais::command_line {
namespace {

constexpr std::uintmax_t largest_file = 32 * 1'048'576;

struct import_options {
  std::string file;
  bool is_dry = false;
};

/// "12, email: Give an e-mail address …"
void say_problem(context const& with, native::member_problem const& one) {
  auto const words = with.problem_words(one.what);
  if (one.line == 0)
    with.note("cli.import.problem_file", {{"words", words}});
  else if (one.field.empty())
    with.note("cli.import.problem_line", {{"line", one.line}, {"words", words}});
  else
    with.note("cli.import.problem_field", {{"line", one.line}, {"field", one.field}, {"words", words}});
}

protocol::json problem_json(native::member_problem const& one) {
  return {{"line", one.line}, {"field", one.field}, {"problem", protocol::encode(one.what)}};
}

using step = native::planned_member::step;

/// What was sent, or would be, and what is wrong.
struct import_result {
  bool is_dry = false;
  std::vector<native::planned_member> members;
  std::vector<native::member_problem> problems;

  std::size_t count(step what) const {
    return static_cast<std::size_t>(std::ranges::count(members, what, &native::planned_member::what));
  }
};

protocol::json result_json(import_result const& what) {
  static constexpr std::array<char const*, 3> words{"add", "change", "same"};
  auto members = protocol::json::array();
  for (auto const& one : what.members)
    members.push_back({{"line", one.line},
                       {"what", words.at(static_cast<std::size_t>(one.what))},
                       {"name", one.name},
                       {"fields", one.fields}});
  auto problems = protocol::json::array();
  for (auto const& one : what.problems) problems.push_back(problem_json(one));
  return {{"dry_run", what.is_dry},         {"add", what.count(step::add)}, {"change", what.count(step::change)},
          {"same", what.count(step::same)}, {"members", members},           {"problems", problems}};
}

void say_members(context const& with, import_result const& what) {
  for (auto const& one : what.members) {
    std::string fields;
    for (auto const& field : one.fields) fields += (fields.empty() ? "" : ", ") + field;
    if (one.what == step::change)
      with.say("cli.import.change", {{"line", one.line}, {"name", one.name}, {"fields", fields}});
  }
}

exit_code say_result(context const& with, import_result const& what, char const* summary) {
  if (with.is_json) {
    with.print(result_json(what));
  } else {
    for (auto const& one : what.problems) say_problem(with, one);
    say_members(with, what);
    with.say(summary, {{"add", what.count(step::add)},
                       {"change", what.count(step::change)},
                       {"same", what.count(step::same)},
                       {"bad", what.problems.size()}});
  }
  return what.problems.empty() ? exit_code::done : exit_code::refused;
}

/// What the delegations of these rows are now; those that are not there are left out.
outcome<std::map<protocol::delegation_id, protocol::topics::delegation>> read_delegations(
    context const& with, protocol::meeting_id const& meeting, std::vector<native::member_row> const& rows) {
  constexpr std::string_view family = "delegation/";
  std::set<std::string> names;
  for (auto const& row : rows) names.insert(std::string(family) + row.member.delegation.value);
  auto const states = read_topics(with, meeting, {names.begin(), names.end()});
  if (!states) return std::unexpected(states.error());
  std::map<protocol::delegation_id, protocol::topics::delegation> out;
  for (auto const& [name, state] : *states) {
    if (!state && state.error().code() == protocol::error_code::not_found) continue;
    if (!state) return std::unexpected(with.report(state.error()));
    auto read = protocol::decode<protocol::topics::delegation>(*state);
    if (!read) return std::unexpected(with.report(read.error()));
    out.emplace(protocol::delegation_id{name.substr(family.size())}, std::move(*read));
  }
  return out;
}

/// Sends what is planned; of the result only what was granted.
exit_code send(context const& with, native::member_plan const& plan) {
  std::vector<native::call> calls;
  std::vector<native::planned_member const*> of_call;
  import_result done;
  for (auto const& one : plan.members) {
    if (one.what == step::same) {
      done.members.push_back(one);
      continue;
    }
    calls.push_back(one.request);
    of_call.push_back(&one);
  }
  auto code = exit_code::done;
  auto const made = make_calls(with, std::move(calls), [&](std::size_t i, protocol::result<protocol::json> const& got) {
    if (got) return done.members.push_back(*of_call[i]);
    code = exit_code_of(got.error().code());
    for (auto const& problem : got.error().problems)
      done.problems.push_back({of_call[i]->line, native::field_at(problem.path), problem});
  });
  std::ranges::sort(done.members, {}, &native::planned_member::line);
  std::ranges::sort(done.problems, {}, [](auto const& one) { return std::tie(one.line, one.field); });
  auto const said = say_result(with, done, "cli.import.done");
  return made != exit_code::done ? made : code != exit_code::done ? code : said;
}

exit_code import(context const& with, import_options const& given) {
  auto const text = native::read_whole(given.file, largest_file);
  if (!text) return with.report(text.error());
  auto const file = native::read_member_file(*text);
  // A file with any mistake is not sent in part: nobody would know which part.
  if (!file.problems.empty()) return say_result(with, {given.is_dry, {}, file.problems}, "cli.import.mistakes");
  auto const meeting = find_meeting(with);
  if (!meeting) return meeting.error();
  auto const delegations = read_delegations(with, *meeting, file.rows);
  if (!delegations) return delegations.error();
  auto const plan = native::plan_members(file.rows, *meeting, *delegations);
  if (!plan.problems.empty()) return say_result(with, {given.is_dry, {}, plan.problems}, "cli.import.mistakes");
  return given.is_dry ? say_result(with, {true, plan.members, {}}, "cli.import.checked") : send(with, plan);
}

}  // namespace

void add_registration(CLI::App& app, context& with, task& chosen) {
  auto& group = add_subcommand(app, with, "registration", "cli.registration.about",
                               {{"dais registration import members.csv --dry-run", "cli.import.example.dry"},
                                {"dais registration import members.csv --meeting 11msp", "cli.import.example.send"}});
  group.require_subcommand(1);
  auto const given = std::make_shared<import_options>();
  auto& one = add_subcommand(group, with, "import", "cli.import.about");
  one.add_option("file", given->file, with.words("cli.import.file"))->type_name("FILE")->required();
  one.add_flag("--dry-run", given->is_dry, with.words("cli.import.dry"));
  one.callback([&chosen, &with, given] { chosen = [&with, given] { return import(with, *given); }; });
}

}  // namespace dais::command_line
