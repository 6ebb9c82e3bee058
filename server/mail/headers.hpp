#pragma once
// What stands in the head of a message, in ASCII alone. None of these adds a line break that is not followed by a
// space, and none takes one: a text with control characters is refused before (`fits_header`).

#include <cstdint>
#include <string>
#include <string_view>

#include "protocol/values.hpp"

namespace dais::mail {

/// Whether an address can be written into SMTP as it is: ASCII, a dot-atom, @, a host name (RFC 5321 without quoted
/// local parts and address literals).
bool plain_address(std::string_view address);
/// Whether it holds a character outside ASCII.
bool beyond_ascii(std::string_view text);
/// Whether a text may stand in a header: UTF-8 without control characters, at most 500 bytes.
bool fits_header(std::string_view text);
/// Whether this may be a Message-ID: dot-atoms around one @.
bool plain_message_id(std::string_view id);

/// An unstructured text: as it is where it is short and ASCII, else as encoded words, folded (RFC 2047).
std::string header_text(std::string_view text);
/// `"Ana Smith" <ana@example.org>`; the address alone where there is no name.
std::string mailbox(std::string_view name, std::string_view address);
/// `attachment; filename="…"`, and `filename*=` for a name beyond ASCII (RFC 2231).
std::string attachment_disposition(std::string_view file_name);
/// `Mon, 11 Sep 2023 08:00:00 +0000` (RFC 5322).
std::string header_date(protocol::instant at);

}  // namespace dais::mail
