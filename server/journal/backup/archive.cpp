#include "server/journal/backup/archive.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <vector>

#include "server/journal/sha256.hpp"

namespace dais::journal {

namespace {

constexpr std::size_t block = 512;
constexpr std::size_t piece = 256 * 1024;
constexpr std::size_t longest_name = 99;
constexpr std::size_t largest_member = (std::size_t{1} << 33) - 1;  // eleven octal digits

struct field {
  std::size_t offset, size;
};
constexpr field name_field{0, 100}, size_field{124, 12}, checksum_field{148, 8};

std::string octal(std::size_t value, std::size_t digits) {
  std::string text(digits, '0');
  for (auto digit = text.rbegin(); value != 0; value /= 8) *digit++ = static_cast<char>('0' + value % 8);
  return text;
}

void put(std::string& header, field where, std::string_view value) {
  header.replace(where.offset, value.size(), value);
}

/// A ustar header of a regular file of owner 0, mode 0600, time 0.
std::string header_of(std::string_view name, std::size_t size) {
  std::string header(block, '\0');
  put(header, name_field, name);
  put(header, {100, 8}, "0000600");
  put(header, {108, 8}, "0000000");
  put(header, {116, 8}, "0000000");
  put(header, size_field, octal(size, 11));
  put(header, {136, 12}, "00000000000");
  put(header, checksum_field, "        ");
  put(header, {156, 1}, "0");
  put(header, {257, 8}, std::string_view("ustar\00000", 8));
  auto const sum = std::accumulate(header.begin(), header.end(), std::size_t{0}, [](std::size_t total, char each) {
    return total + static_cast<unsigned char>(each);
  });
  put(header, checksum_field, octal(sum, 6) + std::string("\0 ", 2));
  return header;
}

std::string padding_of(std::size_t size) { return std::string((block - size % block) % block, '\0'); }

std::string line_of(protocol::hash256 const& hash, std::string_view name) {
  return hash.hex() + "  " + std::string(name) + "\n";
}

std::span<std::byte const> bytes_of(std::string_view text) { return std::as_bytes(std::span(text)); }

std::unexpected<error> damaged(std::string const& what) {
  return std::unexpected(error{fault::corrupt, "the backup is damaged: " + what});
}

}  // namespace

result<protocol::hash256> archive_writer::add(std::string_view name, std::filesystem::path const& from) {
  auto source = file::open(from);
  if (!source) return std::unexpected(std::move(source).error());
  auto const size = source->size();
  if (!size) return std::unexpected(size.error());
  if (name.size() > longest_name || *size > largest_member) {
    return std::unexpected(error{fault::unavailable, from.string() + " is too large for a backup (8 GiB)"});
  }
  if (auto written = write(header_of(name, *size)); !written) return std::unexpected(std::move(written).error());
  std::vector<std::byte> buffer(piece);
  sha256_hasher hasher;
  for (std::size_t left = *size; left > 0;) {
    auto const part = std::span(buffer).first(std::min(left, buffer.size()));
    auto const got = source->read(part);
    if (!got) return std::unexpected(got.error());
    if (*got != part.size()) return std::unexpected(error{fault::unavailable, from.string() + " became shorter"});
    hasher.add(part);
    if (auto written = x_into.write(part); !written) return std::unexpected(std::move(written).error());
    left -= part.size();
  }
  if (auto written = write(padding_of(*size)); !written) return std::unexpected(std::move(written).error());
  auto const hash = hasher.finish();
  x_sums += line_of(hash, name);
  return hash;
}

result<void> archive_writer::finish() {
  auto const end =
      header_of(sums_name, x_sums.size()) + x_sums + padding_of(x_sums.size()) + std::string(2 * block, '\0');
  if (auto written = write(end); !written) return written;
  return x_into.synchronize();
}

result<void> archive_writer::write(std::string_view bytes) { return x_into.write(bytes_of(bytes)); }

result<std::optional<archive_reader::member>> archive_reader::next() {
  auto const header = read(block);
  if (!header) return std::unexpected(header.error());
  std::string const name = header->substr(name_field.offset, name_field.size).c_str();
  std::size_t size = 0;
  auto const* const digits = header->data() + size_field.offset;
  std::from_chars(digits, digits + size_field.size - 1, size, 8);
  if (name.size() > longest_name || *header != header_of(name, size)) return damaged("the header of a member");
  member found{name, size};
  if (name != sums_name) return found;
  if (auto ended = end(found); !ended) return std::unexpected(std::move(ended).error());
  return std::nullopt;
}

result<protocol::hash256> archive_reader::save(member const& from, std::filesystem::path const& to) {
  auto target = file::create(to);
  if (!target) return std::unexpected(std::move(target).error());
  std::vector<std::byte> buffer(piece);
  sha256_hasher hasher;
  for (std::size_t left = from.size; left > 0;) {
    auto const part = std::span(buffer).first(std::min(left, buffer.size()));
    auto const got = x_from.read(part);
    if (!got) return std::unexpected(got.error());
    if (*got != part.size()) return damaged("it ends within " + from.name);
    hasher.add(part);
    if (auto written = target->write(part); !written) return std::unexpected(std::move(written).error());
    left -= part.size();
  }
  auto const padding = read(padding_of(from.size).size());
  if (!padding) return std::unexpected(padding.error());
  if (*padding != padding_of(from.size)) return damaged("after " + from.name);
  if (auto durable = target->synchronize(); !durable) return std::unexpected(std::move(durable).error());
  auto const hash = hasher.finish();
  x_sums += line_of(hash, from.name);
  return hash;
}

result<std::string> archive_reader::read(std::size_t size) {
  std::string bytes(size, '\0');
  auto const got = x_from.read(std::as_writable_bytes(std::span(bytes)));
  if (!got) return std::unexpected(got.error());
  if (*got != size) return damaged("it ends too early");
  return bytes;
}

result<void> archive_reader::end(member const& sums) {
  if (sums.size != x_sums.size()) return damaged("its list of hashes does not fit its members");
  auto const wanted = x_sums + padding_of(x_sums.size()) + std::string(2 * block, '\0');
  auto const got = read(wanted.size());
  if (!got) return std::unexpected(got.error());
  if (*got != wanted) return damaged("a member does not have the hash that it was saved with");
  auto const size = x_from.read(std::as_writable_bytes(std::span(x_sums).first(1)));
  if (!size) return std::unexpected(size.error());
  if (*size != 0) return damaged("something follows its end");
  return {};
}

}  // namespace dais::journal
