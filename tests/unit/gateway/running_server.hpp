#pragma once

#include "server/gateway/server.hpp"
#include "tests/unit/gateway/fake_service.hpp"
#include "tests/unit/gateway/raw_client.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace dais::gateway::tests {

/// A gateway on a free port with fake services behind it, on one shard or on several.
class running_server {
public:
  explicit running_server(std::size_t shard_count, options chosen = {})
      : x_shards(shard_count), x_pool(1, 64), x_assets(make_assets()) {
    std::vector<service*> ports;
    for (std::size_t i = 0; i < x_shards.size(); ++i) {
      x_services.push_back(std::make_unique<fake_service>(uploads));
      ports.push_back(x_services.back().get());
    }
    x_server = std::make_unique<server>(std::move(chosen), x_shards, ports, x_pool, x_time, numbers, x_assets);
    x_pool.run();
    x_shards.run();
    port = x_server->run().value();
  }
  ~running_server() {
    stop();
    x_shards.stop();
    x_shards.join();
  }

  void stop() { x_server->stop(); }
  std::size_t open_connections() const { return x_server->open_connections(); }

  /// The sum of a number over all services.
  int sum(std::atomic<int> fake_service::* number) const {
    int total = 0;
    for (auto const& one : x_services) total += (*one.*number).load();
    return total;
  }

  /// Does something with every service on its shard, and waits until it is done.
  void on_every_shard(std::function<void(fake_service&)> act) {
    for (std::size_t i = 0; i < x_shards.size(); ++i) {
      std::atomic<bool> ready{false};
      x_shards[i].post([&, i] {
        act(*x_services[i]);
        ready.store(true);
      });
      while (!ready.load()) std::this_thread::yield();
    }
  }

  /// Waits, at most ten seconds, until something holds.
  static bool eventually(std::function<bool()> const& holds) {
    auto const end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (!holds()) {
      if (std::chrono::steady_clock::now() > end) return false;
      std::this_thread::yield();
    }
    return true;
  }

  std::uint16_t port = 0;
  upload_log uploads;
  runtime::metrics numbers;

private:
  static std::vector<asset> make_assets() {
    return {{.path = "/index.html", .media_type = "text/html; charset=utf-8", .etag = "\"i\"", .plain = "<html>"}};
  }

  runtime::shards x_shards;
  runtime::blocking_pool x_pool;
  runtime::system_clock x_time;
  std::vector<asset> x_assets;
  std::vector<std::unique_ptr<fake_service>> x_services;
  std::unique_ptr<server> x_server;
};

/// Every test of the shells runs with one shard and with three.
class on_shards : public testing::TestWithParam<std::size_t> {};

}  // namespace dais::gateway::tests
