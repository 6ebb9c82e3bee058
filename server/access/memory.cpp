#include "server/access/memory.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <tuple>
#include <utility>

#include "server/access/email_key.hpp"

namespace dais::access {

namespace {

class memory_store final : public credential_store {
public:
  stored<std::optional<std::string>> password_of(protocol::account_id const& account) override {
    std::scoped_lock const lock(x_mutex);
    auto const found = x_passwords.find(account);
    return found == x_passwords.end() ? std::nullopt : std::optional(found->second);
  }

  stored<void> set_password(protocol::account_id const& account, std::string const& hash) override {
    std::scoped_lock const lock(x_mutex);
    x_passwords[account] = hash;
    return {};
  }

  stored<void> add_link(protocol::hash256 const& token, access::link const& added) override {
    std::scoped_lock const lock(x_mutex);
    x_links[token] = added;
    keep(links_per_account, x_links, token, [](access::link const& each) { return each.expires; });
    return {};
  }

  stored<std::optional<protocol::account_id>> use_link(protocol::hash256 const& token, protocol::instant now) override {
    std::scoped_lock const lock(x_mutex);
    auto const used = x_links.extract(token);
    if (!used || used.mapped().expires <= now) return std::nullopt;
    return used.mapped().account;
  }

  stored<void> begin_session(protocol::hash256 const& token, access::session const& begun) override {
    std::scoped_lock const lock(x_mutex);
    x_sessions[token] = begun;
    keep(sessions_per_account, x_sessions, token, [](access::session const& each) { return each.used; });
    return {};
  }

  stored<std::optional<access::session>> find_session(protocol::hash256 const& token, protocol::instant now) override {
    std::scoped_lock const lock(x_mutex);
    auto const found = x_sessions.find(token);
    if (found == x_sessions.end() || found->second.expires <= now) return std::nullopt;
    if (now - found->second.used >= use_interval) found->second.used = now;
    return found->second;
  }

  stored<std::optional<access::session>> find_session(protocol::sign_in_id const& id, protocol::instant now) override {
    std::scoped_lock const lock(x_mutex);
    for (auto const& [token, each] : x_sessions)
      if (each.id == id && each.expires > now) return each;
    return std::nullopt;
  }

  stored<std::vector<access::session>> sessions_of(protocol::account_id const& account,
                                                   protocol::instant now) override {
    std::scoped_lock const lock(x_mutex);
    std::vector<access::session> found;
    for (auto const& [token, each] : x_sessions)
      if (each.account == account && each.expires > now) found.push_back(each);
    std::ranges::sort(found,
                      [](auto const& a, auto const& b) { return std::pair(b.used, a.id) < std::pair(a.used, b.id); });
    return found;
  }

  stored<bool> revoke(protocol::sign_in_id const& id) override {
    std::scoped_lock const lock(x_mutex);
    return std::erase_if(x_sessions, [&](auto const& each) { return each.second.id == id; }) > 0;
  }

  stored<std::size_t> revoke_all(protocol::account_id const& account,
                                 std::optional<protocol::sign_in_id> const& except) override {
    std::scoped_lock const lock(x_mutex);
    std::erase_if(x_links, [&](auto const& each) { return each.second.account == account; });
    return std::erase_if(x_sessions,
                         [&](auto const& each) { return each.second.account == account && each.second.id != except; });
  }

  stored<std::optional<std::chrono::seconds>> begin_attempt(protocol::account_id const& account,
                                                            protocol::instant now) override {
    std::scoped_lock const lock(x_mutex);
    return begin(x_of_accounts[account], now);
  }

  stored<std::optional<std::chrono::seconds>> begin_attempt(protocol::email const& unknown,
                                                            protocol::instant now) override {
    std::scoped_lock const lock(x_mutex);
    auto const key = email_key(x_secret, unknown);
    auto const wait = begin(x_of_emails[key], now);
    if (x_of_emails.size() > unknown_emails)
      x_of_emails.erase(std::ranges::min_element(
          x_of_emails, {}, [&](auto const& each) { return std::tuple(each.first == key, each.second.last); }));
    return wait;
  }

  stored<void> attempt_succeeded(protocol::account_id const& account) override {
    std::scoped_lock const lock(x_mutex);
    x_of_accounts.erase(account);
    return {};
  }

  stored<void> forget(protocol::account_id const& account) override {
    std::scoped_lock const lock(x_mutex);
    x_passwords.erase(account);
    x_of_accounts.erase(account);
    std::erase_if(x_links, [&](auto const& each) { return each.second.account == account; });
    std::erase_if(x_sessions, [&](auto const& each) { return each.second.account == account; });
    return {};
  }

  stored<void> prune(protocol::instant now) override {
    std::scoped_lock const lock(x_mutex);
    std::erase_if(x_links, [&](auto const& each) { return each.second.expires <= now; });
    std::erase_if(x_sessions, [&](auto const& each) { return each.second.expires <= now; });
    std::erase_if(x_of_accounts, [&](auto const& each) { return x_gate.forgotten(each.second, now); });
    std::erase_if(x_of_emails, [&](auto const& each) { return x_gate.forgotten(each.second, now); });
    return {};
  }

private:
  std::optional<std::chrono::seconds> begin(attempts& so_far, protocol::instant now) {
    auto const wait = x_gate.retry_after(so_far, now);
    if (!wait) so_far = x_gate.begin(so_far, now);
    return wait;
  }

  /// After `added`: where its account has more than `most`, drops the one of the others that `age` puts first.
  template <class Map, class Age>
  static void keep(std::size_t most, Map& all, protocol::hash256 const& added, Age age) {
    std::vector<typename Map::iterator> others;
    for (auto each = all.begin(); each != all.end(); ++each)
      if (each->second.account == all.at(added).account && each->first != added) others.push_back(each);
    if (others.size() >= most)
      all.erase(*std::ranges::min_element(others, {}, [&](auto const& each) { return age(each->second); }));
  }

  std::mutex x_mutex;
  sign_in_gate const x_gate;
  email_secret const x_secret = new_email_secret();
  std::map<protocol::account_id, std::string> x_passwords;
  std::map<protocol::hash256, access::link> x_links;
  std::map<protocol::hash256, access::session> x_sessions;
  std::map<protocol::account_id, attempts> x_of_accounts;
  std::map<protocol::hash256, attempts> x_of_emails;
};

}  // namespace

std::unique_ptr<credential_store> make_memory_store() { return std::make_unique<memory_store>(); }

}  // namespace dais::access
