// Boost.Beast's own client against our codec: another reading of RFC 6455 than ours.
#include "tests/unit/gateway/running_server.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>

using namespace dais::gateway::tests;
namespace websocket = boost::beast::websocket;
using boost::asio::ip::tcp;

class beast_client : public on_shards {};
INSTANTIATE_TEST_SUITE_P(one_and_three, beast_client, testing::Values(1U, 3U));

TEST_P(beast_client, it_understands_us_and_we_understand_it) {
  running_server server(GetParam(), {.message_bytes = 300'000});
  boost::asio::io_context context;
  websocket::stream<tcp::socket> client(context);
  client.next_layer().connect({boost::asio::ip::address_v4::loopback(), server.port});
  client.set_option(websocket::stream_base::decorator([](websocket::request_type& request) {
    request.set(boost::beast::http::field::sec_websocket_protocol, "dais.v1");
  }));
  client.handshake("dais", "/live");
  client.text(true);
  boost::beast::flat_buffer buffer;
  auto const read = [&] {
    buffer.clear();
    client.read(buffer);
    return boost::beast::buffers_to_string(buffer.data());
  };
  for (bool const fragmented : {false, true}) {
    client.auto_fragment(fragmented);
    client.write_buffer_bytes(fragmented ? 8 : 4096);
    for (std::size_t const size : {0U, 1U, 125U, 126U, 127U, 4095U, 4096U, 65535U, 65536U, 200'000U}) {
      client.write(boost::asio::buffer(std::string(size, 'x')));
      ASSERT_EQ(read(), R"({"who":"public","echo":)" + std::to_string(size) + "}");
    }
  }
  client.write(boost::asio::buffer(std::string(R"({"method":"subscribe"})")));
  EXPECT_EQ(read(), R"({"snapshot":1})");
  read();
  for (std::size_t const size : {0U, 110U, 65'500U, 65'536U, 500'000U}) {
    server.on_every_shard([&](fake_service& one) {
      if (!one.subscribers.empty()) one.publish(std::string(size, 'p'));
    });
    EXPECT_TRUE(read().ends_with(",\"pad\":\"" + std::string(size, 'p') + "\"}"));
  }
  client.ping({});
  client.close(websocket::close_reason(websocket::close_code::normal, "bye"));
  EXPECT_EQ(client.reason().code, websocket::close_code::normal);
}
