#pragma once
// Every method and every topic, once. Dispatch, rights, schemas and TypeScript types all walk these lists.

#include <string_view>

#include <boost/mp11/list.hpp>

#include "protocol/live.hpp"
#include "protocol/methods/agenda.hpp"
#include "protocol/methods/allocation.hpp"
#include "protocol/methods/documents.hpp"
#include "protocol/methods/meeting.hpp"
#include "protocol/methods/notices.hpp"
#include "protocol/methods/people.hpp"
#include "protocol/methods/registration.hpp"
#include "protocol/methods/sponsorship.hpp"
#include "protocol/methods/sponsorship_terms.hpp"
#include "protocol/topics/agenda.hpp"
#include "protocol/topics/documents.hpp"
#include "protocol/topics/meeting.hpp"
#include "protocol/topics/notices.hpp"
#include "protocol/topics/registration.hpp"
#include "protocol/topics/sponsorship.hpp"

namespace dais::protocol {

/// Commands about one meeting: decided against its state.
using meeting_commands = boost::mp11::mp_list<
    meeting::import, registration::add_delegation, registration::change_delegation, registration::add_member,
    registration::change_member, registration::remove_member, registration::submit, registration::approve,
    registration::return_to_delegation, agenda::open, agenda::suspend, agenda::close, agenda::add, agenda::change,
    agenda::move, agenda::remove, programme::add, programme::change, programme::remove, documents::create,
    documents::change, documents::attach, documents::detach, documents::publish, documents::withdraw, documents::revise,
    sponsorship::apply, sponsorship::change, sponsorship::withdraw, sponsorship::attach_file, sponsorship::detach_file,
    sponsorship::assess, sponsorship::set_costs, sponsorship::put_fund, sponsorship::remove_fund,
    sponsorship::set_terms, sponsorship::draw_seed, sponsorship::save_scenario, sponsorship::remove_scenario,
    sponsorship::release_money, sponsorship::propose, sponsorship::approve, sponsorship::notify, sponsorship::mark_sent,
    sponsorship::answer_award, sponsorship::cancel_award, notices::post, notices::withdraw, people::forget>;

/// Commands about the organization.
using organization_commands =
    boost::mp11::mp_list<accounts::add, accounts::change, accounts::close, people::forget_account>;

/// Methods that change nothing in a journal.
using queries = boost::mp11::mp_list<live::subscribe, live::unsubscribe, live::ping, live::hash, meeting::preview,
                                     sponsorship::simulate, sponsorship::explain, sponsorship::committee,
                                     sponsorship::send_letters, accounts::make_link, accounts::set_password,
                                     sessions::who_am_i, sessions::sign_in, sessions::list_sessions, sessions::revoke>;

using methods = boost::mp11::mp_append<meeting_commands, organization_commands, queries>;

/// A topic, or a family of them where the name ends in "/": its name, the type of its state, and what it is about.
template <class State>
struct topic {
  using state = State;
  std::string_view name;
  method_scope scope;
};

/// Calls `f` with a `topic<State>` for each topic.
template <class F>
void for_each_topic(F&& f) {
  using enum method_scope;
  f(topic<topics::meetings>{"meetings", organization});
  f(topic<topics::accounts>{"accounts@secretariat", organization});
  f(topic<topics::meeting>{"meeting", meeting});
  f(topic<topics::agenda>{"agenda", meeting});
  f(topic<topics::agenda_versions>{"agenda.versions", meeting});
  f(topic<topics::documents>{"documents", meeting});
  f(topic<topics::documents>{"documents@participants", meeting});
  f(topic<topics::documents>{"documents@secretariat", meeting});
  f(topic<topics::participants>{"participants", meeting});
  f(topic<topics::delegation_participants>{"participants/", meeting});
  f(topic<topics::delegation>{"delegation/", meeting});
  f(topic<topics::registrations>{"registrations@secretariat", meeting});
  f(topic<topics::published_terms>{"sponsorship", meeting});
  f(topic<topics::whole_terms>{"sponsorship.terms@committee", meeting});
  f(topic<topics::sponsorship>{"sponsorship@committee", meeting});
  f(topic<topics::own_sponsorship>{"sponsorship/", meeting});
  f(topic<topics::own_sponsorship>{"application/", meeting});
  f(topic<topics::allocations>{"allocation@committee", meeting});
  f(topic<topics::trials>{"allocation.trials@committee", meeting});
  f(topic<topics::notices>{"notices", meeting});
  f(topic<topics::notices>{"notices/category/", meeting});
  f(topic<topics::notices>{"notices/delegation/", meeting});
  f(topic<topics::notices>{"notices@secretariat", meeting});
}

}  // namespace dais::protocol
