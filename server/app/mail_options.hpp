#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <string>

#include "server/mail/message.hpp"

namespace dais::app {

/// What the command line says about letters by e-mail; empty where it says nothing.
struct mail_options {
  std::string server, from, user;
  std::filesystem::path password_file;  ///< its first line is the password
};

/// The mail server of these options; nothing where none is named. An error is one sentence for the operator, without
/// the password.
std::expected<std::optional<mail::mail_settings>, std::string> read_mail_options(mail_options const& given);

}  // namespace dais::app
