#include "server/catalogue/collation.hpp"
#include "server/catalogue/dates.hpp"
#include "server/catalogue/money.hpp"
#include "server/catalogue/per_thread.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <vector>

#include <gtest/gtest.h>

namespace dais::catalogue {
namespace {

using namespace std::chrono;
constexpr auto opening = 2023y / September / 11;
constexpr auto closing = 2023y / September / 14;
constexpr auto zone = "Europe/Zurich";
protocol::instant const ten_o_clock = sys_days{opening} + 8h;

TEST(dates, have_weekday_and_month_in_words) {
  EXPECT_EQ(format_day("en", opening), "Monday, 11 September 2023");
  EXPECT_EQ(format_day("fr", opening), "lundi 11 septembre 2023");
  EXPECT_EQ(format_day("es", opening), "lunes, 11 de septiembre de 2023");
  EXPECT_EQ(format_day("ru", opening), "понедельник, 11 сентября 2023\u202fг.");
  EXPECT_EQ(format_day("zh", opening), "2023年9月11日星期一");
  EXPECT_EQ(format_day("ar", opening), "الاثنين، 11 أيلول/سبتمبر 2023");
}

TEST(dates, of_a_meeting_are_one_span) {
  EXPECT_EQ(format_dates("en", opening, closing), "11–14 September 2023");
  EXPECT_EQ(format_dates("zh", opening, closing), "2023年9月11日至14日");
  EXPECT_EQ(format_dates("ar", opening, closing), "11–14 أيلول/سبتمبر 2023");
  EXPECT_EQ(format_dates("fr", opening, opening), "11 septembre 2023");
}

TEST(dates, of_an_instant_are_those_of_the_meetings_zone) {
  EXPECT_EQ(day_in(sys_days{opening} + 22h, zone), 2023y / September / 12);
  EXPECT_EQ(day_in(sys_days{opening} + 22h, "No/Such_Zone"), opening);
}

TEST(hours, run_from_0_to_23_in_the_meetings_zone) {
  EXPECT_EQ(format_hours("en", ten_o_clock, ten_o_clock + 3h, zone), "10:00–13:00");
  EXPECT_EQ(format_hour("en", ten_o_clock + 5h, zone), "15:00");
  EXPECT_EQ(format_hour("zh", ten_o_clock + 5h, "America/New_York"), "09:00");
}

TEST(hours, in_a_moment_name_their_zone) {
  EXPECT_EQ(format_moment("en", ten_o_clock, zone), "11 September 2023 at 10:00 CEST");
  EXPECT_EQ(format_moment("en", ten_o_clock, "no zone"), "11 September 2023 at 08:00 GMT");
}

TEST(money, is_written_in_the_readers_format_to_the_centime) {
  EXPECT_EQ(format_money("en", {317200}, "CHF"), "CHF\u00a03,172.00");
  EXPECT_EQ(format_money("fr", {317205}, "CHF"), "3\u202f172,05\u00a0CHF");
  EXPECT_EQ(format_money("en", {-5}, "CHF"), "-CHF\u00a00.05");
  EXPECT_EQ(format_money("en", {std::numeric_limits<std::int64_t>::min()}, "CHF"),
            "-CHF\u00a092,233,720,368,547,758.08");
  EXPECT_EQ(format_number("en", 477724), "477,724");
}

std::vector<std::string> sorted(std::string_view language, std::vector<std::string> names) {
  std::ranges::sort(names, {}, [&](std::string const& name) { return sort_key(language, name); });
  return names;
}

TEST(order, follows_the_language_of_the_list) {
  EXPECT_EQ(sorted("fr", {"Zambie", "États-Unis", "Équateur", "Espagne"}),
            (std::vector<std::string>{"Équateur", "Espagne", "États-Unis", "Zambie"}));
  EXPECT_EQ(sorted("zh", {"中国", "阿富汗", "伊拉克", "法国"}),
            (std::vector<std::string>{"阿富汗", "法国", "伊拉克", "中国"}));
  EXPECT_EQ(sorted("ru", {"Ямайка", "Ирак", "Афганистан"}), (std::vector<std::string>{"Афганистан", "Ирак", "Ямайка"}));
  EXPECT_EQ(sorted("sv", {"Åland", "Zambia"}), (std::vector<std::string>{"Zambia", "Åland"}));
}

TEST(order, tells_texts_apart_that_the_language_holds_equal) {
  EXPECT_NE(sort_key("en", "e\u0301"), sort_key("en", "\u00e9"));
}

TEST(search, holds_texts_equal_that_differ_in_case_accents_or_width) {
  EXPECT_EQ(folded("NÚÑEZ"), folded("nunez"));
  EXPECT_EQ(folded("nu\u0301n\u0303ez"), folded("Núñez"));
  EXPECT_EQ(folded("СМИРНОВА"), folded("смирнова"));
  EXPECT_EQ(folded("ＡＮＡ"), folded("Ana"));
  EXPECT_EQ(folded("Groß"), folded("GROSS"));
  EXPECT_NE(folded("安娜"), folded("安"));
  EXPECT_EQ(folded(""), "");
}

TEST(formatters, are_kept_up_to_a_number_whatever_a_peer_asks_for) {
  formatter_cache<int> cache;
  for (int i = 0; i < 1000; ++i) {
    cache.get(std::to_string(i), [&] { return std::make_unique<int>(i); });
    ASSERT_LE(cache.size(), cache.max);
  }
  EXPECT_EQ(cache.get("999", [] { return std::make_unique<int>(0); }), 999);
}

}  // namespace
}  // namespace dais::catalogue
