#pragma once

#include <map>
#include <mutex>
#include <optional>

#include "server/vault/store.hpp"

namespace dais::vault {

/// A vault in memory (anonymous files) for tests: passes the same contract, and fails when told to.
class memory_store final : public store {
public:
  /// Until it is told nullopt, every append and finish of a writer reports `why` and keeps nothing.
  void refuse_writes(std::optional<fault> why);

  result<std::unique_ptr<writer>> begin(std::int64_t largest) override;
  result<blob> open(hash256 const& hash) override;
  result<bool> contains(hash256 const& hash) override;
  result<std::vector<stored>> list() override;

private:
  friend class memory_writer;
  struct kept_file {
    descriptor file;
    std::int64_t size;
  };

  result<void> allowed();
  void keep(stored const& what, descriptor file);

  std::mutex x_mutex;
  std::map<hash256, kept_file> x_files;
  std::optional<fault> x_refuse_writes;
};

}  // namespace dais::vault
