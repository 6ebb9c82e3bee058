#include "client/native/http.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <fstream>
#include <utility>

#include "client/native/tls.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

namespace dais::native {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::use_awaitable;

namespace {

using outcome = std::expected<http_response, failure>;
constexpr std::size_t piece_bytes = 65536;

/// Ends an exchange from within.
struct stopped : std::exception {
  explicit stopped(failure given) : why(std::move(given)) {}
  failure why;
};

failure failure_of(boost::system::error_code const& error) {
  return {error == beast::error::timeout ? failure::kind::timed_out : failure::kind::unreachable, error.message()};
}

struct task {
  address const& server;
  http_request const& request;
  http_sink* sink;
  http_limits const& limits;
  upload_progress const& progress;
};

http_head head_of(http::response_header<> const& header, std::optional<std::uint64_t> length) {
  http_head out{.status = static_cast<int>(header.result_int()), .headers = {}, .length = length};
  for (auto const& field : header) {
    std::string name(field.name_string());
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    out.headers[name] = std::string(field.value());
  }
  return out;
}

template <class Stream>
asio::awaitable<void> write_body(Stream& stream, task what, std::uint64_t total) {
  std::ifstream file;
  if (what.request.file) file.open(*what.request.file, std::ios::binary);
  std::string piece(piece_bytes, '\0');
  for (std::uint64_t sent = 0; sent < total;) {
    auto const size = static_cast<std::size_t>(std::min<std::uint64_t>(piece.size(), total - sent));
    if (what.request.file) {
      if (!file.read(piece.data(), static_cast<std::streamsize>(size)))
        throw stopped({failure::kind::disk, "The file became shorter while it was sent."});
    } else {
      what.request.body.copy(piece.data(), size, static_cast<std::size_t>(sent));
    }
    beast::get_lowest_layer(stream).expires_after(what.limits.silence);
    co_await asio::async_write(stream, asio::buffer(piece.data(), size), use_awaitable);
    sent += size;
    if (what.progress && !what.progress(sent, total)) throw stopped({failure::kind::stopped, "Stopped."});
  }
}

template <class Stream>
asio::awaitable<void> write_request(Stream& stream, task what) {
  std::uint64_t total = what.request.body.size();
  if (what.request.file) {
    std::error_code fault;
    total = std::filesystem::file_size(*what.request.file, fault);
    if (fault) throw stopped({failure::kind::disk, fault.message()});
  }
  http::request<http::empty_body> head{http::string_to_verb(what.request.method),
                                       what.server.path + what.request.target, 11};
  head.set(http::field::host, what.server.authority());
  head.set(http::field::user_agent, "dais");
  head.set(http::field::connection, "close");
  for (auto const& [name, value] : what.request.headers) head.set(name, value);
  if (what.request.method != "GET" && what.request.method != "HEAD") head.content_length(total);
  http::request_serializer<http::empty_body> serializer(head);
  co_await http::async_write_header(stream, serializer, use_awaitable);
  co_await write_body(stream, what, total);
}

template <class Stream>
asio::awaitable<http_response> read_response(Stream& stream, task what) {
  beast::flat_buffer buffer;
  http::response_parser<http::buffer_body> parser;
  parser.body_limit(boost::none);
  if (what.request.method == "HEAD") parser.skip(true);
  beast::get_lowest_layer(stream).expires_after(what.limits.silence);
  co_await http::async_read_header(stream, buffer, parser, use_awaitable);
  auto const length = parser.content_length();
  http_response out{.head = head_of(parser.get(), length ? std::optional<std::uint64_t>(*length) : std::nullopt),
                    .body = {}};
  bool is_streamed = false;
  if (what.sink) {
    auto const wanted = what.sink->begin(out.head);
    if (!wanted) throw stopped(wanted.error());
    is_streamed = *wanted;
  }
  std::array<char, piece_bytes> piece;
  while (!parser.is_done()) {
    parser.get().body().data = piece.data();
    parser.get().body().size = piece.size();
    beast::get_lowest_layer(stream).expires_after(what.limits.silence);
    boost::system::error_code error;
    co_await http::async_read_some(stream, buffer, parser, asio::redirect_error(use_awaitable, error));
    if (error && error != http::error::need_buffer) throw boost::system::system_error(error);
    std::string_view const bytes(piece.data(), piece.size() - parser.get().body().size);
    if (is_streamed) {
      if (auto const taken = what.sink->take(bytes); !taken) throw stopped(taken.error());
    } else if (out.body.size() + bytes.size() > what.limits.body) {
      throw stopped({failure::kind::too_large, "The answer is larger than it should be."});
    } else {
      out.body += bytes;
    }
  }
  co_return out;
}

asio::awaitable<void> connect(beast::tcp_stream& stream, task what) {
  asio::ip::tcp::resolver resolver(stream.get_executor());
  auto const found = co_await resolver.async_resolve(what.server.host, what.server.port, use_awaitable);
  stream.expires_after(what.limits.connect);
  co_await stream.async_connect(found, use_awaitable);
  stream.socket().set_option(asio::ip::tcp::no_delay(true));
}

template <class Stream>
asio::awaitable<http_response> talk(Stream& stream, task what) {
  std::exception_ptr write_fault;
  try {
    co_await write_request(stream, what);
  } catch (boost::system::system_error const&) {
    write_fault = std::current_exception();
  }
  // A server that refuses an upload answers and closes before all of it was written: its answer counts.
  try {
    co_return co_await read_response(stream, what);
  } catch (boost::system::system_error const&) {
    if (write_fault) std::rethrow_exception(write_fault);
    throw;
  }
}

asio::awaitable<http_response> perform(task what) {
  auto const executor = co_await asio::this_coro::executor;
  if (!what.server.is_secure) {
    beast::tcp_stream stream(executor);
    co_await connect(stream, what);
    co_return co_await talk(stream, what);
  }
  auto context = trusting_context();
  beast::ssl_stream<beast::tcp_stream> stream(executor, context);
  expect_host(stream, what.server.host);
  co_await connect(stream.next_layer(), what);
  boost::system::error_code refused;
  co_await stream.async_handshake(asio::ssl::stream_base::client, asio::redirect_error(use_awaitable, refused));
  if (refused) {
    if (auto fault = certificate_fault(stream)) throw stopped(std::move(*fault));
    throw boost::system::system_error(refused);
  }
  co_return co_await talk(stream, what);
}

}  // namespace

outcome exchange(address const& server, http_request const& request, http_sink* sink, http_limits const& limits,
                 upload_progress const& progress) {
  asio::io_context context(1);
  outcome out = std::unexpected(failure{failure::kind::timed_out, "The server's name could not be looked up in time."});
  asio::co_spawn(context, perform({server, request, sink, limits, progress}),
                 [&](std::exception_ptr fault, http_response response) {
                   try {
                     if (fault) std::rethrow_exception(fault);
                     out = std::move(response);
                   } catch (stopped const& from_within) {
                     out = std::unexpected(from_within.why);
                   } catch (boost::system::system_error const& error) {
                     out = std::unexpected(failure_of(error.code()));
                   } catch (std::exception const& error) {
                     // Beast 1.81 throws std::length_error at trailers of 65,536 bytes and more.
                     out = std::unexpected(failure{failure::kind::broken, error.what()});
                   }
                 });
  context.run();
  return out;
}

}  // namespace dais::native
