#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/dais/online.hpp"
#include "protocol/topics/meeting.hpp"
#include "protocol/topics/sponsorship.hpp"

namespace dais::command_line {

/// What the committee sees of sponsorship at one moment, and how it is said to our reader.
class sponsorship_words {
public:
  /// Looks once; says on stderr what may not be seen.
  static outcome<sponsorship_words> read(context const& with);

  protocol::meeting_id meeting;
  protocol::topics::sponsorship applications;
  protocol::topics::allocations allocations;
  protocol::topics::published_terms terms;
  /// Whose labels name reserves, ceilings, gates and points: the published policy, unless a scenario's is set.
  protocol::allocation_policy policy;

  /// "Lao PDR – Sok Dara"; the id in place of the name of somebody who was forgotten.
  std::string who(protocol::application_id const& id) const;
  std::string who(std::vector<protocol::application_id> const& ids) const;
  std::string money(protocol::centimes amount) const;
  std::string moment(protocol::instant at) const;
  std::string fund(protocol::fund_id const& id) const;
  std::string package(protocol::field_id const& id) const;
  std::string reserve(protocol::field_id const& id) const;
  /// The lines that gave points, and the gates that somebody did not pass, as one list.
  std::string points(std::vector<protocol::field_id> const& lines) const;
  std::string gates(std::vector<std::string> const& ids) const;
  /// Who came to have this turn: "open turn", "reserve: Survivors".
  std::string turn(protocol::granted_seat const& seat) const;
  std::string reason(protocol::refused_application const& why) const;
  /// One top-up for each fund: "CHF 500.00 more in General".
  std::vector<std::string> top_ups(std::map<protocol::fund_id, protocol::centimes> const& by_fund) const;
  std::string list(std::vector<std::string> const& words) const;

private:
  explicit sponsorship_words(context const& with) : x_with(&with) {}
  template <class Rules>
  std::string label(Rules const& rules, std::string_view id) const;

  context const* x_with;
  std::string x_currency;
  std::string x_zone;
};

/// The one that is meant by `text`, else says why there is none. `name_of` names a candidate.
template <class Id, class NameOf>
outcome<Id> only_one(context const& with, std::vector<Id> const& found, char const* what, std::string const& text,
                     NameOf name_of) {
  if (found.size() == 1) return found.front();
  if (found.empty())
    return std::unexpected(
        with.refuse(protocol::error_code::not_found, "cli.sponsorship.not_found", {{"what", what}, {"text", text}}));
  std::string candidates;
  for (auto const& id : found) candidates += "\n  " + id.value + "  " + name_of(id);
  return std::unexpected(with.usage("cli.sponsorship.ambiguous", {{"candidates", candidates}}));
}

}  // namespace dais::command_line
