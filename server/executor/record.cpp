#include "server/executor/record.hpp"

#include <limits>

namespace dais::executor {

using protocol::json;

std::string write_record(record const& entry) {
  json out = {{"seq", entry.seq},
              {"stream", entry.stream},
              {"at", protocol::to_string(entry.at)},
              {"actor", json::object()},
              {"command_id", entry.command.value},
              {"method", entry.method},
              {"request", entry.request},
              {"events", entry.events},
              {"answer", entry.answer}};
  if (entry.account) out["actor"]["account"] = entry.account->value;
  return protocol::canonical(out);
}

protocol::result<record> read_record(std::string_view body) {
  auto parsed = protocol::parse(body, std::numeric_limits<std::size_t>::max());
  if (!parsed) return std::unexpected(parsed.error());
  try {
    json& in = *parsed;
    record out;
    out.seq = in.at("seq").get<protocol::seq>();
    out.stream = in.at("stream").get<std::string>();
    auto const at = protocol::parse_instant(in.at("at").get_ref<std::string const&>());
    if (!at) return protocol::reject(protocol::error_code::wrong_format, "/at", "An entry says when it was written.");
    out.at = *at;
    if (auto const account = in.at("actor").find("account"); account != in.at("actor").end())
      out.account = protocol::account_id{account->get<std::string>()};
    out.command.value = in.at("command_id").get<std::string>();
    out.method = in.at("method").get<std::string>();
    out.request = in.at("request").get<std::string>();
    out.events = std::move(in.at("events"));
    out.answer = std::move(in.at("answer"));
    return out;
  } catch (json::exception const&) {
    return protocol::reject(protocol::error_code::wrong_type, "", "This is not an entry of a journal.");
  }
}

}  // namespace dais::executor
