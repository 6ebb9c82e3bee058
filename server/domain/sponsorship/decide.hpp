#pragma once
// Rules of sponsorship: applications, funds, terms, allocations, awards.

#include "protocol/methods/allocation.hpp"
#include "protocol/methods/sponsorship.hpp"
#include "protocol/methods/sponsorship_terms.hpp"
#include "server/domain/meeting/decision.hpp"

namespace dais::domain {

decision<protocol::sponsorship::apply> decide(meeting_state const&, protocol::sponsorship::apply const&,
                                              context const&);
decision<protocol::sponsorship::change> decide(meeting_state const&, protocol::sponsorship::change const&,
                                               context const&);
decision<protocol::sponsorship::withdraw> decide(meeting_state const&, protocol::sponsorship::withdraw const&,
                                                 context const&);
decision<protocol::sponsorship::set_costs> decide(meeting_state const&, protocol::sponsorship::set_costs const&,
                                                  context const&);
decision<protocol::sponsorship::put_fund> decide(meeting_state const&, protocol::sponsorship::put_fund const&,
                                                 context const&);
decision<protocol::sponsorship::remove_fund> decide(meeting_state const&, protocol::sponsorship::remove_fund const&,
                                                    context const&);

decision<protocol::sponsorship::attach_file> decide(meeting_state const&, protocol::sponsorship::attach_file const&,
                                                    context const&);
decision<protocol::sponsorship::detach_file> decide(meeting_state const&, protocol::sponsorship::detach_file const&,
                                                    context const&);
decision<protocol::sponsorship::assess> decide(meeting_state const&, protocol::sponsorship::assess const&,
                                               context const&);
decision<protocol::sponsorship::set_terms> decide(meeting_state const&, protocol::sponsorship::set_terms const&,
                                                  context const&);
decision<protocol::sponsorship::draw_seed> decide(meeting_state const&, protocol::sponsorship::draw_seed const&,
                                                  context const&);
decision<protocol::sponsorship::save_scenario> decide(meeting_state const&, protocol::sponsorship::save_scenario const&,
                                                      context const&);
decision<protocol::sponsorship::remove_scenario> decide(meeting_state const&,
                                                        protocol::sponsorship::remove_scenario const&, context const&);
decision<protocol::sponsorship::release_money> decide(meeting_state const&, protocol::sponsorship::release_money const&,
                                                      context const&);
decision<protocol::sponsorship::propose> decide(meeting_state const&, protocol::sponsorship::propose const&,
                                                context const&);
decision<protocol::sponsorship::approve> decide(meeting_state const&, protocol::sponsorship::approve const&,
                                                context const&);
decision<protocol::sponsorship::notify> decide(meeting_state const&, protocol::sponsorship::notify const&,
                                               context const&);
decision<protocol::sponsorship::mark_sent> decide(meeting_state const&, protocol::sponsorship::mark_sent const&,
                                                  context const&);
decision<protocol::sponsorship::answer_award> decide(meeting_state const&, protocol::sponsorship::answer_award const&,
                                                     context const&);
decision<protocol::sponsorship::cancel_award> decide(meeting_state const&, protocol::sponsorship::cancel_award const&,
                                                     context const&);

/// Records that somebody tried an allocation, and what it came to.
struct record_trial {
  using answer = protocol::done;
  std::optional<protocol::scenario_id> scenario;
  std::optional<protocol::allocation_setup> setup;
  std::string hash;
  std::int64_t granted = 0;
  bool provisional = false;
};
decision<record_trial> decide(meeting_state const&, record_trial const&, context const&);

/// Records that a letter went by e-mail.
struct record_letter {
  using answer = protocol::done;
  protocol::application_id application;
};
decision<record_letter> decide(meeting_state const&, record_letter const&, context const&);

}  // namespace dais::domain
