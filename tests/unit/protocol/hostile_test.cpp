// Odd JSON texts (nst/JSONTestSuite) and naughty strings (minimaxir/big-list-of-naughty-strings), under their own
// licences.

#include <filesystem>
#include <set>
#include <string>

#include "protocol/codec.hpp"
#include "protocol/json.hpp"
#include "protocol/limits.hpp"
#include "protocol/methods/registration.hpp"
#include "protocol/values.hpp"
#include "tests/support/files.hpp"

#include <gtest/gtest.h>

namespace dais::protocol {
namespace {

std::filesystem::path const folder = std::filesystem::path(DAIS_SOURCE_DIR) / "tests/support/hostile";

/// What we refuse although JSON allows it: an object with one key twice.
std::set<std::string> const stricter = {"y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"};

TEST(hostile_json, what_must_be_accepted_is_and_what_must_be_refused_is) {
  std::size_t accepted = 0, refused = 0;
  for (auto const& entry : std::filesystem::directory_iterator(folder / "json")) {
    auto const name = entry.path().filename().string();
    if (entry.path().extension() != ".json") continue;
    SCOPED_TRACE(name);
    auto const parsed = parse(support::read_file(entry.path()), limits::posted_message);
    if (name.starts_with("y_")) {
      ++accepted;
      if (stricter.contains(name))
        EXPECT_EQ(parsed.error().code(), error_code::duplicate_key);
      else
        EXPECT_TRUE(parsed) << parsed.error().problems.front().words;
    }
    if (name.starts_with("n_")) {
      ++refused;
      EXPECT_FALSE(parsed);
    }
    // What was taken can be written, and is the same when it is read again.
    if (parsed) EXPECT_EQ(*parse(canonical(*parsed), limits::posted_message), *parsed);
  }
  EXPECT_EQ(accepted, 95u);
  EXPECT_EQ(refused, 188u);
}

TEST(hostile_json, the_depth_is_bounded_before_anything_overflows) {
  for (char const open : {'[', '{'}) {
    std::string text;
    for (int i = 0; i < 1'000'000; ++i) text += open == '[' ? "[" : "{\"a\":";
    EXPECT_EQ(parse(text, limits::posted_message).error().code(), error_code::too_deep);
  }
  auto const nested = [](int levels) {
    return std::string(static_cast<std::size_t>(levels), '[') + std::string(static_cast<std::size_t>(levels), ']');
  };
  EXPECT_TRUE(parse(nested(limits::depth), limits::posted_message));
  EXPECT_FALSE(parse(nested(limits::depth + 1), limits::posted_message));
}

TEST(hostile_json, no_number_changes_silently) {
  EXPECT_EQ(parse("18446744073709551615", 100)->get<std::uint64_t>(), UINT64_MAX);
  EXPECT_EQ(parse("-9223372036854775808", 100)->get<std::int64_t>(), INT64_MIN);
  EXPECT_EQ(parse("18446744073709551616", 100).error().code(), error_code::out_of_range);
  EXPECT_EQ(parse("-9223372036854775809", 100).error().code(), error_code::out_of_range);
}

TEST(hostile_json, a_text_is_refused_by_its_size_before_it_is_read) {
  EXPECT_TRUE(parse("[1,2]", 5));
  EXPECT_EQ(parse("[1,2]", 4).error().code(), error_code::too_large);
}

json naughty_strings() { return json::parse(support::read_file(folder / "strings/blns.json")); }

TEST(naughty_strings, a_name_is_kept_byte_for_byte_or_refused_in_words) {
  for (auto const& each : naughty_strings()) {
    auto const name = decode<name_text>(each);
    if (name)
      EXPECT_EQ(encode(*name), each);
    else
      EXPECT_FALSE(name.error().problems.front().words.empty());
  }
}

TEST(naughty_strings, every_one_of_them_passes_through_the_wire_unchanged) {
  for (auto const& each : naughty_strings()) {
    auto const back = parse(canonical({{"text", each}}), limits::socket_message);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->at("text"), each);
  }
}

TEST(naughty_strings, none_is_an_identifier_a_symbol_or_an_address_by_accident) {
  for (auto const& each : naughty_strings()) {
    auto const& text = each.get_ref<std::string const&>();
    if (auto const id = decode<member_id>(each))
      EXPECT_TRUE(text != "." && text != ".." && text.find('/') == text.npos);
    if (auto const found = decode<symbol>(each)) EXPECT_EQ(text.find(".."), text.npos);
    if (auto const found = decode<email>(each)) EXPECT_EQ(text.find_first_of("<>\"\n\r "), text.npos);
  }
}

TEST(naughty_strings, as_keys_they_are_refused_at_their_path) {
  for (auto const& each : naughty_strings()) {
    json const member = {{"id", "FRA"}, {"name", {{each.get<std::string>(), "x"}}}, {"category", "party"}};
    auto const decoded = decode<delegation_details>(member);
    if (!decoded) EXPECT_TRUE(decoded.error().problems.front().path.starts_with("/name/"));
  }
}

}  // namespace
}  // namespace dais::protocol
