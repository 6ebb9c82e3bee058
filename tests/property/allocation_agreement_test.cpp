// The engine and the independent checker, which share no code, come to the same result, byte for byte.

#include <gtest/gtest.h>

#include "server/allocation/allocate.hpp"
#include "server/allocation_check/check.hpp"
#include "tests/support/allocation_instances.hpp"

namespace dais {
namespace {

TEST(allocation_agreement, the_checker_accepts_each_result_and_would_have_written_the_same) {
  std::size_t granted = 0, refused = 0;
  for (std::uint64_t seed = 0; seed < 600; ++seed) {
    SCOPED_TRACE("instance " + std::to_string(seed));
    auto const input = support::allocation_instance(seed);
    auto const result = allocation::allocate(input);
    ASSERT_TRUE(result) << result.error().problems.front().path << ": " << result.error().problems.front().words;
    for (auto const& each : allocation_check::check(input, *result)) ADD_FAILURE() << each.path << ": " << each.words;
    EXPECT_EQ(protocol::canonical(*result), protocol::canonical(allocation_check::replay(input).value()));
    granted += (*result)["granted"].size();
    refused += (*result)["refused"].size();
  }
  EXPECT_GT(granted, 600U);
  EXPECT_GT(refused, 600U);
}

}  // namespace
}  // namespace dais
