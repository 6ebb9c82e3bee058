#include "server/runtime/metrics.hpp"

#include <algorithm>
#include <cstdio>

namespace dais::runtime {

struct metrics::family {
  std::string help;
  std::string type;
  std::map<std::string, counter> counters;
  std::map<std::string, gauge> gauges;
  std::map<std::string, histogram> histograms;
  std::function<double()> read;
};

namespace {

std::string escape_label(std::string_view value) {
  std::string text;
  for (char const c : value) {
    if (c == '\n') {
      text += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text;
}

std::string label_text(metrics::labels const& with) {
  std::string text;
  for (auto const& [name, value] : with) {
    if (!text.empty()) text += ',';
    text += name + "=\"" + escape_label(value) + '"';
  }
  return text;
}

std::string braces(std::string const& labels, std::string const& more = {}) {
  auto const inside = labels + (labels.empty() || more.empty() ? "" : ",") + more;
  return inside.empty() ? std::string{} : '{' + inside + '}';
}

std::string number(double value) {
  char text[40];
  auto const length = std::snprintf(text, sizeof text, "%.10g", value);
  return {text, static_cast<std::size_t>(length)};
}

void render_histogram(std::string& text, std::string const& name, std::string const& labels, histogram const& values) {
  for (std::size_t i = 0; i < values.bounds().size(); ++i) {
    text += name + "_bucket" + braces(labels, "le=\"" + number(values.bounds()[i]) + '"') + ' ' +
            std::to_string(values.at_or_below(i)) + '\n';
  }
  auto const all = std::to_string(values.at_or_below(values.bounds().size()));
  text += name + "_bucket" + braces(labels, "le=\"+Inf\"") + ' ' + all + '\n';
  text += name + "_sum" + braces(labels) + ' ' + number(values.sum()) + '\n';
  text += name + "_count" + braces(labels) + ' ' + all + '\n';
}

}  // namespace

histogram::histogram(std::vector<double> bounds) : x_bounds(std::move(bounds)), x_buckets(x_bounds.size() + 1) {}

void histogram::observe(double value) noexcept {
  auto const place = std::ranges::lower_bound(x_bounds, value) - x_bounds.begin();
  x_buckets[static_cast<std::size_t>(place)].fetch_add(1, std::memory_order_relaxed);
  x_sum.fetch_add(value, std::memory_order_relaxed);
}

std::uint64_t histogram::at_or_below(std::size_t index) const noexcept {
  std::uint64_t total = 0;
  for (std::size_t i = 0; i <= index; ++i) total += x_buckets[i].load(std::memory_order_relaxed);
  return total;
}

metrics::metrics() = default;
metrics::~metrics() = default;

metrics::family& metrics::find_family(std::string_view name, std::string_view help, std::string_view type) {
  auto found = x_families.find(name);
  if (found == x_families.end()) {
    auto made = std::make_unique<family>();
    made->help = help;
    made->type = type;
    found = x_families.emplace(std::string(name), std::move(made)).first;
  }
  return *found->second;
}

bool metrics::take_place() {
  if (x_series >= max_series) {
    x_refused.add();
    return false;
  }
  ++x_series;
  return true;
}

counter& metrics::make_counter(std::string_view name, std::string_view help, labels const& with) {
  std::lock_guard const lock(x_mutex);
  auto& series = find_family(name, help, "counter").counters;
  auto const key = label_text(with);
  if (auto const found = series.find(key); found != series.end()) return found->second;
  return take_place() ? series[key] : x_spare_counter;
}

gauge& metrics::make_gauge(std::string_view name, std::string_view help, labels const& with) {
  std::lock_guard const lock(x_mutex);
  auto& series = find_family(name, help, "gauge").gauges;
  auto const key = label_text(with);
  if (auto const found = series.find(key); found != series.end()) return found->second;
  return take_place() ? series[key] : x_spare_gauge;
}

histogram& metrics::make_histogram(std::string_view name, std::string_view help, std::vector<double> bounds,
                                   labels const& with) {
  std::lock_guard const lock(x_mutex);
  auto& series = find_family(name, help, "histogram").histograms;
  auto const key = label_text(with);
  if (auto const found = series.find(key); found != series.end()) return found->second;
  return take_place() ? series.try_emplace(key, std::move(bounds)).first->second : x_spare_histogram;
}

void metrics::observe_gauge(std::string_view name, std::string_view help, std::function<double()> read) {
  std::lock_guard const lock(x_mutex);
  find_family(name, help, "gauge").read = std::move(read);
}

std::string metrics::render() const {
  std::lock_guard const lock(x_mutex);
  std::string text;
  for (auto const& [name, one] : x_families) {
    text += "# HELP " + name + ' ' + one->help + "\n# TYPE " + name + ' ' + one->type + '\n';
    for (auto const& [labels, value] : one->counters) {
      text += name + braces(labels) + ' ' + std::to_string(value.value()) + '\n';
    }
    for (auto const& [labels, value] : one->gauges) {
      text += name + braces(labels) + ' ' + std::to_string(value.value()) + '\n';
    }
    for (auto const& [labels, values] : one->histograms) render_histogram(text, name, labels, values);
    if (one->read) text += name + ' ' + number(one->read()) + '\n';
  }
  text += "# HELP dais_metrics_refused_total Series that were asked for beyond the most that are kept.\n";
  text += "# TYPE dais_metrics_refused_total counter\ndais_metrics_refused_total ";
  text += std::to_string(x_refused.value()) + '\n';
  return text;
}

std::vector<double> latency_bounds() {
  return {0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
}

}  // namespace dais::runtime
