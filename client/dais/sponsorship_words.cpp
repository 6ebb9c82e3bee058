#include "client/dais/sponsorship_words.hpp"

#include "client/native/applications.hpp"
#include "server/catalogue/dates.hpp"
#include "server/catalogue/language.hpp"
#include "server/catalogue/money.hpp"

namespace dais::command_line {
namespace {

using topic_states = std::map<std::string, protocol::result<protocol::json>>;

template <class State>
outcome<State> state_of(context const& with, topic_states const& all, std::string const& name) {
  auto const& state = all.at(name);
  if (!state) return std::unexpected(with.report(state.error()));
  auto read = protocol::decode<State>(*state);
  if (!read) return std::unexpected(with.report(read.error()));
  return std::move(*read);
}

}  // namespace

outcome<sponsorship_words> sponsorship_words::read(context const& with) {
  namespace topics = protocol::topics;
  auto const meeting = find_meeting(with);
  if (!meeting) return std::unexpected(meeting.error());
  auto const all =
      read_topics(with, *meeting, {"meeting", "sponsorship", "sponsorship@committee", "allocation@committee"});
  if (!all) return std::unexpected(all.error());
  auto applications = state_of<topics::sponsorship>(with, *all, "sponsorship@committee");
  if (!applications) return std::unexpected(applications.error());
  auto allocations = state_of<topics::allocations>(with, *all, "allocation@committee");
  if (!allocations) return std::unexpected(allocations.error());
  auto terms = state_of<topics::published_terms>(with, *all, "sponsorship");
  if (!terms) return std::unexpected(terms.error());
  auto const details = state_of<topics::meeting>(with, *all, "meeting");
  if (!details) return std::unexpected(details.error());
  sponsorship_words out(with);
  out.meeting = *meeting;
  out.applications = std::move(*applications);
  out.allocations = std::move(*allocations);
  out.terms = std::move(*terms);
  out.policy = out.terms.policy.value_or(protocol::allocation_policy{});
  out.x_currency = details->details.currency.value;
  out.x_zone = details->details.time_zone.value;
  return out;
}

std::string sponsorship_words::who(protocol::application_id const& id) const {
  auto const found = applications.applications.find(id);
  if (found == applications.applications.end()) return id.value;
  return x_with->pick(found->second.delegation_name) + " – " + found->second.name.value_or(id.value);
}

std::string sponsorship_words::who(std::vector<protocol::application_id> const& ids) const {
  std::vector<std::string> words;
  for (auto const& id : ids) words.push_back(who(id));
  return list(words);
}

std::string sponsorship_words::money(protocol::centimes amount) const {
  return catalogue::format_money(x_with->language, amount, x_currency);
}

std::string sponsorship_words::moment(protocol::instant at) const {
  return catalogue::format_moment(x_with->language, at, x_zone);
}

std::string sponsorship_words::fund(protocol::fund_id const& id) const {
  auto const found = applications.funds.find(id);
  return found == applications.funds.end() ? id.value : x_with->pick(found->second.name);
}

template <class Rules>
std::string sponsorship_words::label(Rules const& rules, std::string_view id) const {
  for (auto const& rule : rules.items)
    if (rule.id.value == id) return x_with->pick(rule.label);
  return std::string(id);
}

std::string sponsorship_words::package(protocol::field_id const& id) const {
  for (auto const& one : terms.packages.items)
    if (one.code == id) return x_with->pick(one.name);
  return id.value;
}

std::string sponsorship_words::reserve(protocol::field_id const& id) const { return label(policy.reserves, id.value); }

std::string sponsorship_words::points(std::vector<protocol::field_id> const& lines) const {
  std::vector<std::string> words;
  for (auto const& id : lines) words.push_back(label(policy.points, id.value));
  return list(words);
}

std::string sponsorship_words::gates(std::vector<std::string> const& ids) const {
  std::vector<std::string> words;
  for (auto const& id : ids)
    words.push_back(id == "WITHDRAWN" ? x_with->words("cli.sponsorship.withdrawn") : label(policy.gates, id));
  return list(words);
}

std::string sponsorship_words::turn(protocol::granted_seat const& seat) const {
  auto const code = native::read_reason(seat.turn);
  return x_with->words(
      "cli.sponsorship.turn",
      {{"turn", code.kind}, {"reserve", label(policy.reserves, code.rule)}, {"fill", seat.fill ? "yes" : "no"}});
}

std::string sponsorship_words::reason(protocol::refused_application const& why) const {
  auto const code = native::read_reason(why.reason);
  std::vector<std::string> tight;
  for (auto const& id : why.tight) tight.push_back(fund(id));
  return x_with->words("cli.sponsorship.reason", {{"reason", code.kind},
                                                  {"rule", code.kind == "CAP" ? label(policy.caps, code.rule)
                                                                              : label(policy.reserves, code.rule)},
                                                  {"money", money(why.lacking.value_or(protocol::centimes{}))},
                                                  {"funds", list(tight)}});
}

std::vector<std::string> sponsorship_words::top_ups(
    std::map<protocol::fund_id, protocol::centimes> const& by_fund) const {
  std::vector<std::string> out;
  for (auto const& [id, amount] : by_fund)
    out.push_back(x_with->words("cli.sponsorship.top_up", {{"money", money(amount)}, {"fund", fund(id)}}));
  return out;
}

std::string sponsorship_words::list(std::vector<std::string> const& words) const {
  return catalogue::list(x_with->language, words);
}

}  // namespace dais::command_line
