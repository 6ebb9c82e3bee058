#include "server/runtime/log.hpp"

#include "server/runtime/clock.hpp"

#include <gtest/gtest.h>

#include <vector>

using namespace dais::runtime;

namespace {

struct captured_log {
  std::vector<std::string> lines;
  captured_log() {
    log_to([this](std::string_view line) { lines.emplace_back(line); });
  }
  ~captured_log() { log_to({}); }
};

}  // namespace

TEST(log, a_line_is_one_json_object_with_its_fields) {
  captured_log captured;
  log(severity::warning, "queue is full", {{"depth", 12U}, {"topic", "agenda"}, {"closed", true}});
  ASSERT_EQ(captured.lines.size(), 1U);
  EXPECT_NE(captured.lines[0].find(
                R"(,"level":"warning","event":"queue is full","depth":12,"topic":"agenda","closed":true})"),
            std::string::npos);
  EXPECT_TRUE(captured.lines[0].starts_with("{\"at\":\"2"));
}

TEST(log, hostile_text_cannot_break_the_line) {
  captured_log captured;
  log(severity::info, "odd", {{"text", std::string("a\"b\\c\nd\x01\xff")}});
  ASSERT_EQ(captured.lines.size(), 1U);
  EXPECT_NE(captured.lines[0].find(R"("text":"a\"b\\c\u000ad\u0001\u00ff"})"), std::string::npos);
}

TEST(log, lines_below_the_threshold_are_not_written) {
  captured_log captured;
  log(severity::debug, "quiet");
  log_from(severity::debug);
  log(severity::debug, "loud");
  log_from(severity::info);
  ASSERT_EQ(captured.lines.size(), 1U);
}

TEST(log, an_exception_describes_itself) {
  EXPECT_EQ(describe(std::make_exception_ptr(std::runtime_error("why"))), "why");
  EXPECT_EQ(describe(std::make_exception_ptr(1)), "an exception of unknown type");
}

TEST(clock, a_fake_clock_moves_only_when_told) {
  using namespace std::chrono_literals;
  fake_clock time{instant{1000ms}};
  EXPECT_EQ(time.now(), instant{1000ms});
  time.advance(5ms);
  EXPECT_EQ(time.now(), instant{1005ms});
  time.set(instant{1ms});
  EXPECT_EQ(time.now(), instant{1ms});
  EXPECT_GT(system_clock{}.now(), instant{1ms});
}
