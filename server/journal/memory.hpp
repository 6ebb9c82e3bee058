#pragma once

#include <map>
#include <mutex>
#include <optional>

#include "server/journal/port.hpp"

namespace dais::journal {

/// A journal in memory for tests: passes the same contract, and fails when told to. Any thread may call anything.
class memory_journal final : public port {
public:
  /// When a failing append fails: with nothing written, or with everything written and the answer lost.
  enum class moment { before_commit, after_commit };

  /// The next append that would have succeeded reports `why` instead.
  void fail_next(moment when, fault why = fault::unavailable);
  /// Until it is told nullopt, every append and probe reports `why` and writes nothing.
  void refuse_writes(std::optional<fault> why);
  /// Until it is told nullopt, every function reports `why`.
  void refuse_everything(std::optional<fault> why);
  /// How many appends have written something: one a batch, however many entries it had.
  int commits() const;

  result<std::vector<std::string>> streams() override;
  result<head> head_of(std::string_view stream) override;
  result<head> append(std::string_view stream, std::int64_t expected, std::span<std::string const> bodies) override;
  result<std::vector<entry>> read(std::string_view stream, std::int64_t after, std::size_t limit) override;
  result<std::optional<entry>> find(std::string_view stream, std::int64_t seq) override;
  result<void> probe() override;

private:
  struct failure {
    moment when;
    fault why;
  };
  using entries = std::vector<entry>;

  head head_in(std::string_view stream) const;

  mutable std::mutex x_mutex;
  std::map<std::string, entries, std::less<>> x_streams;
  std::optional<failure> x_next_failure;
  std::optional<fault> x_refuse_writes;
  std::optional<fault> x_refuse_everything;
  int x_commits = 0;
};

}  // namespace dais::journal
