#include "server/catalogue/message.hpp"

#include "server/catalogue/language.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

namespace dais::catalogue {
namespace {

TEST(message, fills_its_placeholders_in_the_readers_language) {
  EXPECT_EQ(format("en", "paper.continued", {{"name", "Iraq"}}), "Iraq (continued)");
  EXPECT_EQ(format("zh", "paper.continued", {{"name", "伊拉克"}}), "伊拉克（续）");
}

TEST(message, chooses_the_plural_form_of_the_language) {
  EXPECT_EQ(format("ru", "paper.participants.delegations", {{"count", 1}}), "1 делегация");
  EXPECT_EQ(format("ru", "paper.participants.delegations", {{"count", 3}}), "3 делегации");
  EXPECT_EQ(format("ru", "paper.participants.delegations", {{"count", 112}}), "112 делегаций");
  EXPECT_EQ(format("ar", "paper.participants.delegations", {{"count", 2}}), "وفدان");
  EXPECT_EQ(format("ar", "paper.participants.delegations", {{"count", 112}}), "112 وفدا");
  EXPECT_EQ(format("fr", "paper.participants.delegations", {{"count", 0}}), "0 délégation");
}

TEST(message, of_a_region_comes_from_its_language_and_of_an_unknown_language_from_english) {
  EXPECT_EQ(format("fr-CH", "paper.agenda.title"), "Ordre du jour");
  EXPECT_EQ(format("de", "paper.agenda.title"), "Agenda");
  EXPECT_EQ(format("", "paper.agenda.title"), "Agenda");
}

TEST(message, that_no_catalogue_has_is_its_own_key) {
  EXPECT_EQ(format("fr", "paper.nothing.like.it"), "paper.nothing.like.it");
}

TEST(message, every_one_can_be_formatted_in_every_language) {
  for (auto const language : languages()) {
    EXPECT_EQ(keys(language), keys("en")) << language;
    for (auto const& key : keys(language)) EXPECT_NE(format(language, key), key) << language;
  }
}

TEST(message, every_error_code_has_words_in_every_language) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<protocol::error_code>>([](auto code) {
    for (auto const language : languages())
      EXPECT_TRUE(has(language, std::string("error.") + code.name)) << language << code.name;
  });
}

TEST(message, of_an_error_speaks_of_its_values_where_it_has_them) {
  using protocol::error_code;
  EXPECT_EQ(error_words("en", {error_code::too_long, "/title", "", {{"max", "200"}}}),
            "This is too long. Shorten it to at most 200 characters.");
  EXPECT_EQ(error_words("ru", {error_code::too_many_attempts, "", "", {{"retry_after", "2"}}}),
            "Слишком много попыток. Повторите через 2 секунды.");
  EXPECT_EQ(error_words("en", {error_code::too_long, "/title", "", {}}), "This is too long. Shorten it.");
  EXPECT_EQ(error_words("es", {error_code::forbidden, "", "", {{"role", "delegate"}}}),
            "Su función no lo permite. Consulte a la secretaría si lo necesita.");
}

}  // namespace
}  // namespace dais::catalogue
