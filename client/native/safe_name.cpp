#include "client/native/safe_name.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "protocol/values.hpp"

namespace dais::native {
namespace {

constexpr std::size_t longest = 120;

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// Marks that turn or hide text: U+200B–U+200F, U+2028–U+202E, U+2060–U+206F (all E2 80 xx or E2 81 xx), U+FEFF,
/// and the controls U+0080–U+009F.
std::size_t invisible(std::string_view text) {
  auto const byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) <= 0x9F) return 2;
  if (byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF) return 3;
  if (byte(0) != 0xE2) return 0;
  if (byte(1) == 0x80 && ((byte(2) >= 0x8B && byte(2) <= 0x8F) || (byte(2) >= 0xA8 && byte(2) <= 0xAE))) return 3;
  if (byte(1) == 0x81 && byte(2) >= 0xA0 && byte(2) <= 0xAF) return 3;
  return 0;
}

bool is_device(std::string_view name) {
  std::string upper(name.substr(0, name.find('.')));
  std::ranges::transform(upper, upper.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c; });
  static constexpr std::array<std::string_view, 4> names{"CON", "PRN", "AUX", "NUL"};
  if (std::ranges::find(names, upper) != names.end()) return true;
  return upper.size() == 4 && (upper.starts_with("COM") || upper.starts_with("LPT")) && upper[3] >= '0' &&
         upper[3] <= '9';
}

bool is_edge(char c) { return c == '.' || c == ' ' || c == '-'; }

}  // namespace

std::string safe_name(std::string_view text) {
  if (!protocol::valid_utf8(text)) return "document";
  std::string out;
  while (!text.empty()) {
    if (auto const skipped = invisible(text); skipped > 0) {
      text.remove_prefix(skipped);
      continue;
    }
    char const c = text.front();
    text.remove_prefix(1);
    auto const byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F || c == ' ') {
      if (!out.ends_with(' ')) out += ' ';
    } else {
      out += std::string_view("/\\:*?\"<>|").find(c) == std::string_view::npos ? c : '-';
    }
  }
  if (out.size() > longest) {
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;
    out.resize(end);
  }
  while (!out.empty() && is_edge(out.back())) out.pop_back();
  out.erase(0, static_cast<std::size_t>(std::ranges::find_if_not(out, is_edge) - out.begin()));
  if (out.empty()) return "document";
  if (is_device(out)) out.insert(0, "_");
  return out;
}

std::string ending_of(std::string_view media_type, std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> known{{
      {"application/pdf", ".pdf"},
      {"text/plain", ".txt"},
      {"application/msword", ".doc"},
      {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"},
      {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"},
      {"application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx"},
      {"application/vnd.oasis.opendocument.text", ".odt"},
      {"application/rtf", ".rtf"},
  }};
  auto const type = media_type.substr(0, media_type.find(';'));
  for (auto const& [one, ending] : known)
    if (one == type) return std::string(ending);
  auto const dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  auto const ending = name.substr(dot);
  bool const is_plain =
      ending.size() >= 2 && ending.size() <= 6 && std::ranges::all_of(ending.substr(1), is_letter_or_digit);
  return is_plain ? std::string(ending) : std::string();
}

}  // namespace dais::native
