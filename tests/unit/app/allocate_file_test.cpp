#include "server/app/allocate_file.hpp"
#include "protocol/json.hpp"
#include "tests/support/files.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <string>

#include <gtest/gtest.h>

namespace dais::app {
namespace {

std::filesystem::path const examples = std::filesystem::path(DAIS_SOURCE_DIR) / "tests/support/allocation_examples";

struct answer {
  int code = 0;
  std::string out;
  std::string errors;
};

answer run(allocate_options const& with) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  int const code = allocate_file(with);
  return {code, testing::internal::GetCapturedStdout(), testing::internal::GetCapturedStderr()};
}

TEST(allocate_file, prints_the_canonical_result_and_explanations_only_when_asked) {
  auto const plain = run({examples / "ex1.json"});
  EXPECT_EQ(plain.code, 0);
  EXPECT_EQ(plain.errors, "");
  auto const result = protocol::json::parse(plain.out);
  EXPECT_EQ(plain.out, protocol::canonical(result) + "\n");
  EXPECT_FALSE(result.contains("explanations"));
  auto const explained = run({examples / "ex1.json", true});
  EXPECT_EQ(protocol::json::parse(explained.out).at("explanations").size(), 3U);
}

TEST(allocate_file, an_input_that_is_refused_is_named_with_every_path) {
  support::temporary_folder folder;
  auto input = protocol::json::parse(support::read_file(examples / "ex1.json"));
  input["policy"].erase("seed");
  input["funds"][0]["amount"] = -1;
  support::write_file(folder.path() / "input.json", input.dump());
  auto const got = run({folder.path() / "input.json"});
  EXPECT_EQ(got.code, 1);
  EXPECT_EQ(got.out, "");
  EXPECT_NE(got.errors.find("daisd: /policy/seed: "), std::string::npos) << got.errors;
  EXPECT_NE(got.errors.find("daisd: /funds/0/amount: "), std::string::npos) << got.errors;
}

TEST(allocate_file, a_result_is_accepted_as_it_came_and_not_with_one_centime_moved) {
  support::temporary_folder const folder;
  auto const input = examples / "ex1.json";
  auto const made = run({input}).out;
  support::write_file(folder / "result.json", made);
  auto const right = run({input, false, folder / "result.json"});
  EXPECT_EQ(right.code, 0) << right.errors;
  EXPECT_TRUE(right.out.starts_with("accepted")) << right.out;
  auto moved = protocol::json::parse(made);
  moved["ledger"][0]["amount"] = moved["ledger"][0]["amount"].get<int>() - 1;
  support::write_file(folder / "result.json", moved.dump());
  auto const wrong = run({input, false, folder / "result.json"});
  EXPECT_EQ(wrong.code, 1);
  EXPECT_NE(wrong.errors.find("result /ledger/0/amount: "), std::string::npos) << wrong.errors;
}

TEST(allocate_file, an_auditors_bundle_is_replayed_and_checked_against_itself) {
  support::temporary_folder const folder;
  auto const input = protocol::json::parse(support::read_file(examples / "ex1.json"));
  auto const made = run({examples / "ex1.json"}).out;
  protocol::json bundle = {
      {"schema", "dais-sponsorship-audit/1"}, {"input", input}, {"result", protocol::json::parse(made)}};
  support::write_file(folder / "bundle.json", bundle.dump());
  EXPECT_EQ(run({folder / "bundle.json"}).out, made);
  auto const right = run({folder / "bundle.json", false, folder / "bundle.json"});
  EXPECT_EQ(right.code, 0) << right.errors;
  bundle["input"]["funds"][0]["amount"] = 1;
  support::write_file(folder / "bundle.json", bundle.dump());
  EXPECT_EQ(run({folder / "bundle.json", false, folder / "bundle.json"}).code, 1);
}

TEST(allocate_file, a_bundle_without_an_input_is_refused) {
  support::temporary_folder const folder;
  support::write_file(folder / "bundle.json", R"({"schema": "dais-sponsorship-audit/1"})");
  auto const got = run({folder / "bundle.json"});
  EXPECT_EQ(got.code, 1);
  EXPECT_NE(got.errors.find("daisd: /input: "), std::string::npos) << got.errors;
}

TEST(allocate_file, a_file_that_is_not_there_is_refused) {
  auto const got = run({"no/such/input.json"});
  EXPECT_EQ(got.code, 1);
  EXPECT_NE(got.errors.find("no/such/input.json"), std::string::npos);
}

}  // namespace
}  // namespace dais::app
