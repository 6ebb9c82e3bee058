// The program as it is, killed in the middle of its work and on a full disk: what was acknowledged is there once, what
// was not is not half there.

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <mutex>
#include <set>
#include <thread>

#include <boost/asio.hpp>

#include "tests/integration/program.hpp"
#include "tests/integration/states.hpp"
#include "tests/support/daisd_process.hpp"
#include "tests/support/temporary_folder.hpp"

namespace dais::integration {
namespace {

namespace asio = boost::asio;
using protocol::json;
using support::daisd_process;

using namespace std::chrono_literals;

std::string const meeting = "example-river-cop3";

json notice(std::string const& id, std::string const& text) {
  return {{"meeting", meeting}, {"command_id", id}, {"text", {{"en", text}}}, {"to", json::object()}};
}

/// The texts of the notices to everyone, from outside.
std::multiset<std::string> notices(daisd_process const& on, std::string const& token) {
  std::multiset<std::string> out;
  auto const state = states(on.where(), token, meeting, {"notices"}).at("notices").value();
  for (auto const& [id, each] : state["notices"].items()) out.insert(each["text"]["en"].get<std::string>());
  return out;
}

std::string new_document(daisd_process const& on, std::string const& token, std::string const& id) {
  auto const made = on.call(
      token, "documents.create",
      {{"meeting", meeting},
       {"command_id", id},
       {"details",
        {{"title", {{"en", id}}}, {"kind", "information"}, {"audience", "everyone"}, {"items", json::array()}}}});
  return made.value()["result"]["document"].get<std::string>();
}

std::optional<native::http_response> upload(daisd_process const& on, std::string const& token,
                                            std::string const& document, std::string bytes) {
  native::http_request request;
  request.method = "PUT";
  request.target = "/uploads/" + meeting + "/" + document + "/en?name=paper.txt";
  request.body = std::move(bytes);
  return on.send(std::move(request), token);
}

std::string paper(std::string const& mark, std::size_t lines) {
  std::string out;
  for (std::size_t i = 0; i < lines; ++i) out += mark + " line " + std::to_string(i) + "\n";
  return out;
}

TEST(faults, whatever_was_acknowledged_before_a_kill_is_there_once_after_it) {
  support::temporary_folder const folder;
  std::multiset<std::string> acknowledged;
  std::map<std::string, json> answers;       // by command_id
  std::map<std::string, std::string> files;  // an acknowledged file's bytes, by document
  std::set<std::string> sent;
  constexpr int rounds = 4, writers = 3, enough = 40;
  for (int round = 0; round < rounds; ++round) {
    daisd_process on(folder / "data");
    ASSERT_TRUE(on.runs());
    auto const token = on.sign_in("secretariat");

    auto const there = notices(on, token);
    for (auto const& text : acknowledged) EXPECT_EQ(there.count(text), 1U) << text;
    for (auto const& text : there) EXPECT_TRUE(sent.contains(text)) << "nobody sent " << text;
    for (auto const& [id, answer] : answers) {
      auto const text = "text of " + id;
      EXPECT_EQ(on.call(token, "notices.post", notice(id, text)), std::optional(answer)) << id;
    }
    for (auto const& [document, bytes] : files) {
      auto const got = on.send({.target = "/documents/" + meeting + "/" + document + "/en"}, token);
      ASSERT_TRUE(got);
      EXPECT_EQ(got->head.status, 200) << document;
      EXPECT_EQ(got->body, bytes) << document;
    }
    EXPECT_EQ(notices(on, token).size(), there.size()) << "a repeat made something";

    std::mutex guard;
    std::atomic<int> done = 0;
    std::vector<std::jthread> load;
    for (int writer = 0; writer < writers; ++writer)
      load.emplace_back([&, writer] {
        for (int i = 0;; ++i) {
          auto const id = std::to_string(round) + "-" + std::to_string(writer) + "-" + std::to_string(i);
          auto const text = "text of " + id;
          {
            std::lock_guard const held(guard);
            sent.insert(text);
          }
          auto const answer = on.call(token, "notices.post", notice(id, text));
          if (!answer) return;  // killed
          std::lock_guard const held(guard);
          if (!answer->contains("result")) {
            ADD_FAILURE() << *answer;
            return;
          }
          acknowledged.insert(text);
          answers[id] = *answer;
          ++done;
        }
      });
    load.emplace_back([&] {
      auto const document = new_document(on, token, "paper-" + std::to_string(round));
      for (std::size_t i = 1;; ++i) {
        auto const bytes = paper(document, 4000 * i);
        auto const answer = upload(on, token, document, bytes);
        std::lock_guard const held(guard);
        if (!answer || answer->head.status != 201) {
          // Killed in the middle: the file before it, or this one whole.
          if (auto const before = files.find(document); before != files.end()) files.erase(before);
          return;
        }
        files[document] = bytes;
        if (i == 3) return;
      }
    });
    auto const until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (done < enough && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(1ms);
    EXPECT_GE(done, enough) << "the server does not answer";
    on.kill();
    load.clear();
  }
  EXPECT_GE(acknowledged.size(), static_cast<std::size_t>(rounds * enough));
  auto const verified = program({DAIS_DAISD, "verify", "--data", (folder / "data").string()}, {}).end();
  EXPECT_EQ(verified.code, 0) << verified.err;
}

/// Takes room on the disk of a server until so many bytes are left.
void leave_room(std::filesystem::path const& folder, std::size_t bytes) {
  auto const free = std::filesystem::space(folder).available;
  if (free <= bytes) return;
  std::ofstream(folder / "filler", std::ios::binary) << std::string(free - bytes, 'x');
}

TEST(faults, a_full_disk_refuses_what_it_cannot_keep_loses_nothing_and_goes_on_by_itself) {
  support::temporary_folder const folder;
  auto const data = folder / "data";
  daisd_process on(data, 48'000'000);
  if (!on.runs()) GTEST_SKIP() << "this machine permits no file system of one's own";
  auto const token = on.sign_in("secretariat");
  auto const seen = on.inside(data);
  auto const document = new_document(on, token, "paper");

  // A file that does not fit: refused in words, nothing of it stays, and a smaller one is still taken.
  leave_room(seen, 4'000'000);
  auto const before = std::filesystem::space(seen).available;
  auto const large = upload(on, token, document, paper("large", 400'000));
  ASSERT_TRUE(large);
  EXPECT_EQ(large->head.status, 507) << large->body;
  EXPECT_EQ(json::parse(large->body)["error"]["code"], "storage_full") << large->body;
  EXPECT_NEAR(static_cast<double>(std::filesystem::space(seen).available), static_cast<double>(before), 200'000.0);
  auto const at = "/documents/" + meeting + "/" + document + "/en";
  EXPECT_EQ(on.send({.target = at}, token)->head.status, 404);
  auto const small = paper("small", 100);
  EXPECT_EQ(upload(on, token, document, small)->head.status, 201);

  // No room for the journal either: each command is refused, readers go on.
  std::filesystem::remove(seen / "filler");
  leave_room(seen, 0);
  std::multiset<std::string> acknowledged;
  std::string code;
  std::string refused;
  for (int i = 0; code.empty() && i < 5000; ++i) {
    auto const id = "full-" + std::to_string(i);
    auto const text = id + std::string(3000, '.');
    auto const answer = on.call(token, "notices.post", notice(id, text));
    ASSERT_TRUE(answer);
    if (answer->contains("result"))
      acknowledged.insert(text);
    else {
      code = (*answer)["error"]["data"]["code"].get<std::string>();
      refused = id;
    }
  }
  EXPECT_EQ(code, "read_only");
  EXPECT_EQ(notices(on, token), acknowledged);
  EXPECT_EQ(on.send({.target = at}, token)->body, small);

  // With room again, the same command happens, once.
  std::filesystem::remove(seen / "filler");
  auto const text = refused + std::string(3000, '.');
  auto const until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  std::optional<json> answer;
  do answer = on.call(token, "notices.post", notice(refused, text));
  while (answer && !answer->contains("result") && std::chrono::steady_clock::now() < until);
  ASSERT_TRUE(answer && answer->contains("result")) << answer.value_or(json{});
  EXPECT_EQ(on.call(token, "notices.post", notice(refused, text)), answer);
  acknowledged.insert(text);
  EXPECT_EQ(notices(on, token), acknowledged);

  auto const backup = folder / "backup.tar";
  // SQLite wants the folder's own path, which only the server's file systems have.
  auto const kept = program({"/usr/bin/nsenter", "--target", std::to_string(on.process()), "--user", "--mount",
                             "--preserve-credentials", DAIS_DAISD, "backup", "--data", data.string(), backup.string()},
                            {})
                        .end();
  EXPECT_EQ(kept.code, 0) << kept.err;
  auto const restored =
      program({DAIS_DAISD, "restore", "--data", (folder / "restored").string(), backup.string()}, {}).end();
  EXPECT_EQ(restored.code, 0) << restored.err;
  auto const verified = program({DAIS_DAISD, "verify", "--data", (folder / "restored").string()}, {}).end();
  EXPECT_EQ(verified.code, 0) << verified.err;
  EXPECT_EQ(on.stop(), 0);
}

TEST(faults, a_file_with_a_foreign_path_or_content_or_cut_off_leaves_nothing) {
  support::temporary_folder const folder;
  daisd_process on(folder / "data");
  ASSERT_TRUE(on.runs());
  auto const token = on.sign_in("secretariat");
  auto const document = new_document(on, token, "paper");
  auto const at = "/documents/" + meeting + "/" + document + "/en";
  auto const put = [&](std::string const& target, std::string bytes) {
    native::http_request request;
    request.method = "PUT";
    request.target = target;
    request.body = std::move(bytes);
    return on.send(std::move(request), token).value();
  };
  std::string const uploads = "/uploads/" + meeting + "/" + document + "/en?name=";

  auto const count = [&] {
    std::size_t files = 0;
    for (auto const& each : std::filesystem::recursive_directory_iterator(folder / "data" / "vault"))
      files += each.is_regular_file() ? 1U : 0U;
    return files;
  };
  auto const before = count();
  auto const content = put(uploads + "paper.pdf", "MZ this is a program\n" + std::string(100, '\0'));
  EXPECT_EQ(content.head.status, 415) << content.body;
  EXPECT_EQ(json::parse(content.body)["error"]["code"], "wrong_content");
  EXPECT_EQ(put("/uploads/" + meeting + "/" + document + "/not_a_tag!?name=x.txt", "text\n").head.status, 404);
  EXPECT_EQ(put("/uploads/" + meeting + "/nothing/en?name=x.txt", "text\n").head.status, 404);
  EXPECT_EQ(on.send({.target = at}, token)->head.status, 404);

  for (auto const* name : {"..%2F..%2Fetc%2Fpasswd.txt", "a%00b.txt", "a%0D%0Ab.txt", "..", "%FF.txt"})
    EXPECT_EQ(put(uploads + name, "text\n").head.status, 400) << name;
  EXPECT_EQ(on.send({.target = at}, token)->head.status, 404);

  // A connection that ends before the file does.
  asio::io_context context;
  asio::ip::tcp::socket half(context);
  half.connect({asio::ip::make_address("127.0.0.1"), static_cast<std::uint16_t>(std::stoi(on.where().port))});
  asio::write(half, asio::buffer("PUT " + uploads + "x.txt HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " +
                                 token + "\r\nContent-Length: 100000\r\n\r\n" + paper("half", 1000)));
  half.close();
  EXPECT_EQ(on.send({.target = at}, token)->head.status, 404);
  EXPECT_EQ(on.stop(), 0);
  EXPECT_EQ(count(), before) << "something was left in the vault";
}

}  // namespace
}  // namespace dais::integration
