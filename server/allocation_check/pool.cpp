#include "server/allocation_check/pool.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>
#include <utility>

#include "server/allocation_check/digest.hpp"
#include "server/allocation_check/spot.hpp"

namespace dais::allocation_check {
namespace {

/// Large enough for every real policy, small enough that a product with a count of seats fits.
constexpr std::int64_t large = 1'000'000'000;

struct named_test {
  std::string id;
  json who;
};

struct points_line {
  json who;
  std::int64_t points;
};

/// A fund with what decides whom and what it pays.
struct fund_terms {
  json earmark;
  std::optional<std::set<std::string>> kinds;
};

/// All that is read before the applicants are.
struct terms {
  std::string seed;
  std::vector<points_line> points;
  std::vector<named_test> gates;
  std::vector<json> reserves, ceilings;
  std::vector<fund_terms> funds;
};

/// Whether the person has every attribute asked for.
bool holds(json const& who, json const& person) {
  for (auto const& [attribute, wanted] : who.items()) {
    auto const found = person.find(attribute);
    if (found == person.end()) return false;
    bool const good =
        wanted.is_array() ? std::find(wanted.begin(), wanted.end(), *found) != wanted.end() : wanted == *found;
    if (!good) return false;
  }
  return true;
}

/// amount − ⌊amount · points / 10000⌋, without a product that might not fit.
std::int64_t after_contingency(std::int64_t amount, std::int64_t basis_points) {
  return amount - (amount / 10000 * basis_points + amount % 10000 * basis_points / 10000);
}

void read_policy(spot const& policy, reader& in, pool& out, terms& with) {
  if (policy.absent() || !policy.value->is_object()) return in.fault(policy, "The policy has to be an object.");
  with.seed = in.text(policy["seed"]);
  out.rounds = in.yes_or_no(true, policy["rounds"]);
  out.breadth_first = in.second_of("reserves", "breadth", policy["precedence"]);
  out.hold_for_shares = !in.second_of("exhausted", "unpayable", policy["release"]);
  for (auto const& each : in.list(policy["points"], true))
    with.points.push_back({in.who(each["who"], false), in.whole(each["pts"], -large, large)});
  std::set<std::string> gates, reserves, ceilings;
  for (auto const& each : in.list(policy["gates"], true))
    with.gates.push_back({in.id(each["id"], gates), in.who(each["who"], false)});
  for (auto const& each : in.list(policy["reserves"], true)) {
    auto const kind = in.text(each["kind"]);
    reserve one{.id = in.id(each["id"], reserves), .share = kind == "share"};
    if (one.share) {
      one.num = in.whole(each["num"], 0, large);
      one.den = in.whole(each["den"], 1, large);
    } else if (kind == "count") {
      one.value = in.whole(each["value"], 0, large);
    } else {
      in.fault(each["kind"], "A reserve is a \"count\" or a \"share\".");
    }
    out.reserves.push_back(one);
    with.reserves.push_back(in.who(each["who"], false));
  }
  for (auto const& each : in.list(policy["caps"], true)) {
    out.ceilings.push_back({in.id(each["id"], ceilings), in.whole(each["value"], 0, large)});
    with.ceilings.push_back(in.who(each["who"], false));
  }
  auto const cap = policy["state_cap"];
  if (!cap.absent() && !cap.value->is_object()) in.fault(cap, "This has to be an object.");
  out.usual_cap = in.whole_or(2, cap["default"], 0, large);
  if (auto const overrides = cap["overrides"]; !overrides.absent()) {
    if (!overrides.value->is_object()) return in.fault(overrides, "This has to be an object.");
    for (auto const& [delegation, each] : overrides.value->items())
      out.caps[delegation] = in.whole({&each, below(overrides.path, delegation)}, 0, large);
  }
}

void read_funds(spot const& input, reader& in, pool& out, terms& with) {
  auto const contingency = in.whole_or(300, input["policy"]["contingency_bp"], 0, 10000);
  auto const funds = in.list(input["funds"], false);
  if (funds.size() > most_funds)
    in.fault(input["funds"], "There are more than 12 funds; merge those with equal earmarks.");
  std::set<std::string> taken;
  std::int64_t all = 0;
  for (auto const& each : funds) {
    auto const amount = in.whole(each["amount"], 0);
    if (__builtin_add_overflow(all, amount, &all))
      in.fault(each["amount"], "All funds together do not fit in 64 bits.");
    out.funds.push_back({.id = in.id(each["id"], taken), .budget = after_contingency(amount, contingency)});
    fund_terms pays{.earmark = in.who(each["earmark"], true), .kinds = std::nullopt};
    if (auto const kinds = each["components"]; !kinds.absent() && !kinds.value->is_null()) {
      pays.kinds.emplace();
      for (auto const& kind : in.list(kinds, false)) pays.kinds->insert(in.text(kind));
    }
    with.funds.push_back(std::move(pays));
  }
}

/// Items that the same funds may pay are one line. Returns all of the package in centimes.
std::int64_t read_items(spot const& at, json const& person, reader& in, terms const& with, package& out) {
  std::map<fund_set, std::int64_t> sums;
  std::int64_t all = 0;
  for (auto const& item : in.list(at["items"], false)) {
    auto const kind = in.text(item["kind"]);
    auto const amount = in.whole(item["amount"], 0);
    if (__builtin_add_overflow(all, amount, &all)) {
      in.fault(item["amount"], "The items of this package together do not fit in 64 bits.");
      return 0;
    }
    if (amount == 0) continue;
    fund_set funds = 0;
    for (std::size_t f = 0; f < with.funds.size() && f < most_funds; ++f)
      if (holds(with.funds[f].earmark, person) && (!with.funds[f].kinds || with.funds[f].kinds->contains(kind)))
        funds |= fund_set{1} << f;
    sums[funds] += amount;
  }
  for (auto const& [funds, amount] : sums) out.lines.push_back({amount, funds});
  std::ranges::sort(out.lines);
  return all;
}

/// Whether the application stands, and with which seat already given.
void read_status(spot const& at, reader& in, terms const& with, applicant& out) {
  auto const status = at["status"].absent() ? "candidate" : in.text(at["status"]);
  if (status == "notified") {
    auto const code = in.text(at["granted"]);
    auto const found = std::ranges::find(out.packages, code, &package::code);
    if (found == out.packages.end()) return in.fault(at["granted"], "This applicant has no package of that code.");
    out.locked = static_cast<std::size_t>(found - out.packages.begin());
    return;
  }
  for (auto const& gate : with.gates)
    if (!holds(gate.who, *at.value)) out.gates.push_back(gate.id);
  if (status == "withdrawn")
    out.gates.push_back("WITHDRAWN");
  else if (status != "candidate")
    in.fault(at["status"], "This has to be \"candidate\", \"notified\" or \"withdrawn\".");
}

/// One applicant. `all` is the money that everybody's dearest packages need together.
void read_applicant(spot const& at, reader& in, pool& out, terms const& with, std::int64_t& all,
                    std::map<std::string, int>& ids) {
  if (!at.value->is_object()) return in.fault(at, "An applicant has to be an object.");
  auto const& person = *at.value;
  for (auto const& [name, value] : person.items())
    if (name != "packages" && !scalar(value))
      in.fault(at[name], "An attribute is a text, a whole number, true or false.");
  applicant one{.id = in.text(at["id"]), .delegation = in.text(at["delegation"])};
  if (++ids[one.id] == 2) in.fault(at["id"], "Two applicants have this id.");
  one.nomination_rank = in.whole_or(1, at["nomination_rank"], std::numeric_limits<std::int64_t>::min(),
                                    std::numeric_limits<std::int64_t>::max());
  one.lot = sha256_hex(with.seed + ":" + one.id);
  for (auto const& each : with.points)
    if (holds(each.who, person) && __builtin_add_overflow(one.points, each.points, &one.points))
      in.fault(at, "The points do not fit in 64 bits.");
  for (auto const& who : with.reserves) one.in_reserve.push_back(holds(who, person));
  for (auto const& who : with.ceilings) one.in_ceiling.push_back(holds(who, person));
  std::set<std::string> codes;
  std::int64_t dearest = 0;
  for (auto const& each : in.list(at["packages"], false)) {
    package next{.code = in.id(each["code"], codes), .lines = {}};
    dearest = std::max(dearest, read_items(each, person, in, with, next));
    one.packages.push_back(std::move(next));
  }
  if (__builtin_add_overflow(all, dearest, &all)) {
    in.fault(at, "All costs together do not fit in 64 bits.");
    all = 0;
  }
  read_status(at, in, with, one);
  out.applicants.push_back(std::move(one));
}

void count_applicants_of_funds(pool& out) {
  for (auto const& each : out.applicants) {
    if (!each.gates.empty()) continue;
    fund_set any = 0;
    for (auto const& offered : each.packages)
      for (auto const& part : offered.lines) any |= part.funds;
    for (std::size_t f = 0; f < out.funds.size(); ++f)
      if (any >> f & 1) ++out.funds[f].applicants;
  }
}

/// SHA-256 of the canonical input, its applicants by id.
std::string input_hash(json input) {
  auto& applicants = input["applicants"].get_ref<json::array_t&>();
  std::ranges::sort(applicants, {}, [](json const& each) { return each["id"].get<std::string>(); });
  return sha256_hex(protocol::canonical(input));
}

}  // namespace

bool package::payable() const {
  return std::ranges::all_of(lines, [](line const& each) { return each.funds != 0; });
}

std::int64_t pool::cap(std::string const& delegation) const {
  auto const found = caps.find(delegation);
  return found == caps.end() ? usual_cap : found->second;
}

std::expected<pool, std::vector<finding>> read(json const& input) {
  if (auto bad = unfit(input, document::input)) return std::unexpected(std::vector{*bad});
  reader in;
  pool out;
  terms with;
  spot const root{&input, ""};
  if (in.text(root["schema"]) != "ccm-alloc/1") in.fault(root["schema"], "This is not an input of \"ccm-alloc/1\".");
  read_policy(root["policy"], in, out, with);
  read_funds(root, in, out, with);
  std::map<std::string, int> ids;
  std::int64_t all = 0;
  for (auto const& each : in.list(root["applicants"], false)) read_applicant(each, in, out, with, all, ids);
  if (!in.faults().empty()) return std::unexpected(in.faults());
  std::ranges::sort(out.applicants, [](applicant const& a, applicant const& b) {
    return std::tie(b.points, a.nomination_rank, a.lot, a.id) < std::tie(a.points, b.nomination_rank, b.lot, b.id);
  });
  count_applicants_of_funds(out);
  out.input_sha256 = input_hash(input);
  out.policy_sha256 = sha256_hex(protocol::canonical(input["policy"]));
  return out;
}

}  // namespace dais::allocation_check
