#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "client/native/address.hpp"
#include "protocol/json.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace dais::native::tests {

/// What a request looked like, and how the fake answers it.
struct fake_exchange {
  std::string head;  ///< request line and headers as they came
  std::string body;
  boost::asio::ip::tcp::socket& socket;

  std::string header(std::string const& name) const;
  /// Writes these bytes as they are.
  void write(std::string const& bytes);
  void answer(int status, std::string const& body, std::string const& more_headers = {});
};

/// One live connection of the fake, as a script sees it; every read gives up after five seconds.
class fake_live {
public:
  virtual ~fake_live() = default;
  virtual protocol::json read() = 0;
  virtual void write(protocol::json const& message) = 0;
  virtual void close(int code, std::string const& reason) = 0;
  std::string head;
};

/// Answers one connection after the other on 127.0.0.1, each by the next script; the number of the connection, from 0.
class fake_server {
public:
  using http_script = std::function<void(int number, fake_exchange&)>;
  using live_script = std::function<void(int number, fake_live&)>;

  explicit fake_server(http_script script) : fake_server(std::move(script), {}) {}
  explicit fake_server(live_script script) : fake_server({}, std::move(script)) {}
  ~fake_server();

  address where() const { return {false, "127.0.0.1", std::to_string(x_acceptor.local_endpoint().port()), ""}; }
  int connections() const { return x_number; }

private:
  fake_server(http_script http, live_script live);
  void serve();
  void serve_http(boost::asio::ip::tcp::socket socket, int number);
  void serve_live(boost::asio::ip::tcp::socket socket, int number);

  boost::asio::io_context x_context;
  boost::asio::ip::tcp::acceptor x_acceptor;
  http_script x_http;
  live_script x_live;
  std::atomic<int> x_number = 0;
  std::atomic<bool> x_is_stopping = false;
  std::jthread x_thread;
};

}  // namespace dais::native::tests
