#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace dais::runtime {

/// A number that only grows. Any thread, without a lock.
class counter {
public:
  void add(std::uint64_t by = 1) noexcept { x_value.fetch_add(by, std::memory_order_relaxed); }
  std::uint64_t value() const noexcept { return x_value.load(std::memory_order_relaxed); }

private:
  std::atomic<std::uint64_t> x_value{0};
};

/// A number that goes up and down. Any thread, without a lock.
class gauge {
public:
  void set(std::int64_t to) noexcept { x_value.store(to, std::memory_order_relaxed); }
  void add(std::int64_t by) noexcept { x_value.fetch_add(by, std::memory_order_relaxed); }
  std::int64_t value() const noexcept { return x_value.load(std::memory_order_relaxed); }

private:
  std::atomic<std::int64_t> x_value{0};
};

/// How often a value fell at or below each bound. Any thread, without a lock.
class histogram {
public:
  /// `bounds` rise strictly; a bucket above the last one is added.
  explicit histogram(std::vector<double> bounds);
  void observe(double value) noexcept;
  std::vector<double> const& bounds() const noexcept { return x_bounds; }
  /// The count at or below the bound numbered `index`; `index == bounds().size()` counts everything.
  std::uint64_t at_or_below(std::size_t index) const noexcept;
  double sum() const noexcept { return x_sum.load(std::memory_order_relaxed); }

private:
  std::vector<double> x_bounds;
  std::vector<std::atomic<std::uint64_t>> x_buckets;
  std::atomic<double> x_sum{0};
};

/// The program's numbers, rendered as Prometheus text (exposition format 0.0.4).
///
/// A number is made once and kept by reference for the registry's lifetime; asking for the same name and labels gives
/// the same one. At most `max_series` exist: further ones all share one that is not rendered, and
/// `dais_metrics_refused_total` counts them, so a label that follows input cannot grow memory.
class metrics {
public:
  using labels = std::vector<std::pair<std::string, std::string>>;
  static constexpr std::size_t max_series = 2000;

  metrics();
  metrics(metrics const&) = delete;
  metrics& operator=(metrics const&) = delete;

  counter& make_counter(std::string_view name, std::string_view help, labels const& with = {});
  gauge& make_gauge(std::string_view name, std::string_view help, labels const& with = {});
  histogram& make_histogram(std::string_view name, std::string_view help, std::vector<double> bounds,
                            labels const& with = {});
  /// A gauge that is read when the text is asked for; `read` is called from the thread that renders.
  void observe_gauge(std::string_view name, std::string_view help, std::function<double()> read);

  /// Every series, sorted by name.
  std::string render() const;

private:
  struct family;

  family& find_family(std::string_view name, std::string_view help, std::string_view type);
  bool take_place();

  mutable std::mutex x_mutex;
  std::map<std::string, std::unique_ptr<family>, std::less<>> x_families;
  std::size_t x_series = 0;
  counter x_spare_counter;
  gauge x_spare_gauge;
  histogram x_spare_histogram{{}};
  counter x_refused;

public:
  ~metrics();
};

/// Seconds from 0.1 ms to 10 s, for the time that something took.
std::vector<double> latency_bounds();

}  // namespace dais::runtime
