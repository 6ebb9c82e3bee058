#include "server/catalogue/language.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dais::catalogue {
namespace {

using texts = std::map<std::string, std::string>;
std::vector<std::string> const french_first{"fr", "es"};

TEST(language, only_arabic_of_the_six_runs_from_right_to_left) {
  for (auto const language : languages()) EXPECT_EQ(right_to_left(language), language == "ar") << language;
  EXPECT_TRUE(right_to_left("fa"));
  EXPECT_FALSE(right_to_left("no such language"));
}

TEST(language, is_called_by_its_name_in_the_readers_language) {
  EXPECT_EQ(language_name("fr", "ar"), "arabe");
  EXPECT_EQ(language_name("zh", "en"), "英语");
  EXPECT_EQ(language_name("ar", "ru"), "الروسية");
}

TEST(direction, is_that_of_the_first_letter_that_has_one) {
  EXPECT_EQ(direction_of("10 (i) العراق"), direction::left_to_right);
  EXPECT_EQ(direction_of("10: العراق"), direction::right_to_left);
  EXPECT_EQ(direction_of("2023"), direction::none);
  EXPECT_EQ(direction_of(""), direction::none);
}

TEST(language, joins_a_list_in_its_own_way) {
  std::vector<std::string> const three{"a", "b", "c"};
  EXPECT_EQ(list("en", three), "a, b and c");
  EXPECT_EQ(list("fr", three), "a, b et c");
  EXPECT_EQ(list("zh", three), "a、b和c");
  EXPECT_EQ(list("en", {}), "");
}

TEST(pick, takes_the_exact_language_before_the_language_without_region) {
  EXPECT_EQ(pick(texts{{"pt", "a"}, {"pt-BR", "b"}}, "pt-BR").text, "b");
  EXPECT_EQ(pick(texts{{"pt", "a"}, {"en", "b"}}, "pt-BR").text, "a");
  EXPECT_EQ(pick(texts{{"zh", "a"}, {"en", "b"}}, "zh-Hant-HK").language, "zh");
}

TEST(pick, takes_the_meetings_languages_before_english) {
  EXPECT_EQ(pick(texts{{"en", "a"}, {"es", "b"}}, "ru", french_first).text, "b");
  EXPECT_EQ(pick(texts{{"en", "a"}, {"de", "b"}}, "ru", french_first).text, "a");
}

TEST(pick, takes_any_text_rather_than_none_and_passes_over_empty_ones) {
  EXPECT_EQ(pick(texts{{"ru", ""}, {"de", "a"}}, "ru", french_first).text, "a");
  EXPECT_EQ(pick(texts{}, "ru", french_first).text, "");
}

TEST(pick, reads_the_texts_of_the_wire) {
  protocol::localized_name const name{{{{"fr"}, {"Irak"}}, {{"en"}, {"Iraq"}}}};
  EXPECT_EQ(pick(name, "fr-CH").text, "Irak");
  EXPECT_EQ(pick(name, "ar").text, "Iraq");
  EXPECT_EQ(pick(protocol::localized_name{{{{"ru"}, {"Ирак"}}}}, "ar").language, "ru");
}

}  // namespace
}  // namespace dais::catalogue
