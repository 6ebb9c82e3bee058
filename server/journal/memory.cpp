#include "server/journal/memory.hpp"

#include <algorithm>
#include <utility>

#include "server/journal/chain.hpp"

namespace dais::journal {

namespace {

std::unexpected<error> told_to_fail(fault why) {
  return std::unexpected(error{why, "the journal in memory was told to fail"});
}

}  // namespace

void memory_journal::fail_next(moment when, fault why) {
  std::lock_guard const lock(x_mutex);
  x_next_failure = failure{when, why};
}

void memory_journal::refuse_writes(std::optional<fault> why) {
  std::lock_guard const lock(x_mutex);
  x_refuse_writes = why;
}

void memory_journal::refuse_everything(std::optional<fault> why) {
  std::lock_guard const lock(x_mutex);
  x_refuse_everything = why;
}

int memory_journal::commits() const {
  std::lock_guard const lock(x_mutex);
  return x_commits;
}

result<std::vector<std::string>> memory_journal::streams() {
  std::lock_guard const lock(x_mutex);
  if (x_refuse_everything) return told_to_fail(*x_refuse_everything);
  std::vector<std::string> names;
  for (auto const& [name, unused] : x_streams) names.push_back(name);
  return names;
}

result<head> memory_journal::head_of(std::string_view stream) {
  std::lock_guard const lock(x_mutex);
  if (x_refuse_everything) return told_to_fail(*x_refuse_everything);
  return head_in(stream);
}

result<head> memory_journal::append(std::string_view stream, std::int64_t expected,
                                    std::span<std::string const> bodies) {
  std::lock_guard const lock(x_mutex);
  if (x_refuse_everything) return told_to_fail(*x_refuse_everything);
  if (x_refuse_writes) return told_to_fail(*x_refuse_writes);
  auto end = head_in(stream);
  if (end.seq != expected) {
    return std::unexpected(moved(stream, end, expected));
  }
  if (bodies.empty()) return end;
  auto const failing = std::exchange(x_next_failure, std::nullopt);
  if (failing && failing->when == moment::before_commit) return told_to_fail(failing->why);
  auto& written = x_streams[std::string(stream)];
  for (auto const& body : bodies) {
    end = {end.seq + 1, link(end.hash, body)};
    written.push_back({end.seq, body, end.hash});
  }
  ++x_commits;
  if (failing) return told_to_fail(failing->why);
  return end;
}

result<std::vector<entry>> memory_journal::read(std::string_view stream, std::int64_t after, std::size_t limit) {
  std::lock_guard const lock(x_mutex);
  if (x_refuse_everything) return told_to_fail(*x_refuse_everything);
  auto const found = x_streams.find(stream);
  if (found == x_streams.end()) return entries{};
  auto const& all = found->second;
  auto const begin = std::min(static_cast<std::size_t>(std::max<std::int64_t>(after, 0)), all.size());
  auto const count = std::min(limit, all.size() - begin);
  auto const first = all.begin() + static_cast<std::ptrdiff_t>(begin);
  return entries(first, first + static_cast<std::ptrdiff_t>(count));
}

result<std::optional<entry>> memory_journal::find(std::string_view stream, std::int64_t seq) {
  std::lock_guard const lock(x_mutex);
  if (x_refuse_everything) return told_to_fail(*x_refuse_everything);
  auto const found = x_streams.find(stream);
  if (found == x_streams.end() || seq < 1 || std::cmp_greater(seq, found->second.size())) return std::nullopt;
  return found->second[static_cast<std::size_t>(seq - 1)];
}

result<void> memory_journal::probe() {
  std::lock_guard const lock(x_mutex);
  if (x_refuse_everything) return told_to_fail(*x_refuse_everything);
  if (x_refuse_writes) return told_to_fail(*x_refuse_writes);
  return {};
}

head memory_journal::head_in(std::string_view stream) const {
  auto const found = x_streams.find(stream);
  if (found == x_streams.end()) return {0, origin(stream)};
  return {found->second.back().seq, found->second.back().hash};
}

}  // namespace dais::journal
