#include "tests/unit/native/fake_server.hpp"

#include <sys/socket.h>
#include <sys/time.h>

#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>

namespace dais::native::tests {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;

namespace {

class live_over_beast final : public fake_live {
public:
  explicit live_over_beast(tcp::socket socket) : x_stream(std::move(socket)) {}

  void accept() {
    beast::flat_buffer buffer;
    beast::http::request<beast::http::string_body> request;
    beast::http::read(x_stream.next_layer(), buffer, request);
    head = std::string(request[beast::http::field::authorization]);
    x_stream.set_option(beast::websocket::stream_base::decorator([](beast::websocket::response_type& response) {
      response.set(beast::http::field::sec_websocket_protocol, "dais.v1");
    }));
    x_stream.accept(request);
  }
  protocol::json read() override {
    beast::flat_buffer buffer;
    x_stream.read(buffer);
    return protocol::json::parse(beast::buffers_to_string(buffer.data()));
  }
  void write(protocol::json const& message) override {
    x_stream.text(true);
    x_stream.write(asio::buffer(message.dump()));
  }
  void close(int code, std::string const& reason) override {
    x_stream.close(beast::websocket::close_reason(static_cast<beast::websocket::close_code>(code), reason));
  }

private:
  beast::websocket::stream<tcp::socket> x_stream;
};

}  // namespace

std::string fake_exchange::header(std::string const& name) const {
  auto const at = head.find("\r\n" + name + ": ");
  if (at == std::string::npos) return "";
  auto const begin = at + name.size() + 4;
  return head.substr(begin, head.find("\r\n", begin) - begin);
}

void fake_exchange::write(std::string const& bytes) {
  boost::system::error_code ignored;
  asio::write(socket, asio::buffer(bytes), ignored);
}

void fake_exchange::answer(int status, std::string const& text, std::string const& more_headers) {
  write("HTTP/1.1 " + std::to_string(status) + " X\r\n" + more_headers +
        "Content-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text);
}

fake_server::fake_server(http_script http, live_script live)
    : x_acceptor(x_context, {asio::ip::address_v4::loopback(), 0}),
      x_http(std::move(http)),
      x_live(std::move(live)),
      x_thread([this] { serve(); }) {}

fake_server::~fake_server() {
  x_is_stopping = true;
  boost::system::error_code ignored;
  tcp::socket wake(x_context);
  wake.connect(x_acceptor.local_endpoint(), ignored);
}

void fake_server::serve() {
  for (;;) {
    boost::system::error_code error;
    tcp::socket socket(x_context);
    x_acceptor.accept(socket, error);
    if (error || x_is_stopping) return;
    try {
      if (x_http)
        serve_http(std::move(socket), x_number++);
      else
        serve_live(std::move(socket), x_number++);
    } catch (boost::system::system_error const&) {
      // The client went away: the next connection tells the rest.
    }
  }
}

void fake_server::serve_http(tcp::socket socket, int number) {
  std::string text;
  auto const size = asio::read_until(socket, asio::dynamic_buffer(text), "\r\n\r\n");
  fake_exchange one{text.substr(0, size), text.substr(size), socket};
  if (auto const length = one.header("Content-Length"); !length.empty() && one.header("X-Unread").empty()) {
    auto const wanted = std::stoul(length);
    auto const had = one.body.size();
    one.body.resize(wanted);
    if (wanted > had) asio::read(socket, asio::buffer(one.body.data() + had, wanted - had));
  }
  x_http(number, one);
  boost::system::error_code ignored;
  socket.shutdown(tcp::socket::shutdown_send, ignored);
}

void fake_server::serve_live(tcp::socket socket, int number) {
  live_over_beast one(std::move(socket));
  one.accept();
  x_live(number, one);
}

}  // namespace dais::native::tests
