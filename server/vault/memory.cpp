#include "server/vault/memory.hpp"

#include <fcntl.h>
#include <sys/mman.h>

#include <cerrno>
#include <utility>

#include "server/vault/intake.hpp"

namespace dais::vault {

class memory_writer final : public writer {
public:
  memory_writer(memory_store& into, descriptor file, std::int64_t largest)
      : x_into(into), x_intake(std::move(file), largest) {}

  result<void> append(std::span<std::byte const> piece) override {
    if (auto allowed = x_into.allowed(); !allowed) return allowed;
    return x_intake.append(piece);
  }

  result<stored> finish() override {
    if (auto allowed = x_into.allowed(); !allowed) return std::unexpected(std::move(allowed).error());
    auto const kept = x_intake.finish();
    if (kept) x_into.keep(*kept, std::move(x_intake.file()));
    return kept;
  }

private:
  memory_store& x_into;
  intake x_intake;
};

void memory_store::refuse_writes(std::optional<fault> why) {
  std::lock_guard const lock(x_mutex);
  x_refuse_writes = why;
}

result<std::unique_ptr<writer>> memory_store::begin(std::int64_t largest) {
  descriptor file(::memfd_create("vault", MFD_CLOEXEC));
  if (!file) return std::unexpected(system_error(errno, "making a file in memory"));
  return std::make_unique<memory_writer>(*this, std::move(file), largest);
}

result<blob> memory_store::open(hash256 const& hash) {
  std::lock_guard const lock(x_mutex);
  auto const found = x_files.find(hash);
  if (found == x_files.end()) return std::unexpected(error{fault::absent, "the vault has no " + hash.hex()});
  descriptor file(::fcntl(found->second.file.number(), F_DUPFD_CLOEXEC, 0));
  if (!file) return std::unexpected(system_error(errno, "opening " + hash.hex()));
  return blob(std::move(file), found->second.size);
}

result<bool> memory_store::contains(hash256 const& hash) {
  std::lock_guard const lock(x_mutex);
  return x_files.contains(hash);
}

result<std::vector<stored>> memory_store::list() {
  std::lock_guard const lock(x_mutex);
  std::vector<stored> all;
  for (auto const& [hash, kept] : x_files) all.push_back({hash, kept.size});
  return all;
}

result<void> memory_store::allowed() {
  std::lock_guard const lock(x_mutex);
  if (x_refuse_writes) return std::unexpected(error{*x_refuse_writes, "the vault in memory was told to fail"});
  return {};
}

void memory_store::keep(stored const& what, descriptor file) {
  std::lock_guard const lock(x_mutex);
  x_files.try_emplace(what.hash, kept_file{std::move(file), what.size});
}

}  // namespace dais::vault
