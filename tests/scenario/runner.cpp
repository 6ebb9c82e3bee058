// Plays every scenario below this folder; those in wrong/ have a wrong expectation each, and must be found out.

#include <cctype>
#include <string>

#include "tests/scenario/play.hpp"

#include <gtest/gtest.h>

namespace dais::scenario {

void PrintTo(script const& of, std::ostream* out) { *out << of.file << ": " << of.title; }

namespace {

std::vector<script> scripts(bool wrong) {
  std::vector<script> out;
  for (auto& each : read_scripts(std::string(DAIS_SOURCE_DIR) + "/tests/scenario"))
    if (each.file.starts_with("wrong/") == wrong) out.push_back(std::move(each));
  return out;
}

std::string name(::testing::TestParamInfo<script> const& of) {
  std::string out = of.param.file.substr(0, of.param.file.find('.')) + "__" + of.param.title;
  for (char& c : out)
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  return out;
}

class scenarios : public ::testing::TestWithParam<script> {};
TEST_P(scenarios, holds) { EXPECT_EQ(play(GetParam()), ""); }
INSTANTIATE_TEST_SUITE_P(, scenarios, ::testing::ValuesIn(scripts(false)), name);

class wrong_scenarios : public ::testing::TestWithParam<script> {};
TEST_P(wrong_scenarios, is_found_out) { EXPECT_NE(play(GetParam()), ""); }
INSTANTIATE_TEST_SUITE_P(, wrong_scenarios, ::testing::ValuesIn(scripts(true)), name);

}  // namespace
}  // namespace dais::scenario
