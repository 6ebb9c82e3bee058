// The methods that change nothing in a journal: following topics, previews, sessions.

#include "protocol/codec.hpp"
#include "protocol/registry.hpp"
#include "server/access/rights.hpp"
#include "server/app/service.hpp"
#include "server/domain/meeting/plan.hpp"

namespace dais::app {

using protocol::error_code;
using protocol::json;
using protocol::rejection;

namespace {

/// What an audience of topics depends on: the categories of the meeting's delegations.
access::category_lookup categories_of(domain::meeting_state const& state) {
  return [&state](protocol::delegation_id const& delegation) -> std::optional<protocol::category_id> {
    auto const found = state.registration.delegations.find(delegation);
    return found == state.registration.delegations.end() ? std::nullopt : std::optional(found->second.category);
  };
}
access::category_lookup categories_of(domain::organization_state const&) {
  return [](auto const&) { return std::nullopt; };
}

bool exists(domain::meeting_state const& state) { return state.exists(); }
bool exists(domain::organization_state const&) { return true; }

}  // namespace

void service::query(asked_ptr what) {
  auto const& request = what->request;
  namespace p = protocol;
  if (request.command)
    return what->refuse({error_code::unknown_field, "/command_id", "This changes nothing; take the command_id out."});
  if (auto const no = access::may_call(*what->by, request.method, request.meeting, std::nullopt))
    return what->refuse(*no);
  auto const scope = scope_of(request.method);
  if (request.meeting && scope == p::method_scope::organization)
    return what->refuse({error_code::unknown_field, "/meeting", "This is not about one meeting; take the field out."});
  if (!request.meeting && scope == p::method_scope::meeting)
    return what->refuse({error_code::missing_field, "/meeting", "Say which meeting it is about."});

  auto const is = [&](auto const& info) { return request.method == info.name; };
  /// Decodes the params, or refuses.
  auto const read = [&]<class T>(std::type_identity<T>) -> std::optional<T> {
    auto params = p::decode<T>(request.params);
    if (params) return std::move(*params);
    what->refuse(params.error());
    return std::nullopt;
  };
  if (is(p::live::subscribe::info)) return subscribe(std::move(what));
  if (is(p::live::unsubscribe::info)) return unsubscribe(std::move(what));
  if (is(p::live::hash::info)) return hash(std::move(what));
  if (is(p::meeting::preview::info)) return preview(std::move(what));
  if (is(p::sponsorship::simulate::info)) return simulate(std::move(what));
  if (is(p::sponsorship::explain::info)) return explain(std::move(what));
  if (is(p::sponsorship::committee::info)) return committee(std::move(what));
  if (is(p::sponsorship::send_letters::info)) return send_letters(std::move(what));
  if (is(p::live::ping::info)) {
    if (read(std::type_identity<p::live::ping>{}))
      what->with(p::encode(p::live::pong{std::chrono::floor<std::chrono::milliseconds>(of_.with().time.now())}));
    return;
  }
  if (is(p::sessions::who_am_i::info)) {
    if (!read(std::type_identity<p::sessions::who_am_i>{})) return;
    if (!what->by->account) return what->with(p::encode(identity_of(what->by)));
    return desk_.has_password(here(), *what->by->account, [this, what](bool has) {
      auto identity = identity_of(what->by);
      identity.has_password = has;
      what->with(p::encode(identity));
    });
  }
  if (is(p::sessions::sign_in::info)) {
    auto params = read(std::type_identity<p::sessions::sign_in>{});
    if (!params) return;
    return desk_.sign_in(here(), std::move(*params), [what](p::result<began> outcome) {
      if (!outcome) return what->refuse(outcome.error());
      what->with(p::encode(p::sessions::signed_in{outcome->token, outcome->identity}));
    });
  }
  if (is(p::sessions::list_sessions::info)) {
    auto params = read(std::type_identity<p::sessions::list_sessions>{});
    if (!params) return;
    auto const account = params->account.value_or(*what->by->account);
    if (account != *what->by->account && !access::acts_for_organization(*what->by))
      return what->refuse({error_code::forbidden, "/account", "You may see your own sessions only."});
    return desk_.list(here(), account, what->by, [what](auto outcome) { what->with(std::move(outcome)); });
  }
  if (is(p::sessions::revoke::info)) {
    auto params = read(std::type_identity<p::sessions::revoke>{});
    if (!params) return;
    return desk_.revoke(here(), what->by, params->session, access::acts_for_organization(*what->by),
                        [what](auto outcome) { what->with(std::move(outcome)); });
  }
  if (is(p::accounts::make_link::info)) {
    auto params = read(std::type_identity<p::accounts::make_link>{});
    if (params) desk_.make_link(here(), params->account, [what](auto outcome) { what->with(std::move(outcome)); });
    return;
  }
  if (is(p::accounts::set_password::info)) {
    auto params = read(std::type_identity<p::accounts::set_password>{});
    if (params)
      desk_.set_password(here(), what->by, std::move(*params),
                         [what](auto outcome) { what->with(std::move(outcome)); });
    return;
  }
  what->refuse({error_code::internal, "", "This method is not served."});
}

template <class Body>
void service::with_stream(asked_ptr what, Body&& body) {
  if (!what->request.meeting) return body(of_.organization());
  auto* const found = find(*what->request.meeting);
  if (found == nullptr) return what->refuse({error_code::not_found, "/meeting", "There is no such meeting."});
  body(*found);
}

void service::subscribe(asked_ptr what) {
  auto params = protocol::decode<protocol::live::subscribe>(what->request.params);
  if (!params) return what->refuse(params.error());
  if (!what->connection)
    return what->refuse(
        {error_code::invalid_request, "", "Topics are followed over a live connection: GET /live, or GET /events."});
  if (params->topics.size() > protocol::limits::topics_per_connection)
    return what->refuse({error_code::too_large, "/topics",
                         "Follow at most " + std::to_string(protocol::limits::topics_per_connection) + " topics."});
  with_stream(what, [&](auto& stream) {
    stream.home().post([this, what, &stream, topics = std::move(params->topics)] {
      auto const& state = stream.run().committed();
      auto const answer = [this, what](auto outcome) {
        here().post([what, outcome = std::move(outcome)] { outcome(); });
      };
      if (!exists(state))
        return answer([what] { what->refuse({error_code::not_found, "/meeting", "There is no such meeting."}); });
      std::vector<std::string> names;
      for (auto const& [name, ignored] : topics) {
        if (auto const no = access::may_follow(*what->by, what->request.meeting, name, categories_of(state)))
          return answer([what, why = *no] { what->refuse(why); });
        names.push_back(name);
      }
      auto bases = stream.bases(names);
      if (!bases)
        return answer([what, name = bases.error()] {
          what->refuse(
              {error_code::unknown_topic, "/topics/" + name, "There is no topic \"" + name.substr(0, 100) + "\"."});
        });
      here().post([this, what, name = stream.name(), topics, found = std::move(*bases)] {
        auto& replica = of_.replica(shard_);
        for (auto const& base : found.bases) replica.install(name, base);
        replica.take(*found.where, of_.with().time.now());
        what->with(protocol::encode(protocol::live::subscribed{found.where->epoch, found.where->newest}));
        if (!live_.contains(what->connection->id())) return;
        for (auto const& [topic, from] : topics)
          if (!replica.subscribe(*what->connection, name, topic, from))
            return what->connection->close(hub::close_code::overloaded, "too many topics");
      });
    });
  });
}

void service::unsubscribe(asked_ptr what) {
  auto params = protocol::decode<protocol::live::unsubscribe>(what->request.params);
  if (!params) return what->refuse(params.error());
  with_stream(what, [&](auto& stream) {
    if (what->connection)
      for (auto const& topic : params->topics.items)
        of_.replica(shard_).unsubscribe(*what->connection, stream.name(), topic);
    what->with(protocol::encode(protocol::done{}));
  });
}

void service::hash(asked_ptr what) {
  auto params = protocol::decode<protocol::live::hash>(what->request.params);
  if (!params) return what->refuse(params.error());
  with_stream(what, [&](auto& stream) {
    stream.home().post([this, what, &stream, topic = params->topic] {
      auto const& state = stream.run().committed();
      auto const no = access::may_follow(*what->by, what->request.meeting, topic, categories_of(state));
      auto const shown = no ? std::nullopt : stream.state_of(topic);
      here().post([what, no, shown, topic, at = stream.run().newest()] {
        if (no) return what->refuse(*no);
        if (!shown)
          return what->refuse(
              {error_code::unknown_topic, "/topic", "There is no topic \"" + topic.substr(0, 100) + "\"."});
        what->with(protocol::encode(protocol::live::topic_hash{at, sha256_hex(protocol::canonical(*shown))}));
      });
    });
  });
}

void service::preview(asked_ptr what) {
  auto params = protocol::decode<protocol::meeting::preview>(what->request.params);
  if (!params) return what->refuse(params.error());
  if (!access::acts_for_organization(*what->by))
    return what->refuse({error_code::forbidden, "", "Only the secretariat may import meetings."});
  auto file = read_meeting_file(params->file.value);
  if (!file) return what->refuse(file.error());
  auto* const found = find(file->file.id);
  if (found == nullptr) return what->with(protocol::encode(domain::plan_import(nullptr, *file)));
  found->home().post([this, what, found, file = std::move(*file)] {
    auto const& state = found->run().committed();
    auto const plan = domain::plan_import(state.exists() ? &state : nullptr, file);
    here().post([what, plan] { what->with(protocol::encode(plan)); });
  });
}

}  // namespace dais::app
