#pragma once
// A whole server on a free port of this machine, with the small demo meeting, and people who are signed in to it.

#include <map>
#include <optional>
#include <string>

#include "client/native/http.hpp"
#include "protocol/json.hpp"
#include "protocol/values.hpp"
#include "server/app/server.hpp"
#include "server/mail/message.hpp"
#include "tests/support/temporary_folder.hpp"

namespace dais::integration {

using protocol::json;

class stage {
public:
  /// `mail`: where its letters go by e-mail.
  explicit stage(std::size_t shards, std::optional<mail::mail_settings> mail = std::nullopt);
  ~stage() { stop(); }

  void start();
  void stop() { server_.reset(); }

  /// Signs in by a one-time link as the account that the demo made for this role.
  std::string sign_in(std::string const& role);
  /// A token for an account made for this test.
  std::string sign_in_as_new(json const& roles, std::string const& email);

  /// POST /rpc with these bytes; the whole JSON-RPC answer.
  json post(std::string const& token, std::string body);
  /// The same with this request.
  json call(std::string const& token, std::string const& method, json params);
  /// The result, or fails the test.
  json must(std::string const& token, std::string const& method, json params);
  /// A command about the meeting, with a fresh command_id unless `params` has one.
  json command(std::string const& token, std::string const& method, json params);
  /// The stable code of a refusal, "" where it was granted.
  static std::string code_of(json const& answer);

  native::http_response get(std::string const& token, std::string const& target);
  native::http_response put(std::string const& token, std::string const& target, std::string body);
  /// Every topic of the registry, families for `delegation` and for `other`.
  std::vector<std::string> every_topic() const;
  /// The states of these topics as this person sees them; nothing for those that are refused. Over one WebSocket.
  std::map<std::string, std::optional<json>> follow(std::string const& token, std::vector<std::string> const& topics);

  app::server& server() { return *server_; }
  native::address const& where() const { return where_; }
  std::string const meeting = "example-river-cop3";
  std::string const delegation = "upper-sample";  ///< that of the demo's focal point and delegate
  std::string const other = "lower-sample";

private:
  support::temporary_folder folder_;
  std::size_t shards_;
  std::optional<mail::mail_settings> mail_;
  std::unique_ptr<app::server> server_;
  native::address where_;
  int commands_ = 0;
};

}  // namespace dais::integration
