#include "server/app/mail_options.hpp"

#include "server/app/whole_file.hpp"

namespace dais::app {

std::expected<std::optional<mail::mail_settings>, std::string> read_mail_options(mail_options const& given) {
  if (given.server.empty()) {
    if (given.from.empty() && given.user.empty() && given.password_file.empty()) return std::nullopt;
    return std::unexpected("Letters by e-mail need a mail server: add --smtp URL, or leave out the other options.");
  }
  if (given.from.empty()) return std::unexpected("--smtp needs the sender’s address: add --smtp-from ADDRESS.");
  if (given.user.empty() != given.password_file.empty())
    return std::unexpected("To sign in to the mail server give both --smtp-user and --smtp-password-file, or neither.");
  mail::mail_settings out{given.server, given.from, given.user, {}};
  if (!given.password_file.empty()) {
    auto const text = read_whole(given.password_file);
    if (!text) return std::unexpected(text.error());
    out.password = text->substr(0, text->find_first_of("\r\n"));
    if (out.password.empty())
      return std::unexpected("The file " + given.password_file.string() + " begins with no password.");
  }
  if (auto const good = mail::check(out); !good) return std::unexpected(good.error().words);
  return out;
}

}  // namespace dais::app
