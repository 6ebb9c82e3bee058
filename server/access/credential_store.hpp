#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/hash256.hpp"
#include "protocol/values.hpp"
#include "server/access/sign_in_gate.hpp"
#include "server/journal/error.hpp"

namespace dais::access {

/// What a credential store yields, or the fault of its engine with words for the operator.
template <class Value>
using stored = journal::result<Value>;

/// A one-time link, known by the hash of its token.
struct link {
  protocol::account_id account;
  protocol::instant expires;
};

/// A session, known by the hash of its token. `device` is what the user calls it, hostile text of at most 120
/// characters.
struct session {
  protocol::sign_in_id id;
  protocol::account_id account;
  std::string device;
  protocol::instant began;
  protocol::instant used;  ///< to within credential_store::use_interval
  protocol::instant expires;
  bool by_link = false;
  bool operator==(session const&) const = default;
};

/// What signing in needs: password hashes, one-time links, sessions, and how often it failed. It knows accounts by
/// their ids alone, holds no e-mail and no name, and of tokens only the hash. Every method may block and be called from
/// any thread; what it changed is durable when it returns.
class credential_store {
public:
  /// Bounds: of one account, its oldest link or least used session goes when another would be too many; of unknown
  /// e-mails, the one that was tried the longest ago.
  static constexpr std::size_t links_per_account = 10;
  static constexpr std::size_t sessions_per_account = 50;
  static constexpr std::size_t unknown_emails = 10'000;
  /// A use of a session is written down when the last one noted is older than this.
  static constexpr std::chrono::minutes use_interval{5};

  virtual ~credential_store() = default;

  /// The password hash of an account; nothing if it has no password.
  virtual stored<std::optional<std::string>> password_of(protocol::account_id const& account) = 0;
  virtual stored<void> set_password(protocol::account_id const& account, std::string const& hash) = 0;

  virtual stored<void> add_link(protocol::hash256 const& token, access::link const& added) = 0;
  /// The account of a link that is unused and not expired; from then on it is used.
  virtual stored<std::optional<protocol::account_id>> use_link(protocol::hash256 const& token,
                                                               protocol::instant now) = 0;

  virtual stored<void> begin_session(protocol::hash256 const& token, access::session const& begun) = 0;
  /// The session of this token, if it has not ended; notes that it was used.
  virtual stored<std::optional<access::session>> find_session(protocol::hash256 const& token,
                                                              protocol::instant now) = 0;
  /// The session of this id, if it has not ended.
  virtual stored<std::optional<access::session>> find_session(protocol::sign_in_id const& id,
                                                              protocol::instant now) = 0;
  /// The sessions of an account that have not ended, the last used first.
  virtual stored<std::vector<access::session>> sessions_of(protocol::account_id const& account,
                                                           protocol::instant now) = 0;
  /// Ends a session; false if there was none.
  virtual stored<bool> revoke(protocol::sign_in_id const& id) = 0;
  /// Ends all sessions of an account but `except`, and takes its open links with them; how many sessions that were.
  virtual stored<std::size_t> revoke_all(protocol::account_id const& account,
                                         std::optional<protocol::sign_in_id> const& except = {}) = 0;

  /// Begins an attempt to sign in to an account: nothing where sign_in_gate allows it, and it is counted; else the
  /// seconds to wait, and it is not.
  virtual stored<std::optional<std::chrono::seconds>> begin_attempt(protocol::account_id const& account,
                                                                    protocol::instant now) = 0;
  /// The same for an e-mail that no account has, so that an answer does not tell whether one has it. It is kept as a
  /// hash keyed with a secret of the store.
  virtual stored<std::optional<std::chrono::seconds>> begin_attempt(protocol::email const& unknown,
                                                                    protocol::instant now) = 0;
  /// The attempt succeeded: the account's count begins anew.
  virtual stored<void> attempt_succeeded(protocol::account_id const& account) = 0;

  /// Forgets whatever is kept of an account: password, links, sessions, attempts.
  virtual stored<void> forget(protocol::account_id const& account) = 0;
  /// Takes out links and sessions that have expired and attempts that no longer count.
  virtual stored<void> prune(protocol::instant now) = 0;
};

}  // namespace dais::access
