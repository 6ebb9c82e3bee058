#include "server/mail/message.hpp"

#include "protocol/values.hpp"
#include "server/mail/headers.hpp"
#include "server/mail/server_url.hpp"

namespace dais::mail {
namespace {

using kind = mail_error::kind;
using outcome = std::expected<void, mail_error>;

constexpr std::size_t longest_body = 1'048'576, longest_file_name = 150;

std::unexpected<mail_error> no(kind what, char const* words) { return std::unexpected(mail_error{what, 0, words}); }

outcome check_address(std::string_view address) {
  if (beyond_ascii(address))
    return no(kind::address_not_supported,
              "The address holds letters outside ASCII, which this server cannot send to; send the letter by hand.");
  if (!plain_address(address)) return no(kind::bad_address, "The address is none; correct it.");
  return {};
}

bool is_file_name(std::string_view name) {
  return !name.empty() && name.size() <= longest_file_name && fits_header(name) &&
         name.find_first_of("/\\") == name.npos && !name.starts_with('.');
}

}  // namespace

outcome check(mail_settings const& settings) {
  if (!read_server_url(settings.url))
    return no(kind::bad_settings, "The mail server is no smtp:// or smtps:// address with a host and without more.");
  if (!plain_address(settings.from)) return no(kind::bad_settings, "The sender is no e-mail address in ASCII.");
  if (settings.user.empty() != settings.password.empty())
    return no(kind::bad_settings, "To sign in to the mail server takes both a user and a password.");
  if (!fits_header(settings.user) || !fits_header(settings.password))
    return no(kind::bad_settings, "The mail server’s user or password holds characters that cannot be sent.");
  return {};
}

outcome check(message const& what) {
  if (auto const good = check_address(what.to); !good) return good;
  if (!fits_header(what.to_name)) return no(kind::bad_message, "The name cannot stand in a header.");
  if (what.subject.empty() || !fits_header(what.subject))
    return no(kind::bad_message, "The subject is empty or cannot stand in a header.");
  if (!protocol::valid_language(what.language)) return no(kind::bad_message, "The language is none.");
  if (!plain_message_id(what.message_id)) return no(kind::bad_message, "The message’s name is no Message-ID.");
  if (what.body.empty() || what.body.size() > longest_body || !protocol::valid_utf8(what.body) ||
      what.body.contains('\0'))
    return no(kind::bad_message, "The text is empty, too long or no UTF-8.");
  if (!is_file_name(what.file_name)) return no(kind::bad_message, "The attachment’s name is none for a file.");
  if (what.attachment.empty()) return no(kind::bad_message, "The attachment is empty.");
  return {};
}

}  // namespace dais::mail
