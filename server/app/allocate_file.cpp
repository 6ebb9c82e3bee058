#include "server/app/allocate_file.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "protocol/json.hpp"
#include "server/allocation/allocate.hpp"
#include "server/allocation/input.hpp"

namespace dais::app {
namespace {

protocol::result<std::string> read_file(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in.is_open() || in.bad())
    return protocol::reject(protocol::error_code::not_found, "",
                            "The file " + file.string() + " cannot be read; name another.");
  return bytes;
}

int refuse(protocol::rejection const& why) {
  for (auto const& each : why.problems)
    std::fprintf(stderr, "daisd: %s: %s\n", each.path.empty() ? "/" : each.path.c_str(), each.words.c_str());
  return 1;
}

}  // namespace

int allocate_file(allocate_options const& with) {
  auto const bytes = read_file(with.input);
  if (!bytes) return refuse(bytes.error());
  auto const input = protocol::parse(*bytes, allocation::most::bytes);
  if (!input) return refuse(input.error());
  auto const result = allocation::allocate(*input, with.explain);
  if (!result) return refuse(result.error());
  std::printf("%s\n", protocol::canonical(*result).c_str());
  return std::fflush(stdout) == 0 ? 0 : 1;
}

}  // namespace dais::app
