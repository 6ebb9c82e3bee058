// The terms of sponsorship, and the lots.

#include "server/domain/refusals.hpp"
#include "server/domain/sponsorship/decide.hpp"
#include "server/domain/sponsorship/terms.hpp"

namespace dais::domain {

using protocol::error_code;
using protocol::reject;

decision<protocol::sponsorship::set_terms> decide(meeting_state const& state,
                                                  protocol::sponsorship::set_terms const& command, context const&) {
  auto const& in = state.sponsorship;
  if (command.version != in.terms_version) return refuse_stale("sponsorship's terms", in.terms_version);
  if (auto wrong = check_terms(command.terms, state, "/terms"); !wrong.empty()) return refuse(std::move(wrong));
  if (in.terms == command.terms) return accepted{};
  return accepted{{terms_set{command.terms}}, {}};
}

decision<protocol::sponsorship::draw_seed> decide(meeting_state const& state,
                                                  protocol::sponsorship::draw_seed const& command,
                                                  context const& with) {
  auto const& in = state.sponsorship;
  if (in.seed)
    return reject(error_code::already_there, "", "The lots are drawn already, and stay.", {{"name", *in.seed}});
  if (!in.terms) return reject(error_code::not_now, "", "There are no terms of sponsorship yet; set them first.");
  if (with.now <= in.terms->closes)
    return reject(error_code::not_now, "",
                  "Applications close on " + protocol::to_string(in.terms->closes) + "; draw the lots after that.",
                  {{"closes", protocol::to_string(in.terms->closes)}});
  auto const seed = command.source.value.empty() ? with.fresh() : command.source.value + " " + with.fresh();
  return decided<meeting_event, protocol::sponsorship::seed_drawn>{{lots_drawn{seed, command.source.value}}, {seed}};
}

}  // namespace dais::domain
