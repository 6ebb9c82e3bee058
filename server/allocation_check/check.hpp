#pragma once
// The independent checker of a sponsorship allocation: it replays the published rule by plain loops and a maximum flow,
// and compares. It shares no code with the engine, so that a mistake would have to be made twice.
//
// Where the rule leaves room, this program reads it so (the engine has to agree):
//
// Absent in the input: `nomination_rank` 1; `status` candidate; `earmark` everybody; `components` all kinds; `rounds`
// true; `precedence` "reserves"; `release` "exhausted"; `contingency_bp` 300; `state_cap.default` 2; every list of the
// policy empty.
//
// A test of `who` reads the applicant's own members, `delegation` among them, as they stand; an absent one fails it.
//
// People notified are locked: no gate holds for them, and no cap takes their seat back; caps count them. A locked line
// that no fund may pay is money owed inside the empty set of funds.
//
// `gated` names the gates failed, then `WITHDRAWN`. An applicant without packages has NO_ELIGIBLE_FUND.
//
// A package passed over because no fund may pay a line of it is not refused for money: it draws no line and makes no
// `+FILL`. Somebody whose fuller package was refused for money and who then gets a lesser one holds a `+FILL` seat.
// `turn` of a refusal never says `+FILL`.
//
// HELD looks at the seats alone: under `breadth` a woman who is not yet examined, and could be paid, holds an open turn
// of an earlier round too, and is then held herself.
//
// `shares` has every reserve of the policy; `if_cancels` every granted seat, with an empty list where nobody enters.
//
// OVERCOMMITTED is `"overcommitted": {"short", "tight"}` (the greatest excess, the first set that reaches it), present
// only then: nothing is granted, refused or paid, `line` is null, `shares` counts no seats, `gated` stands.

#include <expected>
#include <string>
#include <vector>

#include "protocol/json.hpp"

namespace dais::allocation_check {

using protocol::json;

enum class document { input, result };

/// One thing that is wrong: a JSON Pointer into the document, and an English sentence.
struct finding {
  document in = document::result;
  std::string path;
  std::string words;
};

/// At most this many findings are reported.
inline constexpr std::size_t most_findings = 100;

/// Whether `result` (ccm-alloc-result/1) is what the rule makes of `input` (ccm-alloc/1), hashes and ledger included;
/// its `explanations` are not looked at. Empty: accepted. Takes any two JSON values, whatever they hold.
std::vector<finding> check(json const& input, json const& result);

/// The whole result as the checker understands it, without explanations; or what is wrong with the input.
std::expected<json, std::vector<finding>> replay(json const& input);

}  // namespace dais::allocation_check
