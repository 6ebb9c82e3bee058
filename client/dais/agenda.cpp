// meetings, agenda show|watch|open|suspend|close.
#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>

#include "client/dais/online.hpp"
#include "client/dais/subcommands.hpp"
#include "protocol/topics/agenda.hpp"
#include "protocol/topics/meeting.hpp"
#include "server/catalogue/dates.hpp"

namespace dais::command_line {
namespace {

using protocol::topics::agenda;
using protocol::topics::agenda_item;

std::string state_word(context const& with, protocol::item_state state) {
  return with.words("cli.agenda.state", {{"state", protocol::encode(state).get<std::string>()}});
}

std::size_t depth_of(agenda const& all, agenda_item const& item) {
  std::size_t depth = 0;
  auto const* at = &item;
  while (at->parent && depth < all.items.size()) {
    auto const parent = all.items.find(*at->parent);
    if (parent == all.items.end()) break;
    at = &parent->second;
    ++depth;
  }
  return depth;
}

void show_line(context const& with, agenda const& all, protocol::item_id const& id) {
  auto const found = all.items.find(id);
  if (found == all.items.end()) return;
  auto const& item = found->second;
  std::string number = item.number.value;
  number.resize(std::max<std::size_t>(number.size(), 8), ' ');
  std::cout << (all.current == id ? "> " : "  ") << std::string(2 * depth_of(all, item), ' ') << number << ' '
            << with.pick(item.title);
  if (item.state != protocol::item_state::pending) std::cout << "  [" << state_word(with, item.state) << ']';
  std::cout << '\n';
}

void show_all(context const& with, agenda const& all) {
  if (all.order.empty()) return with.say("cli.agenda.empty");
  for (auto const& id : all.order) show_line(with, all, id);
  std::cout << std::flush;
}

exit_code show(context const& with) {
  auto const meeting = find_meeting(with);
  if (!meeting) return meeting.error();
  auto const all = read_topic_as<agenda>(with, {*meeting, "agenda"});
  if (!all) return all.error();
  if (with.is_json)
    with.print(protocol::encode(*all));
  else
    show_all(with, *all);
  return exit_code::done;
}

/// What is different, item by item, for somebody who looks at the lines as they come.
void show_changes(context const& with, agenda const& before, agenda const& after) {
  if (before.version != after.version) {
    with.say("cli.agenda.changed");
    return show_all(with, after);
  }
  for (auto const& id : after.order) {
    auto const was = before.items.find(id);
    auto const is = after.items.find(id);
    if (was == before.items.end() || is == after.items.end() || was->second.state == is->second.state) continue;
    with.say("cli.agenda.now", {{"number", is->second.number.value},
                                {"title", with.pick(is->second.title)},
                                {"state", state_word(with, is->second.state)}});
  }
}

exit_code watch(context const& with) {
  auto const meeting = find_meeting(with);
  if (!meeting) return meeting.error();
  std::optional<agenda> before;
  return follow_topic(with, {*meeting, "agenda"}, [&](native::connection&, native::topic_mirror const& mirror) {
    if (with.is_json) return with.print({{"seq", mirror.at()}, {"state", mirror.state()}});
    auto after = protocol::decode<agenda>(mirror.state());
    if (!after) return static_cast<void>(with.report(after.error()));
    if (before)
      show_changes(with, *before, *after);
    else
      show_all(with, *after);
    before = std::move(*after);
  });
}

/// An item by its number as printed ("10(i)"), or by its id.
std::optional<protocol::item_id> find_item(agenda const& all, std::string const& text) {
  for (auto const& [id, item] : all.items)
    if (item.number.value == text) return id;
  if (all.items.contains({text})) return protocol::item_id{text};
  return std::nullopt;
}

exit_code change_state(context const& with, std::string const& method, std::string const& item) {
  auto const meeting = find_meeting(with);
  if (!meeting) return meeting.error();
  auto const all = read_topic_as<agenda>(with, {*meeting, "agenda"});
  if (!all) return all.error();
  auto const id = find_item(*all, item);
  if (!id)
    return with.report(protocol::rejection(protocol::error_code::not_found, "/item",
                                           with.words("cli.agenda.no_item", {{"item", item}})));
  auto const answer = make_call(with, {method, *meeting, with.new_command(), {{"item", id->value}}});
  if (!answer) return answer.error();
  auto const& found = all->items.at(*id);
  with.say("cli.agenda.done", {{"method", method.substr(method.find('.') + 1)},
                               {"number", found.number.value},
                               {"title", with.pick(found.title)}});
  if (with.is_json) with.print({{"item", id->value}, {"method", method}});
  return exit_code::done;
}

exit_code list_meetings(context const& with) {
  auto const all = read_topic_as<protocol::topics::meetings>(with, {std::nullopt, "meetings"});
  if (!all) return all.error();
  if (with.is_json) {
    with.print(protocol::encode(*all));
    return exit_code::done;
  }
  if (all->meetings.empty()) with.say("cli.no_meetings");
  for (auto const& [id, summary] : all->meetings)
    std::cout << id.value << "  " << with.pick(summary.name) << ", "
              << catalogue::format_dates(with.language, summary.opens, summary.closes) << '\n';
  return exit_code::done;
}

}  // namespace

void add_meetings(CLI::App& app, context& with, task& chosen) {
  auto& meetings = add_subcommand(app, with, "meetings", "cli.meetings.about");
  meetings.callback([&] { chosen = [&with] { return list_meetings(with); }; });
}

void add_agenda(CLI::App& app, context& with, task& chosen) {
  auto& group = add_subcommand(app, with, "agenda", "cli.agenda.about",
                               {{"dais agenda show --lang-ui fr", "cli.agenda.example.show"},
                                {"dais agenda open '10(i)' --meeting 11msp", "cli.agenda.example.open"},
                                {"dais agenda watch --json | jq .state.current", "cli.agenda.example.watch"}});
  group.require_subcommand(1);
  add_subcommand(group, with, "show", "cli.agenda.show.about").callback([&] {
    chosen = [&with] { return show(with); };
  });
  add_subcommand(group, with, "watch", "cli.agenda.watch.about").callback([&] {
    chosen = [&with] { return watch(with); };
  });
  for (auto const* verb : {"open", "suspend", "close"}) {
    auto const item = std::make_shared<std::string>();
    auto& one = add_subcommand(group, with, verb, std::string("cli.agenda.") + verb + ".about");
    one.add_option("item", *item, with.words("cli.agenda.item"))->type_name("ITEM")->required();
    one.callback([&chosen, &with, item, verb] {
      chosen = [&with, item, method = std::string("agenda.") + verb] { return change_state(with, method, *item); };
    });
  }
}

}  // namespace dais::command_line
