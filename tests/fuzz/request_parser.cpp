// No bytes may throw, and a request that is taken must end at the same place however it was split.
#include "server/gateway/request_parser.hpp"
#include "server/gateway/http_guard.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace dais::gateway;
using progress = request_parser::progress;

namespace {

struct outcome {
  progress end = progress::need_more;
  std::string method;
  std::string body;
  std::size_t used = 0;
};

outcome read(std::string_view bytes, std::size_t piece) {
  request_parser parser({.header_bytes = 512, .extension_bytes = 64});
  outcome got;
  std::string pending;
  auto const size = bytes.size();
  while (!bytes.empty()) {
    pending += bytes.substr(0, piece);
    bytes.remove_prefix(std::min(piece, bytes.size()));
    auto input = std::string_view(pending);
    for (;;) {
      got.end = parser.feed(input);
      if (got.end == progress::failed) return got;
      got.body += parser.take_body();
      if (got.end == progress::need_more || got.end == progress::complete) break;
    }
    pending = std::string(input);
    if (got.end != progress::complete) continue;
    got.method = parser.head().method;
    got.used = size - bytes.size() - pending.size();
    check_head(parser.head());
    parse_target(parser.head().target);
    return got;
  }
  return got;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size < 2) return 0;
  std::string_view const bytes(reinterpret_cast<char const*>(data) + 1, size - 1);
  auto const whole = read(bytes, bytes.size());
  auto const split = read(bytes, data[0] % 64U + 1U);
  if (whole.end == progress::complete && split.end == progress::complete &&
      (whole.used != split.used || whole.body != split.body || whole.method != split.method)) {
    std::abort();
  }
  return 0;
}
