#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "protocol/hash256.hpp"
#include "server/vault/blob.hpp"
#include "server/vault/error.hpp"

namespace dais::vault {

using protocol::hash256;

/// What the vault keeps under one hash.
struct stored {
  hash256 hash;
  std::int64_t size = 0;  ///< bytes

  bool operator==(stored const&) const = default;
};

/// Takes one file in, piece by piece, holding only a piece in memory. Dropping it without finish() leaves nothing.
class writer {
public:
  writer() = default;
  writer(writer const&) = delete;
  writer& operator=(writer const&) = delete;
  virtual ~writer() = default;

  /// `too_large` past the size that begin() was given. After an error only dropping the writer makes sense.
  virtual result<void> append(std::span<std::byte const> piece) = 0;

  /// Keeps the file under the hash of its bytes and returns when it is durable. The same bytes a second time are
  /// no error and replace nothing. Nothing may follow.
  virtual result<stored> finish() = 0;
};

/// Files by the SHA-256 of their bytes: no names, no rights, no change, no deletion.
///
/// Every function blocks: call it on a pool thread. Any number of threads may use one store; a writer or a blob belongs
/// to one thread at a time.
class store {
public:
  store() = default;
  store(store const&) = delete;
  store& operator=(store const&) = delete;
  virtual ~store() = default;

  /// `largest`: the most bytes that this file may have.
  virtual result<std::unique_ptr<writer>> begin(std::int64_t largest) = 0;

  /// `absent` if there is no such file.
  virtual result<blob> open(hash256 const& hash) = 0;

  virtual result<bool> contains(hash256 const& hash) = 0;

  /// Everything that is kept, sorted by hash.
  virtual result<std::vector<stored>> list() = 0;
};

}  // namespace dais::vault
