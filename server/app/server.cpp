#include "server/app/server.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <future>

#include <boost/asio/steady_timer.hpp>

#include "protocol/codec.hpp"
#include "protocol/limits.hpp"
#include "server/access/sqlite.hpp"
#include "server/app/service.hpp"
#include "server/app/web_assets.hpp"
#include "server/app/world.hpp"
#include "server/domain/meeting/plan.hpp"
#include "server/gateway/server.hpp"
#include "server/journal/backup.hpp"
#include "server/journal/sqlite/journal.hpp"
#include "server/journal/sqlite/keyring.hpp"
#include "server/vault/files.hpp"

namespace dais::app {

namespace {

/// Sends heartbeats on one shard for as long as it runs.
class pulse {
public:
  pulse(runtime::shard& on, service& of) : timer_(on.context()), of_(of) {}
  void beat() {
    timer_.expires_after(protocol::limits::heartbeat);
    timer_.async_wait([this](boost::system::error_code const& cancelled) {
      if (cancelled) return;
      of_.heartbeat();
      beat();
    });
  }

private:
  boost::asio::steady_timer timer_;
  service& of_;
};

}  // namespace

/// In the order in which they are made; they go in the opposite one.
struct server::parts {
  configuration chosen;
  runtime::system_clock time;
  runtime::metrics numbers;
  int lock = -1;
  std::unique_ptr<journal::port> journal;
  std::unique_ptr<journal::keyring> keys;
  std::unique_ptr<access::credential_store> credentials;
  std::unique_ptr<vault::store> files;
  runtime::blocking_pool lane{1, 4096};
  runtime::blocking_pool pool{3, 4096};
  runtime::shards shards;
  std::unique_ptr<world> streams;
  std::unique_ptr<desk> front;
  std::unique_ptr<letter_post> letters;
  std::vector<std::unique_ptr<service>> services;
  std::vector<std::unique_ptr<pulse>> pulses;
  std::unique_ptr<gateway::server> way_in;
  bool running = false;

  explicit parts(configuration what) : chosen(std::move(what)), shards(chosen.shards) {}
  ~parts() {
    if (lock >= 0) ::close(lock);
  }

  std::expected<void, std::string> open_engines();
  void make_services();
  /// Does `work(done)` on shard 0, or on a meeting's home, and waits until it has called `done`.
  template <class T>
  T wait(runtime::shard& on, std::move_only_function<void(std::move_only_function<void(T)>)> work) {
    std::promise<T> got;
    auto future = got.get_future();
    on.post([&] { work([&got](T value) { got.set_value(std::move(value)); }); });
    return future.get();
  }
  meeting_stream* find(std::string const& meeting) {
    return wait<meeting_stream*>(shards[0], [&](auto done) {
      auto const& all = streams->meetings(0);
      auto const found = all.find(protocol::meeting_id{meeting});
      done(found == all.end() ? nullptr : found->second);
    });
  }
};

server::server(configuration chosen) : parts_(std::make_unique<parts>(std::move(chosen))) {}
server::~server() { stop(); }

std::expected<void, std::string> server::parts::open_engines() {
  namespace fs = std::filesystem;
  std::error_code failed;
  fs::create_directories(chosen.data, failed);
  auto const lock_file = chosen.data / "lock";
  lock = failed ? -1 : ::open(lock_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock < 0)
    return std::unexpected("The data directory " + chosen.data.string() +
                           " cannot be made or written; choose another with --data.");
  if (::flock(lock, LOCK_EX | LOCK_NB) != 0)
    return std::unexpected("Another daisd is running on " + chosen.data.string() +
                           "; stop it first, or choose another directory with --data.");
  auto const opened = [](auto&& got, auto& into) -> std::optional<std::string> {
    if (!got) return got.error().detail;
    into = std::move(*got);
    return std::nullopt;
  };
  namespace d = journal::data_directory;
  if (auto why = opened(journal::open_sqlite_journal(chosen.data / d::journal), journal)) return std::unexpected(*why);
  if (auto why = opened(journal::open_sqlite_keyring(chosen.data / d::keys), keys)) return std::unexpected(*why);
  if (auto why = opened(access::open_sqlite_store(chosen.data / d::access), credentials)) return std::unexpected(*why);
  if (auto why = opened(vault::open_files(chosen.data / d::vault), files)) return std::unexpected(*why);
  return {};
}

void server::parts::make_services() {
  streams = std::make_unique<world>(
      shards, engines{{*journal, *keys, lane}, *files, pool, time, numbers, chosen.gateway.upload_bytes});
  front = std::make_unique<desk>(*streams, *credentials, [this](desk::change const& what) {
    for (std::size_t i = 0; i < shards.size(); ++i)
      shards[i].post([it = services[i].get(), what] { it->account_changed(what); });
  });
  streams->on_organization([this](auto const& state) { front->organization_changed(state); });
  streams->on_delegations([this](auto const& meeting, auto const& changed) {
    for (std::size_t i = 0; i < shards.size(); ++i)
      shards[i].post([it = services[i].get(), meeting, changed] { it->delegations_changed(meeting, changed); });
  });
  letters = std::make_unique<letter_post>(*streams, chosen.mail);
  std::vector<gateway::service*> ports;
  for (std::size_t i = 0; i < shards.size(); ++i) {
    services.push_back(std::make_unique<service>(*streams, *front, *letters, i, version));
    pulses.push_back(std::make_unique<pulse>(shards[i], *services.back()));
    ports.push_back(services.back().get());
  }
  way_in = std::make_unique<gateway::server>(chosen.gateway, shards, ports, pool, time, numbers, web_assets());
  numbers.observe_gauge("dais_lane_depth", "Appends that wait for the journal",
                        [this] { return static_cast<double>(lane.depth()); });
  numbers.observe_gauge("dais_pool_depth", "Blocking work that waits",
                        [this] { return static_cast<double>(pool.depth()); });
  numbers.observe_gauge("dais_writable", "1 while the journal can be written",
                        [this] { return streams->writable() ? 1.0 : 0.0; });
  numbers.observe_gauge("dais_connections", "Connections that are open",
                        [this] { return static_cast<double>(way_in->open_connections()); });
}

std::expected<void, std::string> server::run() {
  if (sodium_init() < 0) return std::unexpected("The cryptographic library cannot be used on this machine.");
  if (auto const opened = parts_->open_engines(); !opened) return opened;
  parts_->make_services();
  parts_->lane.run();
  parts_->pool.run();
  parts_->shards.run();
  parts_->running = true;
  std::promise<std::expected<void, std::string>> ready;
  auto future = ready.get_future();
  parts_->streams->run([&](auto done) { ready.set_value(std::move(done)); });
  if (auto const done = future.get(); !done) return done;
  parts_->wait<bool>(parts_->shards[0], [this](auto done) {
    parts_->front->organization_changed(parts_->streams->organization().run().committed());
    done(true);
  });
  for (std::size_t i = 0; i < parts_->shards.size(); ++i)
    parts_->shards[i].post([it = parts_->pulses[i].get()] { it->beat(); });
  return {};
}

std::expected<std::uint16_t, std::string> server::listen() {
  auto const port = parts_->way_in->run();
  if (!port)
    return std::unexpected("Port " + std::to_string(parts_->chosen.gateway.port) + " of " +
                           parts_->chosen.gateway.address + " cannot be had (" + port.error().message() +
                           "); choose another with --port.");
  return *port;
}

void server::stop() {
  if (!parts_->running) return;
  parts_->running = false;
  parts_->way_in->stop();
  parts_->letters->stop();
  parts_->streams->stop();
  parts_->pool.stop();
  parts_->pool.join();
  parts_->lane.stop();
  parts_->lane.join();
  parts_->shards.stop();
  parts_->shards.join();
}

protocol::result<protocol::json> server::command(std::string const& command, std::string const& meeting,
                                                 std::string const& method, protocol::json const& params) {
  using outcome = protocol::result<protocol::json>;
  auto const fill = [&](auto& made, auto decide, std::move_only_function<void(outcome)> done) {
    made.id.value = command;
    made.method = method;
    made.request = request_digest(method, meeting, params);
    made.decide = std::move(decide);
    made.reply = [done = std::move(done)](protocol::result<executor::receipt> got) mutable {
      got ? done(std::move(got->answer)) : done(std::unexpected(got.error()));
    };
  };
  if (meeting.empty()) {
    auto decide = read_organization_command(method, params);
    if (!decide) return std::unexpected(decide.error());
    return parts_->wait<outcome>(parts_->shards[0], [&](auto done) {
      executor::executor<organization_model>::command made;
      fill(made, std::move(*decide), std::move(done));
      parts_->streams->organization().run().submit(std::move(made));
    });
  }
  auto decide = read_meeting_command(method, {meeting}, params);
  if (!decide) return std::unexpected(decide.error());
  auto* const stream = parts_->wait<meeting_stream*>(parts_->shards[0], [&](auto done) {
    parts_->streams->open_meeting({meeting},
                                  [done = std::move(done)](auto opened) mutable { done(opened ? *opened : nullptr); });
  });
  if (stream == nullptr)
    return protocol::reject(protocol::error_code::internal, "", "The meeting's journal cannot be read.");
  auto const answer = parts_->wait<outcome>(stream->home(), [&](auto done) {
    executor::executor<meeting_model>::command made;
    fill(made, std::move(*decide), std::move(done));
    stream->run().submit(std::move(made));
  });
  if (!answer || method != protocol::meeting::import::info.name) return answer;
  return parts_->wait<outcome>(parts_->shards[0], [&](auto done) {
    parts_->streams->register_meeting(*stream, [&answer, done = std::move(done)](auto) mutable { done(answer); });
  });
}

domain::organization_state server::organization() {
  return parts_->wait<domain::organization_state>(
      parts_->shards[0], [this](auto done) { done(parts_->streams->organization().run().committed()); });
}

std::optional<protocol::json> server::topic(std::string const& meeting, std::string const& topic) {
  auto* const stream = parts_->find(meeting);
  if (stream == nullptr) return std::nullopt;
  return parts_->wait<std::optional<protocol::json>>(stream->home(), [&](auto done) { done(stream->state_of(topic)); });
}

protocol::result<protocol::json> server::preview(std::string const& text) {
  auto file = read_meeting_file(text);
  if (!file) return std::unexpected(file.error());
  auto* const stream = parts_->find(file->file.id.value);
  if (stream == nullptr) return protocol::encode(domain::plan_import(nullptr, *file));
  return parts_->wait<protocol::json>(stream->home(), [&](auto done) {
    auto const& state = stream->run().committed();
    done(protocol::encode(domain::plan_import(state.exists() ? &state : nullptr, *file)));
  });
}

protocol::result<std::string> server::link(protocol::account_id const& account) {
  return parts_->wait<protocol::result<std::string>>(parts_->shards[0], [&](auto done) {
    parts_->front->make_link(parts_->shards[0], account, [done = std::move(done)](auto made) mutable {
      made ? done(made->token) : done(std::unexpected(made.error()));
    });
  });
}

std::expected<std::string, std::string> server::keep(std::string const& bytes) {
  auto into = parts_->files->begin(static_cast<std::int64_t>(bytes.size()));
  if (!into) return std::unexpected(into.error().detail);
  if (auto const done = (*into)->append(std::as_bytes(std::span(bytes))); !done)
    return std::unexpected(done.error().detail);
  auto const kept = (*into)->finish();
  if (!kept) return std::unexpected(kept.error().detail);
  return kept->hash.hex();
}

}  // namespace dais::app
