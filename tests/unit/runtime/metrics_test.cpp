#include "server/runtime/metrics.hpp"

#include <gtest/gtest.h>

using namespace dais::runtime;

TEST(metrics, the_same_name_and_labels_are_the_same_series) {
  metrics all;
  all.make_counter("a_total", "A.", {{"k", "v"}}).add(2);
  all.make_counter("a_total", "A.", {{"k", "v"}}).add();
  all.make_counter("a_total", "A.", {{"k", "w\"\\\n"}}).add();
  EXPECT_NE(all.render().find("# HELP a_total A.\n# TYPE a_total counter\na_total{k=\"v\"} 3\n"
                              "a_total{k=\"w\\\"\\\\\\n\"} 1\n"),
            std::string::npos);
}

TEST(metrics, gauges_go_up_and_down_or_are_read_when_asked) {
  metrics all;
  auto& open = all.make_gauge("open", "Open.");
  open.set(5);
  open.add(-2);
  double level = 1.5;
  all.observe_gauge("level", "Level.", [&] { return level; });
  level = 2.5;
  auto const text = all.render();
  EXPECT_NE(text.find("open 3\n"), std::string::npos);
  EXPECT_NE(text.find("level 2.5\n"), std::string::npos);
}

TEST(metrics, a_histogram_counts_cumulatively) {
  metrics all;
  auto& took = all.make_histogram("took", "Took.", {1, 2});
  for (double const value : {0.5, 1.0, 1.5, 9.0}) took.observe(value);
  EXPECT_NE(all.render().find("took_bucket{le=\"1\"} 2\ntook_bucket{le=\"2\"} 3\ntook_bucket{le=\"+Inf\"} 4\n"
                              "took_sum 12\ntook_count 4\n"),
            std::string::npos);
}

TEST(metrics, series_beyond_the_most_are_counted_and_not_kept) {
  metrics all;
  for (std::size_t i = 0; i < metrics::max_series + 10; ++i) {
    all.make_counter("many_total", "Many.", {{"n", std::to_string(i)}}).add();
  }
  all.make_gauge("late", "Late.").set(7);
  all.make_histogram("later", "Later.", {1}).observe(7);
  auto const text = all.render();
  EXPECT_NE(text.find("dais_metrics_refused_total 12\n"), std::string::npos);
  EXPECT_EQ(text.find("late 7"), std::string::npos);
}
