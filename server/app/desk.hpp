#pragma once
// Who is who: signing in and out, sessions, one-time links, passwords. It lives on shard 0 and is asked from any shard.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "protocol/hash256.hpp"
#include "protocol/methods/people.hpp"
#include "server/access/credential_store.hpp"
#include "server/access/principal.hpp"
#include "server/app/world.hpp"

namespace dais::app {

using who = std::shared_ptr<access::principal const>;
template <class T>
using then = std::move_only_function<void(T)>;

/// A session that has just begun.
struct began {
  std::string token;
  protocol::instant expires;
  protocol::sessions::identity identity;
};

/// Every public function may be called on any shard, and calls back on `asker`. What blocks is done on the pool.
class desk {
public:
  /// An account's roles changed, or (`gone`) one session or, without `session`, all of an account ended.
  struct change {
    std::optional<protocol::account_id> account;
    std::optional<protocol::sign_in_id> session;
    bool gone = false;
    std::optional<protocol::sign_in_id> except = std::nullopt;  ///< the session that stays, where all others ended
  };

  /// `tell` is called on shard 0 for each change.
  desk(world& of, access::credential_store& store, std::function<void(change)> tell);

  /// The holder of a session; null where the token is not valid.
  void find(runtime::shard& asker, std::string token, then<who> answer);
  void sign_in(runtime::shard& asker, protocol::sessions::sign_in with, then<protocol::result<began>> answer);
  void sign_out(runtime::shard& asker, std::string token, then<protocol::result<protocol::done>> answer);
  void make_link(runtime::shard& asker, protocol::account_id account,
                 then<protocol::result<protocol::accounts::link>> answer);
  void has_password(runtime::shard& asker, protocol::account_id account, then<bool> answer);
  void set_password(runtime::shard& asker, who by, protocol::accounts::set_password with,
                    then<protocol::result<protocol::done>> answer);
  void list(runtime::shard& asker, protocol::account_id of, who by,
            then<protocol::result<protocol::sessions::session_list>> answer);
  /// `any`: whether somebody else's session may be ended.
  void revoke(runtime::shard& asker, who by, protocol::sign_in_id session, bool any,
              then<protocol::result<protocol::done>> answer);

  /// On shard 0, after each change of the organization: ends what closed accounts have, and tells of changed roles.
  void organization_changed(domain::organization_state const& now);

private:
  struct cached {
    access::session session;
    protocol::instant checked;
  };
  template <class Work, class Done>
  void on_pool(runtime::shard& asker, Work work, Done done);
  void begin(runtime::shard& asker, protocol::account_id account, std::string device, bool by_link,
             then<protocol::result<began>> answer);
  void check_password(runtime::shard& asker, protocol::sessions::sign_in with, then<protocol::result<began>> answer);
  who principal_of(access::session const& session) const;
  void ended(change what);

  world& of_;
  access::credential_store& store_;
  std::function<void(change)> tell_;
  std::map<protocol::hash256, cached> cache_;
  std::uint64_t endings_ = 0;  ///< how often sessions have ended: what was looked up before the last is not cached
  std::map<protocol::account_id, std::pair<protocol::seq, bool>> known_;  ///< version and closed, of each account
};

}  // namespace dais::app
