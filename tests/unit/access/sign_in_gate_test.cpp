#include "server/access/sign_in_gate.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace dais::access {
namespace {

using namespace std::chrono_literals;

protocol::instant const start{std::chrono::sys_days(std::chrono::year(2023) / 9 / 11)};
sign_in_gate const gate;

TEST(sign_in_gate, lets_three_attempts_pass_at_once) {
  attempts made;
  for (int i = 0; i < 3; ++i) {
    EXPECT_FALSE(gate.retry_after(made, start)) << i;
    made = gate.begin(made, start);
  }
  EXPECT_EQ(gate.retry_after(made, start), 1s);
}

TEST(sign_in_gate, doubles_the_wait_up_to_a_quarter_of_an_hour) {
  std::vector<std::chrono::seconds> waits;
  for (std::int64_t count = 3; count <= 15; ++count) waits.push_back(gate.retry_after({count, start}, start).value());
  EXPECT_EQ(waits,
            (std::vector<std::chrono::seconds>{1s, 2s, 4s, 8s, 16s, 32s, 64s, 128s, 256s, 512s, 900s, 900s, 900s}));
  EXPECT_EQ(gate.retry_after({std::int64_t{1} << 62, start}, start), 900s);
}

TEST(sign_in_gate, says_what_is_left_in_whole_seconds_and_then_opens) {
  attempts const made{6, start};  // 8 seconds
  EXPECT_EQ(gate.retry_after(made, start + 1ms), 8s);
  EXPECT_EQ(gate.retry_after(made, start + 7999ms), 1s);
  EXPECT_FALSE(gate.retry_after(made, start + 8s));
}

TEST(sign_in_gate, forgets_after_a_day) {
  attempts const made{40, start};
  EXPECT_FALSE(gate.forgotten(made, start + 24h - 1ms));
  EXPECT_TRUE(gate.forgotten(made, start + 24h));
  EXPECT_EQ(gate.begin(made, start + 24h), (attempts{1, start + 24h}));
  EXPECT_EQ(gate.begin(made, start + 23h), (attempts{41, start + 23h}));
}

TEST(sign_in_gate, never_waits_longer_because_the_clock_was_set_back) {
  EXPECT_EQ(gate.retry_after({40, start}, start - 5h), 900s);
}

}  // namespace
}  // namespace dais::access
