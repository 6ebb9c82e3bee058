#include "server/domain/organization/decide.hpp"

#include <algorithm>
#include <string>

#include "server/domain/limits.hpp"
#include "server/domain/organization/roles.hpp"
#include "server/domain/refusals.hpp"

namespace dais::domain {
namespace {

using protocol::account_details;
using protocol::account_id;
using protocol::error_code;
using protocol::reject;

using done = decided<organization_event, protocol::done>;

/// An open account has its address for itself; `own` is the account that may have it already.
void check_address(organization_state const& state, account_details const& details, account_id const* own,
                   problems& found) {
  for (auto const& [id, account] : state.accounts) {
    if (account.closed || !account.details || (own && id == *own)) continue;
    if (account.details->email == details.email)
      found.push_back({error_code::already_there,
                       "/details/email",
                       "There is an account with this address already; change that one, or give another address.",
                       {{"account", id.value}}});
  }
}

auto unknown_account(account_id const& account) {
  return reject(error_code::not_found, "/account", "There is no such account; choose one from the list.",
                {{"name", account.value}});
}

auto refuse_last_secretariat(std::string path) {
  return reject(error_code::not_now, std::move(path),
                "This is the last account of the secretariat; give another account that role first.");
}

auto refuse_closed(std::string path, error_code code) {
  return reject(code, std::move(path), "This account is closed already; add a new one if the person comes back.");
}

}  // namespace

organization_decision<protocol::accounts::add> decide(organization_state const& state,
                                                      protocol::accounts::add const& command, context const& with) {
  if (state.accounts.size() >= most::accounts) return refuse_full("accounts", most::accounts);
  problems found;
  check_address(state, command.details, nullptr, found);
  check_roles(state, command.roles.items, "/roles", found);
  if (!found.empty()) return refuse(std::move(found));
  account_id const id{with.fresh()};
  return decided<organization_event, protocol::accounts::added>{
      {account_added{id, {protocol::person_id{id.value}, command.details}, command.roles.items}}, {id}};
}

organization_decision<protocol::accounts::change> decide(organization_state const& state,
                                                         protocol::accounts::change const& command, context const&) {
  auto const account = state.accounts.find(command.account);
  if (account == state.accounts.end()) return unknown_account(command.account);
  auto const& now = account->second;
  if (now.version != command.version) return refuse_stale("account", now.version);
  if (now.closed) return refuse_closed("/account", error_code::not_now);
  problems found;
  if (command.details) check_address(state, *command.details, &command.account, found);
  if (command.roles) check_roles(state, command.roles->items, "/roles", found);
  if (!found.empty()) return refuse(std::move(found));
  if (command.roles && !leads(command.roles->items) && is_last_secretariat(state, command.account))
    return refuse_last_secretariat("/roles");
  done out;
  if (command.details && now.details != command.details)
    out.events.push_back(
        account_details_changed{command.account, {protocol::person_id{command.account.value}, command.details}});
  if (command.roles && now.roles != command.roles->items)
    out.events.push_back(account_roles_changed{command.account, command.roles->items});
  return out;
}

organization_decision<protocol::accounts::close> decide(organization_state const& state,
                                                        protocol::accounts::close const& command, context const&) {
  auto const account = state.accounts.find(command.account);
  if (account == state.accounts.end()) return unknown_account(command.account);
  if (account->second.closed) return refuse_closed("/account", error_code::nothing_to_do);
  if (is_last_secretariat(state, command.account)) return refuse_last_secretariat("/account");
  return done{{account_closed{command.account}}, {}};
}

organization_decision<protocol::people::forget_account> decide(organization_state const& state,
                                                               protocol::people::forget_account const& command,
                                                               context const&) {
  account_id const account{command.person.value};
  if (!state.accounts.contains(account))
    return reject(error_code::not_found, "/person", "There is no account of such a person; choose one from the list.",
                  {{"name", command.person.value}});
  if (state.forgotten.contains(command.person))
    return reject(error_code::nothing_to_do, "/person", "This person's data is erased already; nothing is left to do.");
  if (is_last_secretariat(state, account)) return refuse_last_secretariat("/person");
  return done{{account_forgotten{command.person, account}}, {}};
}

organization_decision<register_meeting> decide(organization_state const& state, register_meeting const& command,
                                               context const&) {
  auto const found = state.meetings.find(command.id);
  auto const& summary = command.summary;
  if (found != state.meetings.end() && found->second.name == summary.name &&
      found->second.short_name == summary.short_name && found->second.opens == summary.opens &&
      found->second.closes == summary.closes)
    return done{};
  return done{{meeting_registered{command.id, summary}}, {}};
}

}  // namespace dais::domain
