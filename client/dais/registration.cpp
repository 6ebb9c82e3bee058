// registration import.
#include <iostream>
#include <memory>

#include "client/dais/online.hpp"
#include "client/dais/subcommands.hpp"
#include "client/native/member_file.hpp"
#include "client/native/whole_file.hpp"

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

exit_code say_result(context const& with, bool is_dry, std::size_t good,
                     std::vector<native::member_problem> const& problems, exit_code code) {
  if (with.is_json) {
    auto list = protocol::json::array();
    for (auto const& one : problems) list.push_back(problem_json(one));
    with.print({{"dry_run", is_dry}, {is_dry ? "good" : "registered", good}, {"problems", list}});
  } else {
    for (auto const& one : problems) say_problem(with, one);
    with.say(is_dry ? "cli.import.checked" : "cli.import.done", {{"good", good}, {"bad", problems.size()}});
  }
  return problems.empty() || code != exit_code::done ? code : exit_code::refused;
}

exit_code import(context const& with, import_options const& given) {
  auto const text = native::read_whole(given.file, largest_file);
  if (!text) return with.report(text.error());
  auto const read = native::read_member_file(*text);
  // A file with any mistake is not sent in part: nobody would know which part.
  if (given.is_dry || !read.problems.empty())
    return say_result(with, true, read.rows.size(), read.problems, exit_code::done);
  auto const meeting = find_meeting(with);
  if (!meeting) return meeting.error();
  std::vector<native::call> calls;
  for (auto const& row : read.rows)
    calls.push_back(
        {"registration.add_member", *meeting, native::command_of(*meeting, row.member), protocol::encode(row.member)});
  std::vector<native::member_problem> problems;
  std::size_t good = 0;
  auto code = exit_code::done;
  auto const made = make_calls(with, std::move(calls), [&](std::size_t i, protocol::result<protocol::json> const& got) {
    if (got) {
      ++good;
      return;
    }
    code = exit_code_of(got.error().code());
    for (auto const& problem : got.error().problems) {
      auto const field = problem.path.substr(problem.path.rfind('/') + 1);
      problems.push_back({read.rows[i].line, field, problem});
    }
  });
  if (made != exit_code::done) code = made;
  return say_result(with, false, good, problems, code);
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
