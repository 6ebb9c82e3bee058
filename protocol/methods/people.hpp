#pragma once
// Roles, accounts, signing in, and forgetting a person.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "protocol/rpc.hpp"
#include "protocol/values.hpp"

namespace dais::protocol {

/// What somebody may do is decided by these alone (server/access/rights). `public_reader` is everybody without an
/// account.
enum class role { secretariat, president, committee, focal_point, delegate, display, public_reader };
BOOST_DESCRIBE_ENUM(role, secretariat, president, committee, focal_point, delegate, display, public_reader)

/// One role of an account: in one meeting, or in all where `meeting` is absent; focal points and delegates name their
/// delegation. A delegate's account may name the member whose it is, who then sees their own application.
struct role_grant {
  protocol::role role = protocol::role::public_reader;
  std::optional<meeting_id> meeting;
  std::optional<delegation_id> delegation;
  std::optional<member_id> member = std::nullopt;
  bool operator==(role_grant const&) const = default;
};
BOOST_DESCRIBE_STRUCT(role_grant, (), (role, meeting, delegation, member))

/// What an account says of its holder; personal data.
struct account_details {
  name_text name;
  protocol::email email;
  protocol::language language;
  bool operator==(account_details const&) const = default;
};
BOOST_DESCRIBE_STRUCT(account_details, (), (name, email, language))

namespace accounts {

struct added {
  account_id account;
};
BOOST_DESCRIBE_STRUCT(added, (), (account))

struct add {
  static constexpr method_info info{"accounts.add", method_kind::command, method_scope::organization,
                                    "Add an account with its roles."};
  using answer = added;
  account_details details;
  list<role_grant, 32> roles;
};
BOOST_DESCRIBE_STRUCT(add, (), (details, roles))

struct change {
  static constexpr method_info info{"accounts.change", method_kind::command, method_scope::organization,
                                    "Replace an account's details or roles."};
  using answer = done;
  account_id account;
  seq version = 0;
  std::optional<account_details> details;
  std::optional<list<role_grant, 32>> roles;
};
BOOST_DESCRIBE_STRUCT(change, (), (account, version, details, roles))

struct close {
  static constexpr method_info info{"accounts.close", method_kind::command, method_scope::organization,
                                    "Close an account: it can no longer sign in, and its sessions end."};
  using answer = done;
  account_id account;
};
BOOST_DESCRIBE_STRUCT(close, (), (account))

struct link {
  std::string token;  ///< for GET /link/<token>; good once, until `expires`
  instant expires;
};
BOOST_DESCRIBE_STRUCT(link, (), (token, expires))

struct make_link {
  static constexpr method_info info{"accounts.make_link", method_kind::query, method_scope::organization,
                                    "Make a one-time sign-in link for an account."};
  using answer = link;
  account_id account;
};
BOOST_DESCRIBE_STRUCT(make_link, (), (account))

struct set_password {
  static constexpr method_info info{
      "accounts.set_password", method_kind::query, method_scope::organization,
      "Set my own password; the old one is asked for if there is one, unless I came by a one-time link."};
  using answer = done;
  std::optional<text<1, 200>> old_password;
  text<10, 200> new_password;
};
BOOST_DESCRIBE_STRUCT(set_password, (), (old_password, new_password))

}  // namespace accounts

namespace sessions {

/// Who I am: nothing but `roles` = [public_reader] without a session.
struct identity {
  std::optional<account_id> account;
  std::optional<std::string> name;
  std::optional<protocol::language> language;
  std::vector<role_grant> roles;
  bool has_password = false;
};
BOOST_DESCRIBE_STRUCT(identity, (), (account, name, language, roles, has_password))

struct who_am_i {
  static constexpr method_info info{"sessions.who_am_i", method_kind::query, method_scope::organization,
                                    "My account and roles."};
  using answer = identity;
};
BOOST_DESCRIBE_STRUCT(who_am_i, (), ())

struct signed_in {
  std::string token;  ///< bearer token for native clients; browsers get it as a cookie instead and see ""
  identity who;
};
BOOST_DESCRIBE_STRUCT(signed_in, (), (token, who))

/// Over HTTP: POST /sign-in with these params as its JSON body. Either e-mail and password, or a link's token.
struct sign_in {
  static constexpr method_info info{"sessions.sign_in", method_kind::query, method_scope::organization, "Sign in."};
  using answer = signed_in;
  std::optional<protocol::email> email;
  std::optional<text<1, 200>> password;
  std::optional<text<1, 200>> link;
  std::optional<text<1, 120>> device;  ///< how the session shall be listed
};
BOOST_DESCRIBE_STRUCT(sign_in, (), (email, password, link, device))

struct session {
  sign_in_id id;
  account_id account;
  std::string device;
  instant began;
  instant used;
  instant expires;
  bool current = false;
};
BOOST_DESCRIBE_STRUCT(session, (), (id, account, device, began, used, expires, current))

struct session_list {
  std::vector<session> sessions;
};
BOOST_DESCRIBE_STRUCT(session_list, (), (sessions))

struct list_sessions {
  static constexpr method_info info{"sessions.list", method_kind::query, method_scope::organization,
                                    "My sessions; the secretariat may name another account."};
  using answer = session_list;
  std::optional<account_id> account;
};
BOOST_DESCRIBE_STRUCT(list_sessions, (), (account))

struct revoke {
  static constexpr method_info info{"sessions.revoke", method_kind::query, method_scope::organization,
                                    "End a session: one of mine, or for the secretariat anybody's."};
  using answer = done;
  sign_in_id session;
};
BOOST_DESCRIBE_STRUCT(revoke, (), (session))

}  // namespace sessions

namespace people {

/// Erases a member's personal data for good: the key is destroyed, views show "erased", the journal stays verifiable.
struct forget {
  static constexpr method_info info{"people.forget", method_kind::command, method_scope::meeting,
                                    "Erase a person's data for good."};
  using answer = done;
  person_id person;
};
BOOST_DESCRIBE_STRUCT(forget, (), (person))

/// The same for the holder of an account; the account is closed.
struct forget_account {
  static constexpr method_info info{"people.forget_account", method_kind::command, method_scope::organization,
                                    "Erase an account holder's data for good."};
  using answer = done;
  person_id person;
};
BOOST_DESCRIBE_STRUCT(forget_account, (), (person))

}  // namespace people
}  // namespace dais::protocol
