// What a meeting costs: memory of an idle server, start with a long journal, and the time from publishing a notice to
// the last of many screens. Prints figures; says nothing about whether they are good.
//
//   bench_meeting [entries = 50000] [screens = 200]

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <boost/asio.hpp>
#include <boost/beast.hpp>

#include "protocol/json.hpp"
#include "tests/support/daisd_process.hpp"
#include "tests/support/temporary_folder.hpp"

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using asio::use_awaitable;
using dais::protocol::json;
using seconds = std::chrono::duration<double>;
using steady = std::chrono::steady_clock;

std::string const meeting = "example-river-cop3";

double since(steady::time_point from) { return seconds(steady::now() - from).count(); }

double resident_megabytes(::pid_t process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
  return 0;
}

http::request<http::string_body> rpc(std::string const& token, std::string const& method, json params) {
  http::request<http::string_body> request{http::verb::post, "/rpc", 11};
  request.set(http::field::host, "127.0.0.1");
  request.set(http::field::authorization, "Bearer " + token);
  request.set(http::field::content_type, "application/json");
  request.body() = json{{"jsonrpc", "2.0"}, {"id", 1}, {"method", method}, {"params", std::move(params)}}.dump();
  request.prepare_payload();
  return request;
}

asio::awaitable<json> exchange(beast::tcp_stream& over, http::request<http::string_body> request) {
  co_await http::async_write(over, request, use_awaitable);
  beast::flat_buffer buffer;
  http::response<http::string_body> response;
  co_await http::async_read(over, buffer, response, use_awaitable);
  auto answer = json::parse(response.body());
  if (!answer.contains("result")) throw std::runtime_error("refused: " + response.body());
  co_return answer["result"];
}

asio::awaitable<void> connect(beast::tcp_stream& stream, std::string const& port) {
  asio::ip::tcp::endpoint const where(asio::ip::make_address("127.0.0.1"), static_cast<std::uint16_t>(std::stoi(port)));
  co_await stream.async_connect(where, use_awaitable);
  stream.socket().set_option(asio::ip::tcp::no_delay(true));
}

/// Opens two items in turns until the journal has grown by so many entries: each but the first is two events.
asio::awaitable<void> fill(std::string port, std::string token, int& left, int writer) {
  beast::tcp_stream stream(co_await asio::this_coro::executor);
  co_await connect(stream, port);
  for (int i = 0; left > 0; ++i) {
    --left;
    json const params = {{"meeting", meeting},
                         {"command_id", "fill-" + std::to_string(writer) + "-" + std::to_string(i)},
                         {"item", i % 2 == 0 ? "item-I" : "item-III"}};
    http::request<http::string_body> request = rpc(token, "agenda.open", params);
    co_await http::async_write(stream, request, use_awaitable);
    beast::flat_buffer buffer;
    http::response<http::string_body> response;
    co_await http::async_read(stream, buffer, response, use_awaitable);
    auto const answer = json::parse(response.body());
    if (answer.contains("result")) continue;
    if (answer["error"]["data"]["code"] != "nothing_to_do") throw std::runtime_error("refused: " + response.body());
    ++left;  // two writers had opened the same item
  }
}

struct audience {
  std::size_t ready = 0;
  std::size_t told = 0;
  std::string awaited;
  asio::steady_timer done;
};

/// One screen that follows the notices.
asio::awaitable<void> screen(std::string port, std::string token, audience& all) {
  websocket::stream<beast::tcp_stream> stream(co_await asio::this_coro::executor);
  co_await connect(stream.next_layer(), port);
  stream.set_option(websocket::stream_base::decorator([&](websocket::request_type& request) {
    request.set(http::field::authorization, "Bearer " + token);
    request.set(http::field::sec_websocket_protocol, "dais.v1");
  }));
  co_await stream.async_handshake("127.0.0.1", "/live", use_awaitable);
  json const subscribe = {{"jsonrpc", "2.0"},
                          {"id", 1},
                          {"method", "subscribe"},
                          {"params", {{"meeting", meeting}, {"topics", {{"notices", {{"since", 0}}}}}}}};
  co_await stream.async_write(asio::buffer(subscribe.dump()), use_awaitable);
  bool counted = false;
  for (beast::flat_buffer buffer;; buffer.clear()) {
    co_await stream.async_read(buffer, use_awaitable);
    std::string_view const text(static_cast<char const*>(buffer.data().data()), buffer.size());
    if (!std::exchange(counted, true)) ++all.ready;
    if (!all.awaited.empty() && text.find(all.awaited) != text.npos && ++all.told == all.ready) all.done.cancel();
  }
}

asio::awaitable<void> publish(std::string port, std::string token, audience& all, std::size_t screens) {
  beast::tcp_stream stream(co_await asio::this_coro::executor);
  co_await connect(stream, port);
  asio::steady_timer pause(co_await asio::this_coro::executor);
  while (all.ready < screens) {
    pause.expires_after(std::chrono::milliseconds(20));
    co_await pause.async_wait(use_awaitable);
  }
  std::vector<double> took;
  for (int i = 0; i < 20; ++i) {
    pause.expires_after(std::chrono::milliseconds(100));
    co_await pause.async_wait(use_awaitable);
    all.awaited = "notice number " + std::to_string(i) + ".";
    all.told = 0;
    all.done.expires_after(std::chrono::seconds(10));
    auto const began = steady::now();
    json const params = {{"meeting", meeting},
                         {"command_id", "publish-" + std::to_string(i)},
                         {"text", {{"en", all.awaited}}},
                         {"to", json::object()}};
    asio::co_spawn(co_await asio::this_coro::executor, exchange(stream, rpc(token, "notices.post", params)),
                   asio::detached);
    boost::system::error_code ignored;
    co_await all.done.async_wait(asio::redirect_error(use_awaitable, ignored));
    if (all.told < screens) throw std::runtime_error("a screen was not told");
    took.push_back(since(began) * 1000);
  }
  std::ranges::sort(took);
  std::cout << "notice to the last of " << screens << " screens: median " << took[took.size() / 2] << " ms, most "
            << took.back() << " ms (20 times)\n";
}

void rethrow(std::exception_ptr failed) {
  if (failed) std::rethrow_exception(failed);
}

}  // namespace

int main(int argc, char** argv) {
  int const entries = argc > 1 ? std::stoi(argv[1]) : 50'000;
  std::size_t const screens = argc > 2 ? std::stoul(argv[2]) : 200;
  dais::support::temporary_folder const folder;
  auto const data = folder / "data";
  {
    dais::support::daisd_process const first(data);  // makes the demo's sample papers, once
  }
  {
    dais::support::daisd_process on(data);
    std::cout << "idle: " << resident_megabytes(on.process()) << " MB resident\n";
    auto const token = on.sign_in("secretariat");
    asio::io_context context;
    int left = entries;
    auto const began = steady::now();
    for (int writer = 0; writer < 64; ++writer)
      asio::co_spawn(context, fill(on.where().port, token, left, writer), rethrow);
    context.run();
    std::cout << entries << " openings over POST /rpc, 64 at a time: " << since(began) << " s\n";
    on.stop();
  }
  auto const began = steady::now();
  dais::support::daisd_process on(data);
  std::cout << "start with them: " << since(began) << " s, " << resident_megabytes(on.process()) << " MB resident\n";
  auto const token = on.sign_in("secretariat");
  asio::io_context context;
  audience all{0, 0, "", asio::steady_timer(context)};
  for (std::size_t i = 0; i < screens; ++i)
    asio::co_spawn(context, screen(on.where().port, token, all), [](std::exception_ptr) {});
  asio::co_spawn(context, publish(on.where().port, token, all, screens), [&](std::exception_ptr failed) {
    context.stop();
    rethrow(failed);
  });
  context.run();
}
