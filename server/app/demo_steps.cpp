#include "server/app/demo_steps.hpp"

#include "protocol/registry.hpp"
#include "server/app/commands.hpp"
#include "server/catalogue/language.hpp"
#include "server/office/paper.hpp"

namespace dais::app {
namespace {

/// Accounts that the server makes for itself have e-mails of this domain, which nobody can receive mail at (RFC 2606).
constexpr std::string_view own_domain = "@dais.invalid";

template <class Text>
std::string best(protocol::meeting_file const& file, std::string const& language, Text const& from) {
  std::vector<std::string> languages;
  for (auto const& each : file.meeting.languages.items) languages.push_back(each.value);
  return std::string(catalogue::pick(from, language, languages).text);
}

}  // namespace

std::string words_of(protocol::rejection const& why) {
  auto const& first = why.problems.front();
  auto const line = first.values.find("line");
  return (line == first.values.end() ? "" : "line " + line->second + ": ") +
         (first.path.empty() ? "" : first.path + ": ") + first.words;
}

std::expected<protocol::json, std::string> give(server& on, std::string const& command, std::string const& meeting,
                                                std::string const& method, protocol::json const& params) {
  auto done = on.command(command, meeting, method, params);
  if (!done) return std::unexpected(words_of(done.error()));
  return std::move(*done);
}

std::string text_in(protocol::meeting_file const& file, std::string const& language,
                    protocol::localized_name const& from) {
  return best(file, language, from);
}

std::expected<protocol::document_file, std::string> keep_sample(server& on, protocol::meeting_file const& file,
                                                                std::string const& language, std::string const& symbol,
                                                                protocol::localized_name const& title,
                                                                std::string const& name) {
  auto const titled = best(file, language, title);
  office::sample_document const paper{
      {language, best(file, language, file.meeting.name), file.meeting.opens, file.meeting.closes,
       best(file, language, file.meeting.venue), file.meeting.time_zone.value,
       protocol::instant{std::chrono::sys_days{file.meeting.opens}}},
      symbol,
      titled,
      office::sample_paragraphs(language, symbol, titled)};
  auto const printed = office::print(paper);
  if (!printed) return std::unexpected("A sample document could not be printed.");
  auto const kept = on.keep(*printed);
  if (!kept) return std::unexpected(kept.error());
  return protocol::document_file{
      *kept, static_cast<std::int64_t>(printed->size()), "application/pdf", {name + "-" + language + ".pdf"}};
}

outcome add_own_account(server& on, std::string const& name, std::string const& mailbox,
                        protocol::role_grant const& grant) {
  protocol::email const address{mailbox + std::string(own_domain)};
  for (auto const& [id, each] : on.organization().accounts)
    if (each.details && each.details->email == address) return {};
  protocol::accounts::add const params{{{name}, address, {"en"}}, {{grant}}};
  auto const done =
      give(on, "own-" + sha256_hex(address.value).substr(0, 32), "", "accounts.add", protocol::encode(params));
  if (!done) return std::unexpected(done.error());
  return {};
}

bool is_own(protocol::account_details const& account) { return account.email.value.ends_with(own_domain); }

}  // namespace dais::app
