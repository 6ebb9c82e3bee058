#include "server/app/desk.hpp"

#include "protocol/limits.hpp"
#include "server/access/passwords.hpp"
#include "server/access/token.hpp"
#include "server/runtime/log.hpp"

namespace dais::app {

using protocol::error_code;
using protocol::rejection;

namespace {

constexpr std::chrono::seconds cache_life{60};
constexpr std::size_t cache_size = 50'000;

rejection unavailable() {
  return {error_code::read_only, "", "Accounts cannot be reached at the moment; try again in a moment."};
}
rejection slowed(std::chrono::seconds wait) {
  return {error_code::too_many_attempts,
          "",
          "Too many attempts; wait " + std::to_string(wait.count()) + " seconds, then try again.",
          {{"retry_after", std::to_string(wait.count())}}};
}
rejection wrong() {
  return {error_code::wrong_credentials, "", "E-mail or password is not right; check both and try again."};
}

protocol::instant now_of(world const& of) { return of.with().time.now(); }

}  // namespace

desk::desk(world& of, access::credential_store& store, std::function<void(change)> tell)
    : of_(of), store_(store), tell_(std::move(tell)) {}

/// Does `work` on the pool, then `done(outcome)` on `asker`; `done` gets nothing where the pool or the work fails.
template <class Work, class Done>
void desk::on_pool(runtime::shard& asker, Work work, Done done) {
  using result = std::invoke_result_t<Work&>;
  auto const finish = std::make_shared<Done>(std::move(done));
  bool const taken = of_.with().pool.submit(asker, std::move(work), [finish](auto got) {
    if (got) return (*finish)(std::optional<result>(std::move(*got)));
    runtime::log(runtime::severity::error, "the credential store failed", {{"why", runtime::describe(got.error())}});
    (*finish)(std::optional<result>());
  });
  if (!taken) asker.post([finish] { (*finish)(std::optional<result>()); });
}

who desk::principal_of(access::session const& session) const {
  auto const& accounts = of_.organization().run().committed().accounts;
  auto const found = accounts.find(session.account);
  if (found == accounts.end() || found->second.closed) return nullptr;
  auto out = std::make_shared<access::principal>();
  out->account = session.account;
  out->roles = found->second.roles;
  out->session = session.id;
  out->by_link = session.by_link;
  if (found->second.details) {
    out->language = found->second.details->language;
    out->name = found->second.details->name.value;
  }
  return out;
}

void desk::find(runtime::shard& asker, std::string token, then<who> answer) {
  auto const hash = access::token_hash(token);
  if (!hash) return answer(nullptr);
  auto& front = of_.shards()[0];
  front.post([this, &asker, &front, hash = *hash, answer = std::move(answer)]() mutable {
    auto const now = now_of(of_);
    auto const reply = [&asker](then<who> to, who found) {
      asker.post([to = std::move(to), found = std::move(found)]() mutable { to(std::move(found)); });
    };
    if (auto const kept = cache_.find(hash); kept != cache_.end()) {
      if (now - kept->second.checked < cache_life && now < kept->second.session.expires)
        return reply(std::move(answer), principal_of(kept->second.session));
      cache_.erase(kept);
    }
    on_pool(
        front, [this, hash, now] { return store_.find_session(hash, now); },
        [this, hash, now, reply, endings = endings_, answer = std::move(answer)](auto outcome) mutable {
          if (!outcome || !*outcome || !**outcome) return reply(std::move(answer), nullptr);
          if (cache_.size() >= cache_size) cache_.clear();
          auto const& session = ***outcome;
          if (endings == endings_) cache_[hash] = {session, now};
          reply(std::move(answer), principal_of(session));
        });
  });
}

void desk::sign_in(runtime::shard& asker, protocol::sessions::sign_in with, then<protocol::result<began>> answer) {
  if (with.link.has_value() == (with.email.has_value() || with.password.has_value()))
    return answer(protocol::reject(error_code::missing_field, "/email", "Give either e-mail and password, or a link."));
  if (!with.link) {
    if (!with.email) return answer(protocol::reject(error_code::missing_field, "/email", "Give your e-mail address."));
    if (!with.password) return answer(protocol::reject(error_code::missing_field, "/password", "Give your password."));
    return check_password(asker, std::move(with), std::move(answer));
  }
  auto const hash = access::token_hash(with.link->value);
  auto const used = [] {
    return protocol::reject(error_code::link_used, "/link",
                            "This link is used or too old; ask the secretariat for a new one.");
  };
  if (!hash) return answer(used());
  on_pool(
      asker, [this, hash = *hash, now = now_of(of_)] { return store_.use_link(hash, now); },
      [this, &asker, used, device = with.device ? with.device->value : "",
       answer = std::move(answer)](auto outcome) mutable {
        if (!outcome || !*outcome) return answer(std::unexpected(unavailable()));
        if (!**outcome) return answer(used());
        begin(asker, ***outcome, std::move(device), true, std::move(answer));
      });
}

void desk::check_password(runtime::shard& asker, protocol::sessions::sign_in with,
                          then<protocol::result<began>> answer) {
  auto& front = of_.shards()[0];
  front.post([this, &asker, with = std::move(with), answer = std::move(answer)]() mutable {
    std::optional<protocol::account_id> account;
    for (auto const& [id, each] : of_.organization().run().committed().accounts)
      if (!each.closed && each.details && each.details->email == *with.email) account = id;
    auto const now = now_of(of_);
    struct checked {
      std::optional<rejection> no;
    };
    on_pool(
        asker,
        [this, account, with, now]() -> checked {
          auto const wait = account ? store_.begin_attempt(*account, now) : store_.begin_attempt(*with.email, now);
          if (!wait) return {unavailable()};
          if (*wait) return {slowed(**wait)};
          std::string hash = access::decoy_hash();
          if (account) {
            auto const stored = store_.password_of(*account);
            if (!stored) return {unavailable()};
            if (*stored) hash = **stored;
          }
          if (!access::verify_password(hash, with.password->value) || !account) return {wrong()};
          if (!store_.attempt_succeeded(*account)) return {unavailable()};
          if (access::needs_rehash(hash) && !store_.set_password(*account, access::hash_password(with.password->value)))
            return {unavailable()};
          return {};
        },
        [this, &asker, account, device = with.device ? with.device->value : "",
         answer = std::move(answer)](auto outcome) mutable {
          if (!outcome) return answer(std::unexpected(unavailable()));
          if (outcome->no) return answer(std::unexpected(*outcome->no));
          begin(asker, *account, std::move(device), false, std::move(answer));
        });
  });
}

void desk::begin(runtime::shard& asker, protocol::account_id account, std::string device, bool by_link,
                 then<protocol::result<began>> answer) {
  auto const now = now_of(of_);
  auto const token = access::new_token();
  access::session const session{
      access::new_sign_in_id(), account, std::move(device), now, now, now + protocol::limits::session_life, by_link};
  auto& front = of_.shards()[0];
  front.post([this, &asker, token, session, answer = std::move(answer)]() mutable {
    auto const holder = principal_of(session);
    if (!holder) {
      asker.post([answer = std::move(answer)]() mutable { answer(std::unexpected(wrong())); });
      return;
    }
    on_pool(
        asker,
        [this, token, session]() -> std::optional<bool> {
          if (!store_.begin_session(token.hash, session)) return std::nullopt;
          auto const password = store_.password_of(session.account);
          return password ? std::optional(password->has_value()) : std::nullopt;
        },
        [token, session, holder, answer = std::move(answer)](auto outcome) mutable {
          if (!outcome || !*outcome) return answer(std::unexpected(unavailable()));
          answer(began{token.text,
                       session.expires,
                       {session.account, holder->name, holder->language, holder->roles, **outcome}});
        });
  });
}

void desk::ended(change what) {
  of_.shards()[0].post([this, what = std::move(what)] {
    ++endings_;
    std::erase_if(cache_, [&](auto const& each) {
      auto const& session = each.second.session;
      return what.session ? session.id == *what.session : session.account == what.account && session.id != what.except;
    });
    tell_(what);
  });
}

void desk::sign_out(runtime::shard& asker, std::string token, then<protocol::result<protocol::done>> answer) {
  auto const hash = access::token_hash(token);
  if (!hash) return answer(protocol::done{});
  on_pool(
      asker,
      [this, hash = *hash, now = now_of(of_)]() -> access::stored<std::optional<access::session>> {
        auto found = store_.find_session(hash, now);
        if (found && *found)
          if (auto const gone = store_.revoke((*found)->id); !gone) return std::unexpected(gone.error());
        return found;
      },
      [this, answer = std::move(answer)](auto outcome) mutable {
        if (!outcome || !*outcome) return answer(std::unexpected(unavailable()));
        if (**outcome) ended({std::nullopt, (***outcome).id, true});
        answer(protocol::done{});
      });
}

void desk::make_link(runtime::shard& asker, protocol::account_id account,
                     then<protocol::result<protocol::accounts::link>> answer) {
  of_.shards()[0].post([this, &asker, account, answer = std::move(answer)]() mutable {
    auto const& accounts = of_.organization().run().committed().accounts;
    auto const found = accounts.find(account);
    if (found == accounts.end() || found->second.closed) {
      asker.post([answer = std::move(answer)]() mutable {
        answer(protocol::reject(error_code::not_found, "/account", "There is no open account of this id."));
      });
      return;
    }
    auto const token = access::new_token();
    auto const expires = now_of(of_) + protocol::limits::link_life;
    on_pool(
        asker, [this, token, account, expires] { return store_.add_link(token.hash, {account, expires}); },
        [token, expires, answer = std::move(answer)](auto outcome) mutable {
          if (!outcome || !*outcome) return answer(std::unexpected(unavailable()));
          answer(protocol::accounts::link{token.text, expires});
        });
  });
}

void desk::has_password(runtime::shard& asker, protocol::account_id account, then<bool> answer) {
  on_pool(
      asker, [this, account] { return store_.password_of(account); },
      [answer = std::move(answer)](auto outcome) mutable { answer(outcome && *outcome && (*outcome)->has_value()); });
}

void desk::set_password(runtime::shard& asker, who by, protocol::accounts::set_password with,
                        then<protocol::result<protocol::done>> answer) {
  auto const now = now_of(of_);
  on_pool(
      asker,
      [this, by, with = std::move(with), now]() -> std::optional<rejection> {
        auto const stored = store_.password_of(*by->account);
        if (!stored) return unavailable();
        if (*stored && !by->by_link) {
          if (!with.old_password)
            return rejection(error_code::missing_field, "/old_password", "Give your old password.");
          auto const wait = store_.begin_attempt(*by->account, now);
          if (!wait) return unavailable();
          if (*wait) return slowed(**wait);
          if (!access::verify_password(**stored, with.old_password->value))
            return rejection(error_code::wrong_credentials, "/old_password", "The old password is not right.");
          if (!store_.attempt_succeeded(*by->account)) return unavailable();
        }
        if (!store_.set_password(*by->account, access::hash_password(with.new_password.value))) return unavailable();
        if (!store_.revoke_all(*by->account, by->session)) return unavailable();
        return std::nullopt;
      },
      [this, by, answer = std::move(answer)](auto outcome) mutable {
        if (!outcome) return answer(std::unexpected(unavailable()));
        if (*outcome) return answer(std::unexpected(**outcome));
        ended({*by->account, std::nullopt, true, by->session});
        answer(protocol::done{});
      });
}

void desk::list(runtime::shard& asker, protocol::account_id of, who by,
                then<protocol::result<protocol::sessions::session_list>> answer) {
  on_pool(
      asker, [this, of, now = now_of(of_)] { return store_.sessions_of(of, now); },
      [by, answer = std::move(answer)](auto outcome) mutable {
        if (!outcome || !*outcome) return answer(std::unexpected(unavailable()));
        protocol::sessions::session_list out;
        for (auto const& each : **outcome)
          out.sessions.push_back(
              {each.id, each.account, each.device, each.began, each.used, each.expires, by->session == each.id});
        answer(std::move(out));
      });
}

void desk::revoke(runtime::shard& asker, who by, protocol::sign_in_id session, bool any,
                  then<protocol::result<protocol::done>> answer) {
  auto const absent = [] {
    return protocol::reject(error_code::not_found, "/session", "There is no such session of yours.");
  };
  on_pool(
      asker,
      [this, by, session, any, now = now_of(of_)]() -> access::stored<bool> {
        auto const found = store_.find_session(session, now);
        if (!found) return std::unexpected(found.error());
        if (!*found || (!any && (*found)->account != by->account)) return false;
        return store_.revoke(session);
      },
      [this, absent, session, answer = std::move(answer)](auto outcome) mutable {
        if (!outcome || !*outcome) return answer(std::unexpected(unavailable()));
        if (!**outcome) return answer(absent());
        ended({std::nullopt, session, true});
        answer(protocol::done{});
      });
}

void desk::organization_changed(domain::organization_state const& now) {
  for (auto const& [id, each] : now.accounts) {
    auto const found = known_.find(id);
    bool const fresh = found == known_.end();
    if (!fresh && found->second == std::pair(each.version, each.closed)) continue;
    known_[id] = {each.version, each.closed};
    if (fresh && !each.closed) continue;
    if (!each.closed) {
      tell_({id, std::nullopt, false});
      continue;
    }
    on_pool(of_.shards()[0], [this, account = id] { return store_.forget(account); }, [](auto) {});
    ended({id, std::nullopt, true});
  }
}

}  // namespace dais::app
