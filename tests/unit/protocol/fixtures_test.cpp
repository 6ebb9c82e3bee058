// The golden messages of protocol/fixtures, which the browser's tests read too.

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "protocol/codec.hpp"
#include "protocol/registry.hpp"
#include "tests/support/fixtures.hpp"

#include <gtest/gtest.h>

namespace dais::protocol {
namespace {

using support::read_fixture;
using support::sent;

std::filesystem::path const& folder = support::fixtures;

/// Decodes as a T and encodes again: the canonical text, or why it is refused.
template <class T>
result<std::string> round_trip(json const& in) {
  auto const value = decode<T>(in);
  if (!value) return std::unexpected(value.error());
  return canonical(encode(*value));
}

struct method_codec {
  std::function<result<std::string>(json const&)> params;
  std::function<result<std::string>(json const&)> answer;
};

std::map<std::string, method_codec> const& codecs() {
  static auto const all = [] {
    std::map<std::string, method_codec> out;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, methods>>([&](auto each) {
      using method = typename decltype(each)::type;
      out[std::string(method::info.name)] = {round_trip<method>, round_trip<typename method::answer>};
    });
    return out;
  }();
  return all;
}

/// What becomes of a request on its way to its method: its params as they were understood, or the refusal.
result<std::string> understood(std::string const& bytes) {
  auto const parsed = parse(bytes, limits::posted_message);
  if (!parsed) return std::unexpected(parsed.error());
  json id;
  auto const request = read_request(*parsed, id);
  if (!request) return std::unexpected(request.error());
  auto const found = codecs().find(request->method);
  if (found == codecs().end()) return reject(error_code::unknown_method, "", "There is no such method.");
  return found->second.params(request->params);
}

std::string first_words(result<std::string> const& refused) {
  return refused ? "" : refused.error().problems.front().path + ": " + refused.error().problems.front().words;
}

TEST(fixtures, every_method_has_a_valid_message_that_comes_back_as_it_was) {
  for (auto const& [method, codec] : codecs()) {
    SCOPED_TRACE(method);
    auto const file = folder / "valid" / (method + ".json");
    ASSERT_TRUE(std::filesystem::exists(file));
    json const fixture = read_fixture(file);
    json own = fixture.at("request").at("params");
    own.erase("meeting");
    own.erase("command_id");
    auto const params = understood(sent(fixture));
    ASSERT_TRUE(params) << first_words(params);
    EXPECT_EQ(*params, canonical(own));
    auto const answer = codec.answer(fixture.at("answer"));
    ASSERT_TRUE(answer) << first_words(answer);
    EXPECT_EQ(*answer, canonical(fixture.at("answer")));
  }
}

TEST(fixtures, every_valid_message_is_of_a_method) {
  for (auto const& entry : std::filesystem::directory_iterator(folder / "valid"))
    EXPECT_TRUE(codecs().contains(entry.path().stem().string())) << entry.path();
}

TEST(fixtures, every_method_has_what_is_wrong_with_any_message) {
  for (auto const& [method, ignored] : codecs())
    for (auto const* what : {"unknown_field", "out_of_range", "bad_utf8", "too_deep", "cut_off", "key_twice"})
      EXPECT_TRUE(std::filesystem::exists(folder / "invalid" / method / (std::string(what) + ".json")))
          << method << ": " << what;
}

TEST(fixtures, every_command_is_refused_without_its_identifier_and_on_a_version_that_is_no_more) {
  boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, methods>>([&](auto each) {
    using method = typename decltype(each)::type;
    auto const exists = [&](char const* what) {
      return std::filesystem::exists(folder / "refused" / std::string(method::info.name) / what);
    };
    bool const by_upload =
        method::info.name == documents::attach::info.name || method::info.name == sponsorship::attach_file::info.name;
    bool const by_itself = method::info.kind == method_kind::command && !by_upload;
    EXPECT_EQ(exists("missing_command_id.json"), by_itself) << method::info.name;
    if constexpr (requires(method m) { m.version; }) EXPECT_TRUE(exists("stale.json")) << method::info.name;
  });
}

TEST(fixtures, every_invalid_message_is_refused_with_its_code_and_the_path_of_its_field) {
  std::size_t seen = 0;
  for (auto const& file : support::fixture_files("invalid")) {
    SCOPED_TRACE(file.string());
    json const fixture = read_fixture(file);
    auto const refused = understood(sent(fixture));
    ASSERT_FALSE(refused);
    auto const& problem = refused.error().problems.front();
    EXPECT_EQ(encode(problem.code), fixture.at("expect").at("code")) << problem.words;
    EXPECT_EQ(json(problem.path), fixture.at("expect").at("path"));
    EXPECT_FALSE(problem.words.empty());
    ++seen;
  }
  EXPECT_GE(seen, codecs().size() * 6);
}

TEST(fixtures, a_refusal_can_be_written_as_an_answer) {
  for (auto const& file : support::fixture_files("invalid")) {
    auto const refused = understood(sent(read_fixture(file)));
    ASSERT_FALSE(refused);
    auto const written = parse(write_error(1, refused.error()), limits::posted_message);
    ASSERT_TRUE(written) << file;
    EXPECT_EQ(written->at("error").at("code"), rpc_number(refused.error().code()));
    EXPECT_EQ(written->at("error").at("data").at("path"), json(refused.error().problems.front().path));
  }
}

}  // namespace
}  // namespace dais::protocol
