#include "server/allocation/prepare.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <tuple>

#include "server/allocation/conditions.hpp"
#include "server/allocation/digests.hpp"

namespace dais::allocation {
namespace {

using delegation_numbers = std::map<std::string_view, std::size_t>;

/// Bit i says whether the i-th of `groups` means the applicant.
template <class Group>
std::uint64_t memberships(std::vector<Group> const& groups, applicant const& of) {
  std::uint64_t found = 0;
  for (std::size_t i = 0; i < groups.size(); ++i)
    if (holds(groups[i].who, of)) found |= std::uint64_t{1} << i;
  return found;
}

/// The funds whose earmark the applicant fits.
fund_set open_to(std::vector<fund> const& funds, applicant const& who) {
  fund_set open = 0;
  for (std::size_t i = 0; i < funds.size(); ++i)
    if (holds(funds[i].earmark, who)) open |= only(i);
  return open;
}

bool pays(fund const& from, std::string const& kind) {
  return !from.components || std::ranges::find(*from.components, kind) != from.components->end();
}

fund_set payers_of(std::string const& kind, fund_set open, std::vector<fund> const& funds) {
  fund_set payers = 0;
  for (std::size_t i = 0; i < funds.size(); ++i)
    if (inside(only(i), open) && pays(funds[i], kind)) payers |= only(i);
  return payers;
}

std::vector<line> lines_of(package const& from, fund_set open, std::vector<fund> const& funds) {
  std::vector<line> lines;
  for (auto const& each : from.items) {
    auto const payers = payers_of(each.kind, open, funds);
    auto const same = std::ranges::find(lines, payers, &line::payers);
    if (same != lines.end())
      same->amount += each.amount;
    else
      lines.push_back({each.amount, payers});
  }
  return lines;
}

std::vector<std::string> obstacles(applicant const& who, policy const& by) {
  std::vector<std::string> reasons;
  if (who.status == status::notified) return reasons;
  for (auto const& gate : by.gates)
    if (!holds(gate.who, who)) reasons.push_back(gate.id);
  if (who.status == status::withdrawn) reasons.emplace_back("WITHDRAWN");
  return reasons;
}

contender ranked(applicant const& who, std::size_t at, std::size_t delegation, input const& from) {
  contender made;
  made.applicant = at;
  made.delegation = delegation;
  for (auto const& each : from.policy.points)
    if (holds(each.who, who)) made.points += each.points;
  made.nomination_rank = who.nomination_rank.value_or(1);
  made.lot = sha256(from.policy.seed + ":" + who.id).hex();
  made.reserves = memberships(from.policy.reserves, who);
  made.ceilings = memberships(from.policy.caps, who);
  auto const open = open_to(from.funds, who);
  for (auto const& each : who.packages) made.packages.push_back(cost_of(lines_of(each, open, from.funds)));
  return made;
}

/// The funds by how few applicants have something that they may pay, then by id.
std::vector<std::size_t> by_restriction(std::vector<contender> const& contenders, std::vector<fund> const& funds) {
  std::vector<std::size_t> eligible(funds.size());
  for (auto const& who : contenders) {
    fund_set any = 0;
    for (auto const& each : who.packages)
      for (auto const& part : each.lines) any |= part.payers;
    for (std::size_t i = 0; i < funds.size(); ++i)
      if (inside(only(i), any)) ++eligible[i];
  }
  std::vector<std::size_t> order(funds.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t each) { return std::tie(eligible[each], funds[each].id); });
  return order;
}

void number_delegations(pool& made, delegation_numbers& numbers, input const& from) {
  for (auto const& who : from.applicants) numbers.try_emplace(who.delegation, 0);
  auto const& cap = from.policy.state_cap;
  for (auto& [name, number] : numbers) {
    number = made.delegations.size();
    made.delegations.emplace_back(name);
    auto const own = cap.overrides.find(made.delegations.back());
    made.state_caps.push_back(own == cap.overrides.end() ? cap.usual : own->second);
  }
}

}  // namespace

bool precedes(pool const& in, std::size_t a, std::size_t b) {
  auto const& one = in.contenders[a];
  auto const& other = in.contenders[b];
  if (one.points != other.points) return one.points > other.points;
  // Contenders are numbered in the order of their ids.
  return std::tie(one.nomination_rank, one.lot, a) < std::tie(other.nomination_rank, other.lot, b);
}

centimes budget_of(centimes amount, std::int64_t contingency_bp) {
  // In two parts, so that the product of a large amount stays within 64 bits.
  return amount - (amount / 10'000 * contingency_bp + amount % 10'000 * contingency_bp / 10'000);
}

std::optional<centimes> amount_of(centimes budget, std::int64_t contingency_bp) {
  if (budget <= 0) return 0;
  centimes out = 0, in = INT64_MAX;
  if (budget_of(in, contingency_bp) < budget) return std::nullopt;
  while (in - out > 1) {
    auto const middle = out + (in - out) / 2;
    (budget_of(middle, contingency_bp) >= budget ? in : out) = middle;
  }
  return in;
}

cost cost_of(std::vector<line> lines) {
  cost made;
  std::erase_if(lines, [](line const& each) { return each.amount == 0; });
  std::ranges::sort(lines, {}, [](line const& each) { return std::tie(each.amount, each.payers); });
  made.lines = std::move(lines);
  made.claims = claims_of(made.lines);
  made.payable = std::ranges::all_of(made.lines, [](line const& each) { return each.payers != 0; });
  return made;
}

pool prepare(input const& from) {
  pool made;
  delegation_numbers numbers;
  number_delegations(made, numbers, from);

  std::vector<std::size_t> by_id(from.applicants.size());
  std::iota(by_id.begin(), by_id.end(), std::size_t{0});
  std::ranges::sort(by_id, {}, [&](std::size_t at) -> std::string const& { return from.applicants[at].id; });
  for (auto const at : by_id) {
    auto const& who = from.applicants[at];
    if (auto reasons = obstacles(who, from.policy); !reasons.empty())
      made.left_out.push_back({at, std::move(reasons)});
    else
      made.contenders.push_back(ranked(who, at, numbers.at(who.delegation), from));
  }

  made.order.resize(made.contenders.size());
  std::iota(made.order.begin(), made.order.end(), std::size_t{0});
  std::ranges::sort(made.order, [&](std::size_t a, std::size_t b) { return precedes(made, a, b); });
  for (auto const who : made.order) {
    auto const& applicant = from.applicants[made.contenders[who].applicant];
    if (applicant.status == status::notified) made.locked.push_back({who, applicant.granted});
  }

  for (auto const& each : from.funds) made.budgets.push_back(budget_of(each.amount, from.policy.contingency_bp));
  made.restriction = by_restriction(made.contenders, from.funds);
  for (auto const& each : from.policy.reserves) made.floors.push_back(each.floor);
  for (auto const& each : from.policy.caps) made.ceilings.push_back(each.value);
  made.rounds = from.policy.rounds;
  made.precedence = from.policy.precedence;
  made.release = from.policy.release;
  return made;
}

}  // namespace dais::allocation
