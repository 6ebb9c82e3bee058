#include "client/native/rpc_answer.hpp"

#include <string>

#include "protocol/codec.hpp"
#include "protocol/limits.hpp"

namespace dais::native {

using protocol::error_code;
using protocol::json;

namespace {

std::string text_in(json const& from, char const* key) {
  auto const found = from.is_object() ? from.find(key) : from.end();
  return from.is_object() && found != from.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<error_code> code_in(json const& from) {
  auto const read = protocol::decode<error_code>(json(text_in(from, "code")));
  return read ? std::optional(*read) : std::nullopt;
}

error_code code_of(int status) {
  switch (status) {
    case 401:
      return error_code::signed_out;
    case 403:
      return error_code::forbidden;
    case 404:
      return error_code::not_found;
    case 409:
    case 412:
      return error_code::stale;
    case 413:
      return error_code::too_large;
    case 415:
      return error_code::wrong_content;
    case 429:
      return error_code::too_many_requests;
    case 503:
      return error_code::read_only;
    case 507:
      return error_code::storage_full;
    default:
      return status < 500 ? error_code::invalid_request : error_code::internal;
  }
}

}  // namespace

protocol::result<json> read_answer(json const& message) {
  if (auto const found = message.find("result"); found != message.end()) return *found;
  auto const error = message.find("error");
  if (error == message.end() || !error->is_object())
    return protocol::reject(error_code::internal, "", "The server's answer cannot be read.");
  auto const data = error->find("data");
  if (data != error->end() && data->is_object() && data->contains("problems")) {
    auto problems = protocol::decode<std::vector<protocol::problem>>(data->at("problems"));
    if (problems && !problems->empty()) {
      protocol::rejection why;
      why.problems = std::move(*problems);
      return std::unexpected(std::move(why));
    }
  }
  auto const code = data == error->end() ? std::nullopt : code_in(*data);
  return protocol::reject(code.value_or(error_code::internal), "", text_in(*error, "message"));
}

protocol::rejection read_refusal(int status, std::string_view body) {
  auto const read = protocol::parse(body, protocol::limits::socket_message);
  auto const error = read && read->is_object() && read->contains("error") ? read->at("error") : json::object();
  auto words = text_in(error, "message");
  if (words.empty()) words = "The server answered with status " + std::to_string(status) + ".";
  return {code_in(error).value_or(code_of(status)), text_in(error, "field"), std::move(words)};
}

}  // namespace dais::native
