#pragma once

#include "server/gateway/service.hpp"
#include "server/vault/blob.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace dais::gateway::tests {

/// What happened to uploads, across shards.
struct upload_log {
  std::mutex mutex;
  std::vector<std::string> finished;
  std::atomic<int> begun{0};
  std::atomic<int> abandoned{0};
};

class fake_upload final : public upload {
public:
  fake_upload(upload_log& log, std::uint64_t limit) : x_log(log), x_limit(limit) { ++x_log.begun; }
  ~fake_upload() override {
    if (!x_finished) ++x_log.abandoned;
  }
  std::uint64_t limit() const override { return x_limit; }
  void write(std::string bytes, done<answer<void>> then) override {
    x_bytes += bytes;
    if (x_bytes.find("disk-full") != std::string::npos) {
      return then(std::unexpected(refusal{.status = 507, .code = "storage_full", .message = "No room."}));
    }
    then({});
  }
  void finish(upload_facts facts, done<answer<std::string>> then) override {
    x_finished = true;
    std::lock_guard const lock(x_log.mutex);
    x_log.finished.push_back(x_bytes);
    then("{\"size\":" + std::to_string(facts.size) + ",\"type\":\"" + facts.media_type + "\"}");
  }

private:
  upload_log& x_log;
  std::uint64_t x_limit;
  std::string x_bytes;
  bool x_finished = false;
};

/// A service that knows the token `good`, echoes calls, and does what some words in a call ask for.
class fake_service final : public service {
public:
  explicit fake_service(upload_log& uploads) : x_uploads(uploads) {}

  std::vector<hub::subscriber*> subscribers;
  std::vector<done<std::optional<std::string>>> held;
  std::atomic<int> subscribed{0};
  std::atomic<int> ended{0};
  std::atomic<int> calls{0};
  std::atomic<int> refreshed{0};
  std::atomic<std::uint64_t> seq{1};

  void authenticate(credential with, done<std::optional<principal>> then) override {
    if (with.token == "silent") return;
    if (with.token != "good") return then(std::nullopt);
    then(std::make_shared<std::string const>("good"));
  }

  void call(caller by, std::string request, done<std::optional<std::string>> then) override {
    ++calls;
    auto const has = [&](std::string_view word) { return request.find(word) != std::string::npos; };
    if (has("hold")) return held.push_back(std::move(then));
    if (has("forget elsewhere")) {
      std::thread([then = std::move(then)]() mutable { auto const gone = std::move(then); }).join();
      return;
    }
    if (has("forget")) return;
    if (has("throw")) throw std::runtime_error("a defect");
    if (has("notify")) return then(std::nullopt);
    if (has("sign me out")) by.connection->close(hub::close_code::signed_out, "Revoked.");
    if (has("forbidden"))
      return then(R"({"jsonrpc":"2.0","id":1,"error":{"code":-32000,"data":{"code":"forbidden"}}})");
    if (has("\"subscribe\"") && by.connection) {
      subscribers.push_back(by.connection.get());
      for (int i = 0; i < (has("flood") ? 5000 : 1); ++i) by.connection->send(snapshot());
      then(R"({"jsonrpc":"2.0","id":1,"result":{"epoch":"e1","newest":1}})");
      ++subscribed;
      return;
    }
    then("{\"who\":\"" + (by.who ? *std::static_pointer_cast<std::string const>(by.who) : "public") +
         "\",\"echo\":" + std::to_string(request.size()) + "}");
  }

  void refresh(hub::subscriber& reader, hub::topic_id) override {
    ++refreshed;
    reader.send(snapshot());
  }

  void closed(hub::subscriber& connection) override {
    std::erase(subscribers, &connection);
    ++ended;
  }

  hub::frame snapshot() const {
    auto const now = seq.load();
    return hub::make_frame("{\"snapshot\":" + std::to_string(now) + "}", hub::frame_kind::snapshot, hub::topic_id{1},
                           now, "agenda");
  }

  void publish(std::string padding = {}) {
    auto const next = ++seq;
    auto const made = hub::make_frame("{\"patch\":" + std::to_string(next) + ",\"pad\":\"" + padding + "\"}",
                                      hub::frame_kind::patch, hub::topic_id{1}, next, "agenda");
    for (auto* one : subscribers) one->send(made);
  }

  void sign_in(std::string json, done<answer<signed_in>> then) override {
    if (json.find("slow") != std::string::npos) {
      return then(std::unexpected(refusal{
          .status = 429, .code = "too_many_attempts", .message = "Wait.", .retry_after = std::chrono::seconds(9)}));
    }
    then(signed_in{
        .token = "good", .max_age = std::chrono::seconds(60), .json = "{\"ok\":true}", .page_json = "{\"ok\":true}"});
  }
  void use_link(std::string token, done<answer<signed_in>> then) override {
    if (token != "once") return then(std::unexpected(refusal{.status = 410, .code = "link_used", .message = "Used."}));
    then(signed_in{
        .token = "good", .max_age = std::chrono::seconds(60), .json = "{\"token\":\"good\"}", .page_json = "{}"});
  }
  void sign_out(credential, done<answer<std::string>> then) override { then(std::string("{}")); }

  void file(principal who, std::string path, done<answer<document_file>> then) override {
    document(std::move(who), std::move(path), std::move(then));
  }

  void document(principal who, std::string path, done<answer<document_file>> then) override {
    if (path == "secret" && !who) {
      return then(std::unexpected(refusal{.status = 401, .code = "signed_out", .message = "Sign in."}));
    }
    if (path != "CCM/MSP/2023/2/en" && path != "big" && path != "secret") {
      return then(std::unexpected(refusal{.status = 404, .code = "not_found", .message = "No such document."}));
    }
    auto const bytes = document_bytes(path);
    char name[] = "/tmp/dais-gateway-XXXXXX";
    auto const descriptor = ::mkstemp(name);
    ::unlink(name);
    for (std::size_t at = 0; at < bytes.size();) {
      at += static_cast<std::size_t>(::write(descriptor, bytes.data() + at, bytes.size() - at));
    }
    then(document_file{.bytes = std::make_shared<vault::blob const>(vault::descriptor(descriptor),
                                                                    static_cast<std::int64_t>(bytes.size())),
                       .sha256 = "abc",
                       .media_type = "application/pdf",
                       .file_name = "r\xc3\xa9sum\xc3\xa9.pdf",
                       .is_public = true});
  }
  static std::string document_bytes(std::string_view path) {
    if (path != "big") return "0123456789";
    std::string bytes(3'000'000, 'b');
    for (std::size_t i = 0; i < bytes.size(); i += 1000) bytes[i] = static_cast<char>('0' + i / 1000 % 10);
    return bytes;
  }

  void export_file(principal, std::string path, std::string query, done<answer<content>> then) override {
    then(content{.media_type = "text/csv", .bytes = path + "?" + query, .file_name = "list.csv"});
  }
  void begin_upload(principal who, upload_request what, done<answer<std::unique_ptr<upload>>> then) override {
    if (!who) return then(std::unexpected(refusal{.status = 401, .code = "signed_out", .message = "Sign in."}));
    then(std::make_unique<fake_upload>(x_uploads, what.path == "small" ? 100 : 1'000'000));
  }
  void text(std::string path, done<answer<content>> then) override {
    if (path == "/readyz") return then(content{.status = 503, .media_type = "text/plain", .bytes = "read-only\n"});
    then(content{.media_type = "text/plain", .bytes = path});
  }

private:
  upload_log& x_uploads;
};

}  // namespace dais::gateway::tests
