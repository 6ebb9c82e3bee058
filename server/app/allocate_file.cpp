#include "server/app/allocate_file.hpp"

#include <cstdio>
#include <string>

#include "protocol/json.hpp"
#include "server/allocation/allocate.hpp"
#include "server/allocation/input.hpp"
#include "server/allocation_check/check.hpp"
#include "server/app/sponsorship_audit.hpp"
#include "server/app/whole_file.hpp"

namespace dais::app {
namespace {

void complain(std::string const& about, std::string const& path, std::string const& words) {
  std::fprintf(stderr, "daisd: %s%s: %s\n", about.c_str(), path.empty() ? "/" : path.c_str(), words.c_str());
}

int refuse(protocol::rejection const& why) {
  for (auto const& each : why.problems) complain("", each.path, each.words);
  return 1;
}

protocol::result<protocol::json> read(std::filesystem::path const& file) {
  auto const bytes = read_whole(file);
  if (!bytes) return protocol::reject(protocol::error_code::not_found, "", bytes.error());
  return protocol::parse(*bytes, allocation::most::bytes);
}

/// The member of that name where the file is an auditor's bundle, else the file as it is.
protocol::result<protocol::json> read(std::filesystem::path const& file, char const* member) {
  auto whole = read(file);
  if (!whole || !whole->is_object() || whole->value("schema", protocol::json()) != audit_schema) return whole;
  if (!whole->contains(member))
    return protocol::reject(protocol::error_code::missing_field, "/" + std::string(member),
                            "The bundle has no " + std::string(member) + ".");
  return std::move((*whole)[member]);
}

int check(protocol::json const& input, std::filesystem::path const& file) {
  auto const result = read(file, "result");
  if (!result) return refuse(result.error());
  auto const found = allocation_check::check(input, *result);
  for (auto const& each : found)
    complain(each.in == allocation_check::document::input ? "input " : "result ", each.path, each.words);
  if (found.empty()) std::printf("accepted: the rule makes this result of this input\n");
  return found.empty() ? 0 : 1;
}

}  // namespace

int allocate_file(allocate_options const& with) {
  auto const input = read(with.input, "input");
  if (!input) return refuse(input.error());
  if (!with.check.empty()) return check(*input, with.check);
  auto const result = allocation::allocate(*input, with.explain);
  if (!result) return refuse(result.error());
  std::printf("%s\n", protocol::canonical(*result).c_str());
  return std::fflush(stdout) == 0 ? 0 : 1;
}

}  // namespace dais::app
