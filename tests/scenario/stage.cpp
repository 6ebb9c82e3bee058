#include "tests/scenario/stage.hpp"

#include <optional>
#include <stdexcept>

#include "protocol/codec.hpp"
#include "protocol/registry.hpp"
#include "server/domain/meeting/apply.hpp"
#include "server/domain/meeting/decide.hpp"
#include "server/domain/organization/apply.hpp"
#include "server/domain/organization/decide.hpp"
#include "tests/scenario/meeting_files.hpp"
#include "tests/scenario/state_json.hpp"

/// In a scenario personal data stands open: {"person", "data"?}.
template <class T>
struct dais::protocol::codec<dais::domain::personal<T>> {
  static json write(dais::domain::personal<T> const& value) {
    json out = {{"person", value.person.value}};
    if (value.data) out["data"] = encode(*value.data);
    return out;
  }
};

namespace dais::scenario {
namespace {

using protocol::json;

template <class T>
void wipe(domain::personal<T>& of, std::set<protocol::person_id> const& forgotten) {
  if (forgotten.contains(of.person)) of.data.reset();
}

template <class Event>
void wipe_event(Event& event, std::set<protocol::person_id> const& forgotten) {
  boost::mp11::mp_for_each<boost::describe::describe_members<Event, boost::describe::mod_public>>([&](auto member) {
    if constexpr (requires { (event.*member.pointer).person; }) wipe(event.*member.pointer, forgotten);
  });
}

template <class Journal, class State>
void replay(Journal const& journal, State& state, std::set<protocol::person_id> const& forgotten) {
  for (auto [event, at] : journal) {
    std::visit([&](auto& each) { wipe_event(each, forgotten); }, event);
    apply(state, event, at);
  }
}

template <class Event, class Answer>
outcome write(domain::decided<Event, Answer> const& decided) {
  outcome out{{}, protocol::encode(decided.answer)};
  for (auto const& event : decided.events)
    out.events.push_back(std::visit(
        [](auto const& each) -> json { return {{"type", std::string(each.type)}, {"data", protocol::encode(each)}}; },
        event));
  return out;
}

/// Calls `run` with the command of this name out of a list, read from `params`; absent where it is not in the list.
template <class Commands, class Run>
std::optional<protocol::result<outcome>> give_one_of(std::string const& method, json const& params, Run&& run) {
  std::optional<protocol::result<outcome>> out;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Commands>>([&](auto each) {
    using command = typename decltype(each)::type;
    if (command::info.name != method) return;
    auto const read = protocol::decode<command>(params);
    if (read)
      out = run(*read);
    else
      out = std::unexpected(read.error());
  });
  return out;
}

}  // namespace

domain::context stage::next(protocol::seq at) const { return {x_actor, x_now, at, "new-" + std::to_string(at)}; }

template <class Command>
protocol::result<outcome> stage::in_meeting(Command const& command) {
  auto const with = next(x_meeting.seq + 1);
  auto const decided = decide(x_meeting, command, with);
  if (!decided) return std::unexpected(decided.error());
  for (auto const& event : decided->events) {
    domain::position const at{with.at, x_now};
    apply(x_meeting, event, at);
    x_meeting_journal.emplace_back(event, at);
  }
  return write(*decided);
}

template <class Command>
protocol::result<outcome> stage::in_organization(Command const& command) {
  auto const with = next(x_organization.seq + 1);
  auto const decided = decide(x_organization, command, with);
  if (!decided) return std::unexpected(decided.error());
  for (auto const& event : decided->events) {
    domain::position const at{with.at, x_now};
    apply(x_organization, event, at);
    x_organization_journal.emplace_back(event, at);
  }
  return write(*decided);
}

protocol::result<outcome> stage::import(json const& params) {
  auto command = read_import(params);
  if (!command) return std::unexpected(command.error());
  if (command->digest.empty()) command->digest = plan_import(&x_meeting, *command).digest;
  return in_meeting(*command);
}

protocol::result<outcome> stage::preview(json const& params) const {
  auto const command = read_import(params);
  if (!command) return std::unexpected(command.error());
  return outcome{{}, protocol::encode(plan_import(x_meeting.exists() ? &x_meeting : nullptr, *command))};
}

protocol::result<outcome> stage::register_meeting(json const& params) {
  auto const summary = protocol::decode<protocol::topics::meeting_summary>(params.at("summary"));
  if (!summary) return std::unexpected(summary.error());
  return in_organization(domain::register_meeting{{params.at("id").get<std::string>()}, *summary});
}

protocol::result<outcome> stage::give(std::string const& method, json const& params) {
  using namespace protocol;
  if (method == "import") return import(params);
  if (method == "preview") return preview(params);
  if (method == "register_meeting") return register_meeting(params);
  using commands = boost::mp11::mp_remove<meeting_commands, protocol::meeting::import>;
  if (auto out = give_one_of<commands>(method, params, [&](auto const& each) { return in_meeting(each); })) return *out;
  if (auto out =
          give_one_of<organization_commands>(method, params, [&](auto const& each) { return in_organization(each); }))
    return *out;
  throw std::runtime_error("there is no command " + method);
}

json stage::state() const { return state_json(x_meeting, x_organization); }

json stage::replayed(bool without_forgotten) const {
  domain::meeting_state meeting;
  domain::organization_state organization;
  std::set<protocol::person_id> const nobody;
  replay(x_meeting_journal, meeting, without_forgotten ? x_meeting.forgotten : nobody);
  replay(x_organization_journal, organization, without_forgotten ? x_organization.forgotten : nobody);
  return state_json(meeting, organization);
}

}  // namespace dais::scenario
