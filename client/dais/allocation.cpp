#include "client/dais/allocation.hpp"

#include <iostream>
#include <memory>

#include "client/dais/sponsorship_words.hpp"
#include "client/native/applications.hpp"
#include "server/catalogue/collation.hpp"

namespace dais::command_line {
namespace {

using protocol::allocation_outcome;
using protocol::application_id;

/// What an allocation was made from, and what it came to.
struct allocation_run {
  protocol::allocation_source source;
  std::string name;  ///< of the scenario
  protocol::json answer;
  allocation_outcome what;
};

/// Runs the scenario that `text` means, or the published policy; the words take on the labels of its policy.
outcome<allocation_run> run_allocation(context const& with, sponsorship_words& words, std::string const& text) {
  allocation_run out;
  out.name = with.words("cli.sponsorship.run.published");
  if (!text.empty()) {
    auto const& all = words.allocations.scenarios;
    auto const id = only_one(with, native::find_scenarios(words.allocations, text, catalogue::folded), "scenario", text,
                             [&](auto const& one) { return all.at(one).name.value; });
    if (!id) return std::unexpected(id.error());
    out.source.scenario = *id;
    out.name = all.at(*id).name.value;
    words.policy = all.at(*id).setup.policy;
  }
  auto answer = make_call(
      with, {"sponsorship.simulate", words.meeting, std::nullopt, {{"source", protocol::encode(out.source)}}});
  if (!answer) return std::unexpected(answer.error());
  auto read = protocol::decode<allocation_outcome>(*answer);
  if (!read) return std::unexpected(with.report(read.error()));
  out.answer = std::move(*answer);
  out.what = std::move(*read);
  return out;
}

void line(std::string const& text) { std::cout << "  " << text << '\n'; }

void show_people(context const& with, sponsorship_words const& words, allocation_outcome const& what) {
  if (!what.granted.empty()) with.say("cli.sponsorship.run.seats");
  for (auto const& seat : what.granted)
    line(with.words("cli.sponsorship.run.seat", {{"seat", seat.seat},
                                                 {"who", words.who(seat.application)},
                                                 {"package", words.package(seat.package)},
                                                 {"money", words.money(seat.amount)},
                                                 {"turn", words.turn(seat)}}));
  if (!what.refused.empty()) with.say("cli.sponsorship.run.refused");
  for (auto const& id : what.order)
    if (auto const found = what.refused.find(id); found != what.refused.end())
      line(with.words("cli.sponsorship.run.without_seat",
                      {{"who", words.who(id)}, {"reason", words.reason(found->second)}}));
  if (!what.gated.empty()) with.say("cli.sponsorship.run.gated");
  for (auto const& [id, gates] : what.gated)
    line(with.words("cli.sponsorship.run.without_seat", {{"who", words.who(id)}, {"reason", words.gates(gates)}}));
}

void show_money(context const& with, sponsorship_words const& words, allocation_outcome const& what) {
  if (!what.funds.empty()) with.say("cli.sponsorship.run.funds");
  for (auto const& [id, fund] : what.funds)
    line(with.words("cli.sponsorship.run.fund", {{"fund", words.fund(id)},
                                                 {"amount", words.money(fund.amount)},
                                                 {"paid", words.money(fund.paid)},
                                                 {"kept_back", words.money(fund.kept_back)},
                                                 {"lost", words.money(fund.lost)},
                                                 {"free", words.money(fund.free)}}));
  if (what.held) {
    with.say("cli.sponsorship.run.held", {{"reserve", words.reserve(what.held->reserve)}});
    if (what.held->application) with.say("cli.sponsorship.run.held_for", {{"who", words.who(*what.held->application)}});
    for (auto const& one : words.top_ups(what.held->top_up)) line(one);
  }
  if (!what.reserves.empty()) with.say("cli.sponsorship.run.reserves");
  for (auto const& [id, reserve] : what.reserves)
    line(with.words("cli.sponsorship.run.reserve",
                    {{"reserve", words.reserve(id)}, {"members", reserve.members}, {"floor", reserve.floor}}));
}

void show_outcome(context const& with, sponsorship_words const& words, allocation_run const& run) {
  auto const& what = run.what;
  with.say("cli.sponsorship.run.title", {{"scenario", run.name},
                                         {"granted", what.granted.size()},
                                         {"refused", what.refused.size()},
                                         {"gated", what.gated.size()}});
  with.say("cli.sponsorship.hash", {{"hash", what.hash}});
  if (what.provisional) with.say("cli.sponsorship.run.provisional");
  if (what.overcommitted) {
    std::vector<std::string> tight;
    for (auto const& id : what.overcommitted->tight) tight.push_back(words.fund(id));
    with.say("cli.sponsorship.run.overcommitted",
             {{"money", words.money(what.overcommitted->lacking)}, {"funds", words.list(tight)}});
  }
  show_people(with, words, what);
  show_money(with, words, what);
  std::cout << std::flush;
}

exit_code run_scenario(context const& with, std::string const& scenario) {
  auto words = sponsorship_words::read(with);
  if (!words) return words.error();
  auto const run = run_allocation(with, *words, scenario);
  if (!run) return run.error();
  if (with.is_json)
    with.print(run->answer);
  else
    show_outcome(with, *words, *run);
  return exit_code::done;
}

exit_code list_scenarios(context const& with) {
  auto const words = sponsorship_words::read(with);
  if (!words) return words.error();
  auto const& all = words->allocations.scenarios;
  if (with.is_json) {
    with.print(protocol::encode(words->allocations));
    return exit_code::done;
  }
  if (all.empty()) with.say("cli.sponsorship.scenario.empty");
  for (auto const& [id, one] : all)
    with.say("cli.sponsorship.scenario.row",
             {{"name", one.name.value}, {"id", id.value}, {"moment", words->moment(one.changed)}});
  return exit_code::done;
}

struct explain_options {
  std::string who, scenario;
};

protocol::json explanation_json(application_id const& id, allocation_run const& run, protocol::json const& changes) {
  protocol::json out{{"application", id.value}, {"hash", run.what.hash}};
  for (auto const& seat : run.what.granted)
    if (seat.application == id) out["granted"] = protocol::encode(seat);
  if (auto const found = run.what.refused.find(id); found != run.what.refused.end()) {
    out["refused"] = protocol::encode(found->second);
    out["enters_if_cancels"] = protocol::encode(native::who_makes_room(run.what, id));
    out["changes"] = changes;
  }
  if (auto const found = run.what.gated.find(id); found != run.what.gated.end()) out["gated"] = found->second;
  if (auto const found = run.what.points.find(id); found != run.what.points.end())
    out["points"] = protocol::encode(found->second);
  return out;
}

void show_changes(context const& with, sponsorship_words const& words, protocol::smallest_changes const& changes) {
  auto lines = words.top_ups(changes.top_up);
  if (changes.cost)
    lines.push_back(with.words("cli.sponsorship.explain.cost", {{"money", words.money(changes.cost->lacking)},
                                                                {"package", words.package(changes.cost->package)}}));
  if (changes.points) lines.push_back(with.words("cli.sponsorship.explain.more_points", {{"points", *changes.points}}));
  with.say(lines.empty() ? "cli.sponsorship.explain.no_change" : "cli.sponsorship.explain.changes");
  for (auto const& one : lines) line(one);
}

/// The seat, or why there is none.
void show_result(context const& with, sponsorship_words const& words, application_id const& id,
                 allocation_outcome const& what) {
  auto const who = words.who(id);
  for (auto const& seat : what.granted)
    if (seat.application == id)
      return with.say("cli.sponsorship.explain.granted", {{"who", who},
                                                          {"seat", seat.seat},
                                                          {"package", words.package(seat.package)},
                                                          {"money", words.money(seat.amount)},
                                                          {"turn", words.turn(seat)}});
  if (auto const found = what.refused.find(id); found != what.refused.end())
    return with.say("cli.sponsorship.explain.refused",
                    {{"who", who}, {"reason", words.reason(found->second)}, {"step", found->second.step}});
  if (auto const found = what.gated.find(id); found != what.gated.end())
    return with.say("cli.sponsorship.explain.gated", {{"who", who}, {"gates", words.gates(found->second)}});
  with.say("cli.sponsorship.explain.absent", {{"who", who}});
}

exit_code explain(context const& with, explain_options const& given) {
  auto words = sponsorship_words::read(with);
  if (!words) return words.error();
  auto const id = only_one(with, native::find_applications(words->applications, given.who, catalogue::folded),
                           "application", given.who, [&](auto const& one) { return words->who(one); });
  if (!id) return id.error();
  auto const run = run_allocation(with, *words, given.scenario);
  if (!run) return run.error();
  bool const is_refused = run->what.refused.contains(*id);
  protocol::json answer;
  if (is_refused) {
    auto const asked = make_call(with, {"sponsorship.explain",
                                        words->meeting,
                                        std::nullopt,
                                        {{"source", protocol::encode(run->source)}, {"application", id->value}}});
    if (!asked) return asked.error();
    answer = *asked;
  }
  if (with.is_json) {
    with.print(explanation_json(*id, *run, answer));
    return exit_code::done;
  }
  show_result(with, *words, *id, run->what);
  if (auto const found = run->what.points.find(*id); found != run->what.points.end())
    with.say(found->second.lines.empty() ? "cli.sponsorship.explain.no_points" : "cli.sponsorship.explain.points",
             {{"points", found->second.points}, {"lines", words->points(found->second.lines)}});
  if (!is_refused) return exit_code::done;
  auto const changes = protocol::decode<protocol::smallest_changes>(answer);
  if (!changes) return with.report(changes.error());
  show_changes(with, *words, *changes);
  if (auto const place = native::place_in_waiting(run->what, *id))
    with.say("cli.sponsorship.explain.waiting", {{"place", place}});
  if (auto const others = native::who_makes_room(run->what, *id); !others.empty())
    with.say("cli.sponsorship.explain.if_cancels", {{"names", words->who(others)}});
  return exit_code::done;
}

}  // namespace

void add_scenario(CLI::App& group, context& with, task& chosen) {
  auto& scenario = add_subcommand(group, with, "scenario", "cli.sponsorship.scenario.about");
  scenario.require_subcommand(1);
  add_subcommand(scenario, with, "list", "cli.sponsorship.scenario.list.about").callback([&] {
    chosen = [&with] { return list_scenarios(with); };
  });
  auto const name = std::make_shared<std::string>();
  auto& run = add_subcommand(scenario, with, "run", "cli.sponsorship.run.about");
  run.add_option("scenario", *name, with.words("cli.sponsorship.run.scenario"))->type_name("SCENARIO");
  run.callback([&chosen, &with, name] { chosen = [&with, name] { return run_scenario(with, *name); }; });
}

void add_explain(CLI::App& group, context& with, task& chosen) {
  auto const given = std::make_shared<explain_options>();
  auto& one = add_subcommand(group, with, "explain", "cli.sponsorship.explain.about");
  one.add_option("name", given->who, with.words("cli.sponsorship.explain.name"))->type_name("NAME")->required();
  one.add_option("--scenario", given->scenario, with.words("cli.sponsorship.run.scenario"))->type_name("SCENARIO");
  one.callback([&chosen, &with, given] { chosen = [&with, given] { return explain(with, *given); }; });
}

}  // namespace dais::command_line
