#pragma once

#include <chrono>
#include <expected>
#include <stop_token>

#include "server/mail/error.hpp"
#include "server/mail/message.hpp"

namespace dais::mail {

/// How long a message may take, and who may end it before.
struct patience {
  std::chrono::milliseconds connect{15'000};
  std::chrono::milliseconds whole{60'000};
  std::stop_token stop;  ///< heeded within about a second
};

/// Hands one message to the mail server; blocks its thread, for the pool. Done means that the server took it upon
/// itself to deliver it. After `timed_out`, `unreachable` and `stopped` the server may have taken it all the same.
///
/// What goes over a network is encrypted: smtps, or else STARTTLS, which the server must offer unless it is this
/// machine itself. Certificates are checked against what the system trusts, or what SSL_CERT_FILE names.
std::expected<void, mail_error> send(mail_settings const& settings, message const& what, patience const& limits = {});

}  // namespace dais::mail
