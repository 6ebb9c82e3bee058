// notices post, people forget.
#include <iostream>
#include <iterator>
#include <memory>

#include "client/dais/online.hpp"
#include "client/dais/subcommands.hpp"
#include "protocol/methods/notices.hpp"

namespace dais::command_line {
namespace {

struct notice_options {
  std::vector<std::string> texts;
  std::string category, delegation;
};

/// "fr=Bonjour" is a text in French; without a language it is in English; "-" is what stdin holds.
bool read_text(std::string const& given, protocol::json& texts) {
  auto const cut = given.find('=');
  bool const has_language = cut != std::string::npos && protocol::valid_language(given.substr(0, cut));
  auto const language = has_language ? given.substr(0, cut) : std::string("en");
  auto text = has_language ? given.substr(cut + 1) : given;
  if (text == "-") text.assign(std::istreambuf_iterator<char>(std::cin), {});
  while (text.ends_with('\n')) text.pop_back();
  if (texts.contains(language)) return false;
  texts[language] = text;
  return true;
}

exit_code post(context const& with, notice_options const& given) {
  protocol::json texts = protocol::json::object();
  for (auto const& text : given.texts)
    if (!read_text(text, texts)) return with.usage("cli.notices.twice", {{"text", text}});
  protocol::json to = protocol::json::object();
  if (!given.category.empty()) to["category"] = given.category;
  if (!given.delegation.empty()) to["delegation"] = given.delegation;
  auto const checked = protocol::decode<protocol::notices::post>({{"text", texts}, {"to", to}});
  if (!checked) return with.report(checked.error());
  auto const meeting = find_meeting(with);
  if (!meeting) return meeting.error();
  auto const answer = make_call(with, {"notices.post", *meeting, with.new_command(), protocol::encode(*checked)});
  if (!answer) return answer.error();
  with.say("cli.notices.done");
  if (with.is_json) with.print(*answer);
  return exit_code::done;
}

struct forget_options {
  std::string person;
  bool is_sure = false;
};

exit_code forget(context const& with, forget_options const& given) {
  if (!protocol::valid_id(given.person)) return with.usage("cli.bad_id", {{"text", given.person}});
  if (!given.is_sure) {
    auto const typed = ask_person(with.words("cli.forget.question", {{"person", given.person}}), false);
    if (!typed || *typed != given.person) return with.usage("cli.forget.not_sure");
  }
  auto const meeting = find_meeting(with);
  if (!meeting) return meeting.error();
  auto const answer = make_call(with, {"people.forget", *meeting, with.new_command(), {{"person", given.person}}});
  if (!answer) return answer.error();
  with.say("cli.forget.done", {{"person", given.person}});
  if (with.is_json) with.print({{"person", given.person}});
  return exit_code::done;
}

}  // namespace

void add_notices(CLI::App& app, context& with, task& chosen) {
  auto& group = add_subcommand(
      app, with, "notices", "cli.notices.about",
      {{"dais notices post 'The afternoon session begins at 15:30.'", "cli.notices.example.all"},
       {"dais notices post 'fr=La séance reprend.' 'en=We resume.' --delegation FRA", "cli.notices.example.one"}});
  group.require_subcommand(1);
  auto const given = std::make_shared<notice_options>();
  auto& one = add_subcommand(group, with, "post", "cli.notices.post.about");
  one.add_option("text", given->texts, with.words("cli.notices.text"))->type_name("TEXT")->required();
  auto* category = one.add_option("--category", given->category, with.words("cli.notices.category"))->type_name("ID");
  one.add_option("--delegation", given->delegation, with.words("cli.notices.delegation"))
      ->type_name("ID")
      ->excludes(category);
  one.callback([&chosen, &with, given] { chosen = [&with, given] { return post(with, *given); }; });
}

void add_people(CLI::App& app, context& with, task& chosen) {
  auto& group = add_subcommand(app, with, "people", "cli.people.about",
                               {{"dais people forget m-17 --meeting 11msp", "cli.forget.example"}});
  group.require_subcommand(1);
  auto const given = std::make_shared<forget_options>();
  auto& one = add_subcommand(group, with, "forget", "cli.forget.about");
  one.add_option("person", given->person, with.words("cli.forget.person"))->type_name("ID")->required();
  one.add_flag("--yes", given->is_sure, with.words("cli.forget.yes"));
  one.callback([&chosen, &with, given] { chosen = [&with, given] { return forget(with, *given); }; });
}

}  // namespace dais::command_line
