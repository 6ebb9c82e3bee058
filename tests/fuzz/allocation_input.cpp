// No bytes may throw or overflow: an input is refused with words and a path, or allocated, and then the same once more
// with its applicants turned round.
#include "protocol/json.hpp"
#include "server/allocation/allocate.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace dais;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto input = protocol::parse({reinterpret_cast<char const*>(data), size}, size);
  if (!input) return 0;
  auto const made = allocation::allocate(*input, true);
  if (!made) {
    auto const& problems = made.error().problems;
    if (problems.empty() || std::ranges::any_of(problems, [](auto const& each) { return each.words.empty(); }))
      std::abort();
    return 0;
  }
  std::ranges::reverse(input->at("applicants"));
  auto const again = allocation::allocate(*input, true);
  if (!again || protocol::canonical(*again) != protocol::canonical(*made)) std::abort();
  return 0;
}
