#include "client/native/backoff.hpp"

#include <algorithm>
#include <charconv>
#include <memory>
#include <random>

namespace dais::native {

random_source system_random() {
  auto const engine = std::make_shared<std::mt19937_64>(std::random_device{}());
  return [engine] { return std::uniform_real_distribution<double>(0, 1)(*engine); };
}

std::chrono::milliseconds backoff::next() {
  auto const ceiling = static_cast<double>(x_ceiling.count());
  x_ceiling = std::min(x_ceiling * 2, longest);
  return std::chrono::milliseconds(static_cast<std::int64_t>(ceiling / 2 + ceiling / 2 * x_random()));
}

bool may_come_back(int close_code) { return close_code < 4500 || close_code > 4999; }

std::chrono::milliseconds delay_in(std::string_view close_reason) {
  int number = 0;
  auto const [stop, fault] = std::from_chars(close_reason.data(), close_reason.data() + close_reason.size(), number);
  if (fault != std::errc{} || number < 0) return std::chrono::milliseconds(-1);
  return std::min(std::chrono::milliseconds(number), std::chrono::milliseconds(60'000));
}

}  // namespace dais::native
