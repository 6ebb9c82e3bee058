#pragma once

#include <expected>
#include <string>

#include "server/mail/error.hpp"

namespace dais::mail {

/// The mail server to hand messages to, and in whose name.
struct mail_settings {
  std::string url;       ///< smtp://host:port or smtps://host:port
  std::string from;      ///< the sender's address
  std::string user;      ///< "" to send without signing in
  std::string password;  ///< "" without a user
};

/// One message to one person: a text and a PDF.
struct message {
  std::string to, to_name;  ///< an address, and whose it is; the name may be empty
  std::string subject;
  std::string body;        ///< UTF-8, lines end in LF or CRLF
  std::string language;    ///< of subject and body: "fr"
  std::string file_name;   ///< of the attachment: "lettre.pdf"
  std::string attachment;  ///< the PDF's bytes
  /// Names the message for ever (RFC 5322), without its angle brackets: "letter-17@meeting.example". A message that is
  /// sent again under the same name is shown once by most readers.
  std::string message_id;
};

/// Whether these settings can be used; nothing is connected. The words are one sentence for the operator.
std::expected<void, mail_error> check(mail_settings const& settings);
/// Whether the message can be sent at all; nothing is connected.
std::expected<void, mail_error> check(message const& what);

}  // namespace dais::mail
