#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "protocol/hash256.hpp"
#include "server/journal/backup/file.hpp"

namespace dais::journal {

/// A backup is a plain tar archive (POSIX ustar), so that any machine can open it, and its last member SHA256SUMS is
/// what `sha256sum -c` reads. Every byte of it follows from the names and contents of the members: a reader makes each
/// header and the list anew and compares, so a change anywhere is noticed.
inline constexpr std::string_view sums_name = "SHA256SUMS";

/// Writes an archive from the front to the back.
class archive_writer {
public:
  explicit archive_writer(file into) : x_into(std::move(into)) {}

  /// Adds a file under a name of at most 99 bytes; returns the hash of what was written.
  result<protocol::hash256> add(std::string_view name, std::filesystem::path const& from);
  /// Ends the archive and makes it durable.
  result<void> finish();

private:
  result<void> write(std::string_view bytes);

  file x_into;
  std::string x_sums;
};

/// Reads an archive from the front to the back; `corrupt` at the first byte that archive_writer would not have written.
class archive_reader {
public:
  struct member {
    std::string name;
    std::size_t size;
  };

  explicit archive_reader(file from) : x_from(std::move(from)) {}

  /// The next member but SHA256SUMS, or nothing once the end has been read and everything agreed. save() comes between.
  result<std::optional<member>> next();
  /// Writes the content of the member that next() returned into a new file and makes it durable; returns its hash.
  result<protocol::hash256> save(member const& from, std::filesystem::path const& to);

private:
  result<std::string> read(std::size_t size);
  result<void> end(member const& sums);

  file x_from;
  std::string x_sums;
};

}  // namespace dais::journal
