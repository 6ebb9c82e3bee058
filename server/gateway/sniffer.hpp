#pragma once

#include "server/gateway/utf8.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dais::gateway {

/// Finds out from the bytes themselves what a file is, while they pass: PDF; DOCX, XLSX and PPTX (a ZIP archive with
/// the part that makes it one); ODT (a ZIP archive that begins with its `mimetype`); a photograph as JPEG or PNG; plain
/// UTF-8 text. It keeps the first bytes and the last 256 KB, in which an archive's directory must lie.
class sniffer {
public:
  void feed(std::string_view piece);
  /// The media type of everything that was fed; nothing when it is none of the above.
  std::optional<std::string_view> media_type() const;
  /// False as soon as it is sure that `media_type` will yield nothing.
  bool is_hopeful() const;

private:
  std::optional<std::string_view> archive_type() const;

  std::string x_head;
  std::string x_tail;
  std::uint64_t x_size = 0;
  utf8_check x_utf8;
  bool x_is_text = true;
};

}  // namespace dais::gateway
