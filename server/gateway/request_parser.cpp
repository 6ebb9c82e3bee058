#include "server/gateway/request_parser.hpp"

#include "server/gateway/http_guard.hpp"

#include <boost/beast/http/basic_parser.hpp>

#include <limits>
#include <utility>

namespace dais::gateway {

namespace http = boost::beast::http;
using boost::beast::string_view;
using boost::system::error_code;

namespace {

std::string to_string(string_view text) { return {text.data(), text.size()}; }

/// Beast keeps no trailer or chunk here, so nothing of them can overflow (its own parser throws on a long trailer).
constexpr auto bad_request = http::error::bad_value;

}  // namespace

class request_parser::engine final : public http::basic_parser<true> {
public:
  explicit engine(parser_limits limits) : x_limits(limits) {
    header_limit(static_cast<std::uint32_t>(limits.header_bytes));
    body_limit(std::numeric_limits<std::uint64_t>::max());
  }

  request_head head;
  std::string body;
  int failure = 0;
  bool any_byte = false;
  bool head_given = false;

  progress run(std::string_view& input) {
    if (failure != 0) return progress::failed;
    any_byte = any_byte || !input.empty();
    for (;;) {
      // Beast asserts that the last chunk does not come in smaller pieces; `0`, an empty trailer and its end are five
      // bytes.
      if (head_given && chunked() && input.starts_with('0') && input.size() < 5) return progress::need_more;
      error_code problem;
      auto const had = input.size();
      auto const used = put(boost::asio::const_buffer(input.data(), input.size()), problem);
      input.remove_prefix(used);
      if (failure != 0) return progress::failed;
      if (problem == http::error::need_more) {
        return is_header_done() && had > x_limits.header_bytes ? fail(400) : progress::need_more;
      }
      if (problem) return fail(status_of(problem));
      if (!is_header_done()) return progress::need_more;
      if (!head_given) {
        head_given = true;
        head.keep_alive = keep_alive();
        head.chunked = chunked();
        return is_done() ? progress::complete : progress::head;
      }
      if (is_done()) return progress::complete;
      if (!body.empty()) return progress::body;
      if (input.empty()) return progress::need_more;
    }
  }

private:
  progress fail(int status) {
    failure = status;
    return progress::failed;
  }

  static int status_of(error_code problem) {
    if (problem == http::error::header_limit) return 431;
    if (problem == http::error::bad_version) return 505;
    if (problem == http::error::body_limit) return 413;
    return 400;
  }

  void on_request_impl(http::verb, string_view method, string_view target, int version, error_code&) override {
    head.method = to_string(method);
    head.target = to_string(target);
    head.version = version;
  }

  void on_response_impl(int, string_view, int, error_code& problem) override { problem = bad_request; }

  void on_field_impl(http::field, string_view name, string_view value, error_code& problem) override {
    if (!head_given) return head.headers.add(to_string(name), to_string(value));
    x_trailer_bytes += name.size() + value.size();
    if (x_trailer_bytes > x_limits.header_bytes) problem = bad_request;
  }

  void on_header_impl(error_code& problem) override {
    if (auto const length = content_length()) head.content_length = *length;
    if (auto const status = framing_fault(head); status != 0) {
      failure = status;
      problem = bad_request;
    }
  }

  void on_body_init_impl(boost::optional<std::uint64_t> const&, error_code&) override {}

  std::size_t on_body_impl(string_view piece, error_code&) override {
    body.append(piece.data(), piece.size());
    return piece.size();
  }

  void on_chunk_header_impl(std::uint64_t, string_view extensions, error_code& problem) override {
    x_extension_bytes += extensions.size();
    if (x_extension_bytes > x_limits.extension_bytes) problem = bad_request;
  }

  std::size_t on_chunk_body_impl(std::uint64_t, string_view piece, error_code&) override {
    body.append(piece.data(), piece.size());
    return piece.size();
  }

  void on_finish_impl(error_code&) override {}

  parser_limits x_limits;
  std::size_t x_extension_bytes = 0;
  std::size_t x_trailer_bytes = 0;
};

request_parser::request_parser(parser_limits limits) : x_engine(std::make_unique<engine>(limits)) {}
request_parser::~request_parser() = default;
request_parser::request_parser(request_parser&&) noexcept = default;
request_parser& request_parser::operator=(request_parser&&) noexcept = default;

request_parser::progress request_parser::feed(std::string_view& input) { return x_engine->run(input); }
request_head const& request_parser::head() const { return x_engine->head; }
std::string request_parser::take_body() { return std::exchange(x_engine->body, {}); }
int request_parser::failure_status() const { return x_engine->failure; }
bool request_parser::started() const { return x_engine->any_byte; }

}  // namespace dais::gateway
