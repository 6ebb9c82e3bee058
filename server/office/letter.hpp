#pragma once
// The letter that tells an applicant what was decided about sponsorship: to one person, about that person alone.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "server/office/paper.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace dais::office {

struct priced_line {
  std::string what;
  protocol::centimes amount;
};
BOOST_DESCRIBE_STRUCT(priced_line, (), (what, amount))

/// What is granted, and until when it can be accepted.
struct letter_award {
  std::string package;  ///< its name
  std::vector<priced_line> costs;
  protocol::centimes total;
  protocol::instant answer_by;
};
BOOST_DESCRIBE_STRUCT(letter_award, (), (package, costs, total, answer_by))

enum class refusal_cause {
  funds,             ///< money was short, by `lacking`
  no_eligible_fund,  ///< no fund may pay all of the costs
  delegation_cap,    ///< the delegation has as many seats as it may have
  ceiling,           ///< so has the group that `labels` names
  gates,             ///< `labels`: what was not fulfilled
  held,              ///< money is kept for the reserve that `labels` names
  other
};
BOOST_DESCRIBE_ENUM(refusal_cause, funds, no_eligible_fund, delegation_cap, ceiling, gates, held, other)

struct letter_refusal {
  refusal_cause cause = refusal_cause::other;
  std::vector<std::string> labels;
  std::optional<protocol::centimes> lacking;
  std::optional<std::int64_t> place;  ///< on the waiting list, from 1; absent where not on it
};
BOOST_DESCRIBE_STRUCT(letter_refusal, (), (cause, labels, lacking, place))

/// `head.as_of` is when the decision was notified: the letter's date.
struct letter_paper {
  masthead head;
  std::string currency;   ///< ISO 4217
  std::string reference;  ///< the application's id
  std::string name;
  std::string delegation;
  std::variant<letter_award, letter_refusal> decision;
};
BOOST_DESCRIBE_STRUCT(letter_paper, (), (head, currency, reference, name, delegation, decision))

pdf print(letter_paper const& paper);

/// What the letter gives as the reason, in a sentence of the language.
std::string refusal_words(letter_refusal const& refusal, std::string const& language, std::string const& currency);

}  // namespace dais::office
