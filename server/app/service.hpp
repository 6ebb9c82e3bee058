#pragma once
// What the gateway asks of the server, on one shard: dispatch of methods, topics, files, texts.

#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>

#include "protocol/codec.hpp"
#include "protocol/rpc.hpp"
#include "server/app/commands.hpp"
#include "server/app/desk.hpp"
#include "server/app/letter_post.hpp"
#include "server/app/world.hpp"
#include "server/domain/sponsorship/allocating.hpp"
#include "server/gateway/service.hpp"

namespace dais::app {

class service final : public gateway::service {
public:
  service(world& of, desk& at, letter_post& letters, std::size_t shard, std::string version);

  void authenticate(gateway::credential with, gateway::done<std::optional<gateway::principal>> then) override;
  void call(gateway::caller by, std::string request, gateway::done<std::optional<std::string>> then) override;
  void refresh(hub::subscriber& reader, hub::topic_id topic) override;
  void closed(hub::subscriber& connection) override;
  void sign_in(std::string json, gateway::done<gateway::answer<gateway::signed_in>> then) override;
  void use_link(std::string token, gateway::done<gateway::answer<gateway::signed_in>> then) override;
  void sign_out(gateway::credential with, gateway::done<gateway::answer<std::string>> then) override;
  void document(gateway::principal who, std::string path,
                gateway::done<gateway::answer<gateway::document_file>> then) override;
  void file(gateway::principal who, std::string path,
            gateway::done<gateway::answer<gateway::document_file>> then) override;
  void export_file(gateway::principal who, std::string path, std::string query,
                   gateway::done<gateway::answer<gateway::content>> then) override;
  void begin_upload(gateway::principal who, gateway::upload_request what,
                    gateway::done<gateway::answer<std::unique_ptr<gateway::upload>>> then) override;
  void text(std::string path, gateway::done<gateway::answer<gateway::content>> then) override;

  /// An account's rights changed, or its session ended: its live connections on this shard are closed.
  void account_changed(desk::change const& what);
  /// Asks those who act for these delegations to connect again: what they may follow depends on the delegation.
  void delegations_changed(protocol::meeting_id const& meeting, std::set<protocol::delegation_id> const& changed);
  /// Sends heartbeats to whoever follows topics on this shard.
  void heartbeat();

private:
  using reply = gateway::done<std::optional<std::string>>;
  /// One request on its way: who asks, over what, and the only way to answer it.
  struct asked {
    who by;
    std::shared_ptr<hub::subscriber> connection;
    protocol::rpc_request request;
    reply answer;

    void with(protocol::json const& result);
    void refuse(protocol::rejection const& why);
    template <class T>
    void with(protocol::result<T> outcome) {
      outcome ? with(protocol::encode(*outcome)) : refuse(outcome.error());
    }
  };
  using asked_ptr = std::shared_ptr<asked>;

  void dispatch(asked_ptr what);
  void command(asked_ptr what, method_family family);
  template <class Model>
  void submit(asked_ptr what, live_stream<Model>& to, decision<Model> decide,
              std::move_only_function<void(protocol::result<executor::receipt>)> reply = {});
  void import(asked_ptr what, decision<meeting_model> decide);
  void notify(asked_ptr what, meeting_stream& to, decision<meeting_model> decide);
  void query(asked_ptr what);
  void subscribe(asked_ptr what);
  void unsubscribe(asked_ptr what);
  void hash(asked_ptr what);
  void preview(asked_ptr what);
  void simulate(asked_ptr what);
  void explain(asked_ptr what);
  void committee(asked_ptr what);
  void send_letters(asked_ptr what);
  /// Runs the allocation that `source` names, and makes the answer of it, both on the pool; refuses, or calls `then`
  /// with both on this shard.
  void allocate(asked_ptr what, protocol::allocation_source source,
                std::function<protocol::result<protocol::json>(domain::allocation_run const&)> answer,
                std::function<void(meeting_stream&, domain::allocation_run const&, protocol::json)> then);
  template <class Method>
  void receive(gateway::principal by, protocol::meeting_id const& meeting, gateway::upload_request what, Method params,
               std::string default_name, gateway::done<gateway::answer<std::unique_ptr<gateway::upload>>> then);
  void send_file(protocol::document_file file, bool is_public,
                 gateway::done<gateway::answer<gateway::document_file>> then);
  /// The stream that a live request is about: of its meeting, or of the organization. Refuses where there is none.
  template <class Body>
  void with_stream(asked_ptr what, Body&& body);
  void remember(gateway::caller const& by);

  runtime::shard& here() { return of_.shards()[shard_]; }
  meeting_stream* find(protocol::meeting_id const& meeting) const;
  protocol::sessions::identity identity_of(who const& by) const;

  world& of_;
  desk& desk_;
  letter_post& letters_;
  std::size_t shard_;
  std::string version_;
  struct live {
    std::weak_ptr<hub::subscriber> connection;
    who by;
  };
  std::unordered_map<std::uint64_t, live> live_;
};

}  // namespace dais::app
