#include "server/gateway/sniffer.hpp"

#include <algorithm>
#include <array>

namespace dais::gateway {

namespace {

constexpr std::size_t head_bytes = 256;
constexpr std::size_t tail_bytes = 256 * 1024;
constexpr std::string_view pdf_magic = "%PDF-";
constexpr std::string_view jpeg_magic = "\xff\xd8\xff";
constexpr std::string_view png_magic = "\x89PNG\r\n\x1a\n";
constexpr std::string_view zip_magic = "PK\x03\x04";
constexpr std::string_view end_of_directory = "PK\x05\x06";
constexpr std::string_view directory_entry = "PK\x01\x02";
constexpr std::string_view odt_type = "application/vnd.oasis.opendocument.text";
constexpr std::size_t end_record_size = 22;
constexpr std::size_t entry_size = 46;
constexpr std::size_t local_header_size = 30;

std::size_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::size_t value = 0;
  for (std::size_t i = count; i-- > 0;) value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

bool is_text_byte(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return byte >= 0x20 ? byte != 0x7f : c == '\n' || c == '\r' || c == '\t' || c == '\f';
}

/// ODF 1.3, part 2, 3.3: the first entry is `mimetype`, stored, without extra field.
bool begins_as_odt(std::string_view head) {
  if (head.size() < local_header_size + 8 + odt_type.size()) return false;
  return little_endian(head, 8, 2) == 0 && little_endian(head, 18, 4) == odt_type.size() &&
         little_endian(head, 26, 2) == 8 && little_endian(head, 28, 2) == 0 &&
         head.substr(local_header_size, 8) == "mimetype" &&
         head.substr(local_header_size + 8, odt_type.size()) == odt_type;
}

std::string_view type_of_part(std::string_view name) {
  if (name == "word/document.xml") return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  if (name == "xl/workbook.xml") return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  if (name == "ppt/presentation.xml") {
    return "application/vnd.openxmlformats-officedocument.presentationml.presentation";
  }
  return {};
}

}  // namespace

void sniffer::feed(std::string_view piece) {
  if (x_head.size() < head_bytes) x_head += piece.substr(0, head_bytes - x_head.size());
  x_size += piece.size();
  if (x_is_text) x_is_text = std::ranges::all_of(piece, is_text_byte) && x_utf8.feed(piece);
  if (!x_head.starts_with(zip_magic)) return;
  if (x_tail.size() + piece.size() > 2 * tail_bytes) {
    x_tail.erase(0, x_tail.size() - std::min(x_tail.size(), tail_bytes));
    if (piece.size() > tail_bytes) piece.remove_prefix(piece.size() - tail_bytes);
  }
  x_tail += piece;
}

bool sniffer::is_hopeful() const {
  return x_is_text || std::ranges::any_of(std::array{pdf_magic, zip_magic, jpeg_magic, png_magic}, [&](auto magic) {
           return x_head.starts_with(magic) || magic.starts_with(x_head);
         });
}

std::optional<std::string_view> sniffer::archive_type() const {
  auto const tail = std::string_view(x_tail);
  auto const end = tail.rfind(end_of_directory);
  if (end == std::string_view::npos || tail.size() - end < end_record_size) return std::nullopt;
  auto const size = little_endian(tail, end + 12, 4);
  if (size > end) return std::nullopt;
  if (begins_as_odt(x_head)) return odt_type;

  auto directory = tail.substr(end - size, size);
  bool has_types = false;
  std::string_view type;
  while (directory.size() >= entry_size && directory.starts_with(directory_entry)) {
    auto const name_size = little_endian(directory, 28, 2);
    auto const whole = entry_size + name_size + little_endian(directory, 30, 2) + little_endian(directory, 32, 2);
    if (whole > directory.size()) return std::nullopt;
    auto const name = directory.substr(entry_size, name_size);
    has_types = has_types || name == "[Content_Types].xml";
    if (auto const found = type_of_part(name); !found.empty()) type = found;
    directory.remove_prefix(whole);
  }
  if (!directory.empty() || !has_types || type.empty()) return std::nullopt;
  return type;
}

std::optional<std::string_view> sniffer::media_type() const {
  if (x_size == 0) return std::nullopt;
  if (x_head.starts_with(pdf_magic)) return "application/pdf";
  if (x_head.starts_with(zip_magic)) return archive_type();
  if (x_head.starts_with(jpeg_magic)) return "image/jpeg";
  if (x_head.starts_with(png_magic)) return "image/png";
  if (x_is_text && x_utf8.complete()) return "text/plain; charset=utf-8";
  return std::nullopt;
}

}  // namespace dais::gateway
