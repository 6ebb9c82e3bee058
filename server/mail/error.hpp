#pragma once

#include <string>

namespace dais::mail {

/// Why a message was not sent. `words` are for a log: they never hold an address, a name or anything of the message.
struct mail_error {
  enum class kind {
    bad_settings,           ///< no server, no sender, or half of a sign-in
    bad_message,            ///< a header would break, a text is not UTF-8, or something is missing
    address_not_supported,  ///< letters outside ASCII in the address: it needs SMTPUTF8 or a domain that is not ASCII
    bad_address,            ///< no address that a server would take
    unreachable,            ///< no such host, refused, or gone in the middle
    timed_out,
    not_trusted,    ///< no TLS, or a certificate that this machine does not trust
    not_signed_in,  ///< user or password are wrong
    refused,        ///< for good (5xx): trying again changes nothing
    temporarily,    ///< refused for now (4xx): try again later
    stopped,        ///< by the caller
    broken          ///< the server does not speak SMTP as it should
  };
  kind what = kind::broken;
  int reply = 0;  ///< the server's three digits; 0 where there were none
  std::string words;
};

}  // namespace dais::mail
