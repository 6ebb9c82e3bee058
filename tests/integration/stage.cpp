#include "tests/integration/stage.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "protocol/codec.hpp"
#include "protocol/registry.hpp"
#include "server/app/demo.hpp"
#include "tests/integration/states.hpp"

namespace dais::integration {

stage::stage(std::size_t shards, std::optional<mail::mail_settings> mail) : shards_(shards), mail_(std::move(mail)) {
  start();
}

void stage::start() {
  app::configuration chosen;
  chosen.data = folder_ / "data";
  chosen.shards = shards_;
  chosen.mail = mail_;
  server_ = std::make_unique<app::server>(std::move(chosen));
  auto const ran = server_->run();
  if (!ran) throw std::runtime_error(ran.error());
  auto const ready = app::prepare_demo(*server_, DAIS_SOURCE_DIR "/deploy/demo/small.json");
  if (!ready) throw std::runtime_error(ready.error());
  auto const port = server_->listen();
  if (!port) throw std::runtime_error(port.error());
  where_ = {false, "127.0.0.1", std::to_string(*port), ""};
}

std::string stage::sign_in(std::string const& role) {
  for (auto const& [id, each] : server_->organization().accounts) {
    if (each.roles.empty() || protocol::encode(each.roles.front().role) != role) continue;
    auto const link = server_->link(id);
    if (!link) throw std::runtime_error("no link");
    return must("", "sessions.sign_in", {{"link", *link}})["token"].get<std::string>();
  }
  throw std::runtime_error("no account of the role " + role);
}

std::string stage::sign_in_as_new(json const& roles, std::string const& email) {
  auto const secretariat = sign_in("secretariat");
  auto const account =
      command(secretariat, "accounts.add",
              {{"details", {{"name", "Somebody"}, {"email", email}, {"language", "en"}}}, {"roles", roles}})["account"];
  auto const link = must(secretariat, "accounts.make_link", {{"account", account}})["token"];
  return must("", "sessions.sign_in", {{"link", link}})["token"].get<std::string>();
}

json stage::post(std::string const& token, std::string body) {
  native::http_request request;
  request.method = "POST";
  request.target = "/rpc";
  request.headers["Content-Type"] = "application/json";
  if (!token.empty()) request.headers["Authorization"] = "Bearer " + token;
  request.body = std::move(body);
  auto const response = native::exchange(where_, request);
  if (!response) throw std::runtime_error(response.error().words);
  return json::parse(response->body);
}

json stage::call(std::string const& token, std::string const& method, json params) {
  return post(token, json{{"jsonrpc", "2.0"}, {"id", 1}, {"method", method}, {"params", std::move(params)}}.dump());
}

json stage::must(std::string const& token, std::string const& method, json params) {
  auto const answer = call(token, method, std::move(params));
  if (!answer.contains("result")) throw std::runtime_error(method + " was refused: " + answer.dump());
  return answer["result"];
}

json stage::command(std::string const& token, std::string const& method, json params) {
  if (!params.contains("command_id")) params["command_id"] = "test-" + std::to_string(++commands_) + "-" + method;
  if (!method.starts_with("accounts.") && method != "people.forget_account") params["meeting"] = meeting;
  return must(token, method, std::move(params));
}

std::string stage::code_of(json const& answer) {
  return answer.contains("error") ? answer["error"]["data"]["code"].get<std::string>() : "";
}

native::http_response stage::get(std::string const& token, std::string const& target) {
  native::http_request request;
  request.target = target;
  if (!token.empty()) request.headers["Authorization"] = "Bearer " + token;
  auto response = native::exchange(where_, request);
  if (!response) throw std::runtime_error(response.error().words);
  return std::move(*response);
}

native::http_response stage::put(std::string const& token, std::string const& target, std::string body) {
  native::http_request request;
  request.method = "PUT";
  request.target = target;
  if (!token.empty()) request.headers["Authorization"] = "Bearer " + token;
  request.body = std::move(body);
  auto response = native::exchange(where_, request);
  if (!response) throw std::runtime_error(response.error().words);
  return std::move(*response);
}

std::vector<std::string> stage::every_topic() const {
  std::vector<std::string> out;
  protocol::for_each_topic([&](auto topic) {
    std::string const name(topic.name);
    if (name == "notices/category/")
      out.insert(out.end(), {name + "party", name + "water_user"});
    else if (name == "application/")
      return;  // of members, whom each test makes for itself
    else if (name.ends_with('/'))
      out.insert(out.end(), {name + delegation, name + other});
    else
      out.push_back(name);
  });
  return out;
}

std::map<std::string, std::optional<json>> stage::follow(std::string const& token,
                                                         std::vector<std::string> const& topics) {
  return states(where_, token, meeting, topics);
}

}  // namespace dais::integration
