#include "server/app/answers.hpp"

#include <chrono>
#include <ranges>

#include "protocol/codec.hpp"

namespace dais::app {

using protocol::error_code;
using protocol::rejection;

namespace {

int status_of(error_code code) {
  switch (code) {
    case error_code::signed_out:
    case error_code::wrong_credentials:
      return 401;
    case error_code::forbidden:
      return 403;
    case error_code::not_found:
    case error_code::unknown_topic:
      return 404;
    case error_code::link_used:
      return 410;
    case error_code::too_large:
      return 413;
    case error_code::wrong_content:
      return 415;
    case error_code::too_many_attempts:
    case error_code::too_many_requests:
      return 429;
    case error_code::read_only:
      return 503;
    case error_code::storage_full:
      return 507;
    case error_code::internal:
      return 500;
    case error_code::stale:
    case error_code::not_now:
    case error_code::already_there:
    case error_code::command_id_reused:
      return 409;
    default:
      return 400;
  }
}

}  // namespace

std::unexpected<gateway::refusal> refused(rejection const& why) {
  auto const& first = why.problems.front();
  gateway::refusal out{status_of(first.code), protocol::encode(first.code).get<std::string>(), first.words, first.path,
                       std::nullopt};
  if (auto const wait = first.values.find("retry_after"); wait != first.values.end())
    out.retry_after = std::chrono::seconds(std::stoll(wait->second));
  return std::unexpected(std::move(out));
}
std::unexpected<gateway::refusal> refused(error_code code, std::string path, std::string words) {
  return refused(rejection(code, std::move(path), std::move(words)));
}

std::vector<std::string> segments_of(std::string_view path) {
  std::vector<std::string> out;
  for (auto const part : path | std::views::split('/')) out.emplace_back(part.begin(), part.end());
  return out;
}

access::principal const& holder(gateway::principal const& opaque) {
  static access::principal const nobody;
  return opaque ? *static_cast<access::principal const*>(opaque.get()) : nobody;
}

}  // namespace dais::app
