#include "server/domain/documents/symbols.hpp"

#include <chrono>
#include <string>

#include <gtest/gtest.h>

namespace dais::domain {
namespace {

TEST(symbol_grammar, the_symbols_of_a_convention_are_allowed) {
  auto const grammar = symbol_grammar::from(
      R"(^CCM/(MSP|CONF)/\d{4}(/PM\.\d+)?/(\d+|(WP|INF|L|CRP|MISC)\.\d+)(/(Rev|Add|Corr|Amend)\.\d+)*$)");
  ASSERT_TRUE(grammar);
  for (auto const* good : {"CCM/MSP/2023/2", "CCM/MSP/2011/WP.3/Rev.1/Amend.1", "CCM/CONF/2015/PM.1/2"})
    EXPECT_TRUE(grammar->allows(good)) << good;
  for (auto const* bad : {"", "CCM/MSP/23/2", "CCM/MSP/2023/2/", "xCCM/MSP/2023/2", "CCM/MSP/2023/2/Rev"})
    EXPECT_FALSE(grammar->allows(bad)) << bad;
}

TEST(symbol_grammar, what_is_no_expression_is_no_grammar) {
  for (auto const* bad : {"(", "[a", "a{2", "*", "(a)\\1", "\\"}) EXPECT_FALSE(symbol_grammar::from(bad)) << bad;
}

TEST(symbol_grammar, repeated_groups_and_large_counts_are_refused) {
  for (auto const* bad : {"(ab){3}", "a{21}", "a{0,99999999999}", "a{3}{3}", "((a{20}){20}){20}"})
    EXPECT_FALSE(symbol_grammar::from(bad)) << bad;
  for (auto const* good : {"a{20}", "[a-z]{1,8}", "(ab)+", "\\){3}", "[{99}]"})
    EXPECT_TRUE(symbol_grammar::from(good)) << good;
}

TEST(symbol_grammar, a_pattern_that_makes_backtracking_matchers_run_for_ever_is_quick) {
  std::string evil(40, 'a');
  evil += '!';
  for (auto const* pattern : {"^(a+)+$", "^(a|aa)+$", "^(a*)*b?$", "^(([a-z])+.)+[A-Z]([a-z])+$"}) {
    auto const grammar = symbol_grammar::from(pattern);
    ASSERT_TRUE(grammar) << pattern;
    auto const began = std::chrono::steady_clock::now();
    EXPECT_FALSE(grammar->allows(evil)) << pattern;
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(2)) << pattern;
  }
}

TEST(symbol_grammar, a_symbol_longer_than_any_is_refused_unread) {
  auto const grammar = symbol_grammar::from("a*");
  EXPECT_TRUE(grammar->allows(std::string(80, 'a')));
  EXPECT_FALSE(grammar->allows(std::string(81, 'a')));
}

TEST(symbols, a_symbol_is_held_by_whoever_ever_had_it) {
  documents_state documents;
  auto& document = documents.documents[{"levels"}];
  document.details.symbol = {"D/1/Rev.2"};
  document.current.emplace().symbol = {"D/1/Rev.2"};
  document.earlier.emplace_back().symbol = {"D/1"};
  document.draft.emplace().symbol = {"D/1/Rev.3"};
  for (auto const* taken : {"D/1", "D/1/Rev.2", "D/1/Rev.3"})
    EXPECT_EQ(holder_of(documents, {taken}, nullptr), protocol::document_id{"levels"}) << taken;
  protocol::document_id const own{"levels"};
  EXPECT_FALSE(holder_of(documents, {"D/1"}, &own));
  EXPECT_FALSE(holder_of(documents, {"D/2"}, nullptr));
}

}  // namespace
}  // namespace dais::domain
