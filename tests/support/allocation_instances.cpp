#include "tests/support/allocation_instances.hpp"

#include <algorithm>
#include <random>
#include <set>

#include "tests/support/files.hpp"

namespace dais::support {
namespace {

using nlohmann::json;

json read_example(std::string const& file) {
  return json::parse(read_file(DAIS_SOURCE_DIR "/tests/support/allocation_examples/" + file));
}

/// Chance that is the same on every machine.
class dice {
public:
  explicit dice(std::uint64_t seed) : x_engine(seed) {}
  int below(int limit) { return static_cast<int>(x_engine() % static_cast<std::uint64_t>(limit)); }
  int between(int least, int most) { return least + below(most - least + 1); }
  bool chance(int percent) { return below(100) < percent; }
  json one_of(json const& list) { return list.at(static_cast<std::size_t>(below(static_cast<int>(list.size())))); }
  void shuffle(json& list) {
    for (std::size_t i = list.size(); i > 1; --i)
      std::swap(list[i - 1], list[static_cast<std::size_t>(below(static_cast<int>(i)))]);
  }

private:
  std::mt19937_64 x_engine;
};

json const kinds = {"airfare", "dsa", "visa", "assistant"};

json some_policy(dice& roll) {
  json reserves = json::array(), caps = json::array(), gates = json::array(), overrides = json::object();
  if (roll.chance(60))
    reserves.push_back(
        {{"id", "survivors"}, {"kind", "count"}, {"value", roll.below(4)}, {"who", {{"survivor", true}}}});
  if (roll.chance(75)) {
    auto const share = roll.one_of({{1, 2}, {1, 2}, {1, 3}, {2, 3}, {1, 1}});
    reserves.push_back(
        {{"id", "women"}, {"kind", "share"}, {"num", share[0]}, {"den", share[1]}, {"who", {{"gender", "F"}}}});
  }
  if (roll.chance(25))
    reserves.push_back({{"id", "africa"}, {"kind", "share"}, {"num", 1}, {"den", 3}, {"who", {{"region", {"AFR"}}}}});
  if (roll.chance(30)) roll.shuffle(reserves);
  if (roll.chance(40)) caps.push_back({{"id", "nonparty"}, {"value", roll.below(3)}, {"who", {{"party", false}}}});
  if (roll.chance(25))
    caps.push_back({{"id", "overseas"}, {"value", roll.between(1, 4)}, {"who", {{"region", {"ASI", "PAC"}}}}});
  if (roll.chance(40)) gates.push_back({{"id", "file-complete"}, {"who", {{"complete", true}}}});
  if (roll.chance(20)) gates.push_back({{"id", "party"}, {"who", {{"party", true}}}});
  if (roll.chance(40)) overrides["LAO"] = roll.below(4);
  return {{"seed", "beacon " + std::to_string(roll.below(1000))},
          {"contingency_bp", roll.one_of({0, 0, 300, 1000, 3333})},
          {"rounds", roll.chance(80)},
          {"precedence", roll.chance(65) ? "reserves" : "breadth"},
          {"release", roll.chance(60) ? "exhausted" : "unpayable"},
          {"points",
           {{{"id", "art4"}, {"who", {{"art4", true}}}, {"pts", 15}},
            {{"id", "ldc"}, {"who", {{"ldc", true}}}, {"pts", 5}},
            {{"id", "region"}, {"who", {{"region", {"AFR", "PAC"}}}}, {"pts", 5}}}},
          {"state_cap", {{"default", roll.between(1, 3)}, {"overrides", overrides}}},
          {"reserves", reserves},
          {"caps", caps},
          {"gates", gates}};
}

json some_packages(dice& roll, int most, int unit) {
  auto packages = json::array();
  for (int k = 0, count = roll.between(1, most); k < count; ++k) {
    auto items = json::array();
    for (int i = 0, parts = roll.between(1, 3); i < parts; ++i)
      items.push_back({{"kind", roll.one_of(kinds)}, {"amount", unit * roll.between(k == 0 ? 1 : 0, k == 0 ? 6 : 3)}});
    packages.push_back({{"code", k == 0 ? "FULL" : "PART" + std::to_string(k)}, {"items", items}});
  }
  return packages;
}

json some_applicants(dice& roll, int unit) {
  int const most_packages = roll.between(1, 3);
  int const most_people = most_packages == 1 ? 12 : most_packages == 2 ? 7 : 6;
  int const people = roll.chance(50) ? most_people : roll.between(1, most_people);
  bool const locks = roll.chance(40), withdrawals = roll.chance(30);
  auto numbers = json::array();
  for (int i = 0; i < people; ++i) numbers.push_back(10 + i);
  roll.shuffle(numbers);
  auto applicants = json::array();
  for (int i = 0; i < people; ++i) {
    json one = {{"id", "A" + std::to_string(numbers[static_cast<std::size_t>(i)].get<int>())},
                {"delegation", roll.one_of({"LAO", "LAO", "TCD", "FJI", "BOL", "ICBL"})},
                {"gender", roll.chance(45) ? "F" : "M"},
                {"survivor", roll.chance(25)},
                {"region", roll.one_of({"AFR", "ASI", "PAC", "AME"})},
                {"party", roll.chance(75)},
                {"complete", roll.chance(90)},
                {"art4", roll.chance(40)},
                {"ldc", roll.chance(40)},
                {"status", "candidate"},
                {"packages", some_packages(roll, most_packages, unit)}};
    if (roll.chance(50)) one["nomination_rank"] = roll.between(1, 2);
    if (locks && roll.chance(20)) {
      one["status"] = "notified";
      one["granted"] = roll.one_of(one["packages"])["code"];
    } else if (withdrawals && roll.chance(20)) {
      one["status"] = "withdrawn";
    }
    applicants.push_back(one);
  }
  return applicants;
}

/// What everybody's fullest package costs.
int demand(json const& applicants) {
  int sum = 0;
  for (auto const& one : applicants)
    for (auto const& item : one["packages"][0]["items"]) sum += item["amount"].get<int>();
  return sum;
}

json some_funds(dice& roll, json const& applicants, int unit) {
  int const count = roll.between(1, 5);
  int const usual = std::max(unit, demand(applicants) * roll.between(3, 9) / 10 / count);
  auto funds = json::array();
  for (int f = 0; f < count; ++f) {
    auto const earmark = roll.one_of({json::object(),
                                      json::object(),
                                      {{"region", {"AFR"}}},
                                      {{"region", {"ASI", "PAC"}}},
                                      {{"survivor", true}},
                                      {{"gender", "F"}},
                                      {{"region", "AFR"}, {"party", true}}});
    json components = nullptr;
    if (roll.chance(35)) {
      components = kinds;
      roll.shuffle(components);
      components.erase(components.begin(), components.begin() + roll.between(1, 3));
    }
    auto const amount = roll.chance(5) ? 0 : usual * roll.between(5, 15) / 10 / unit * unit;
    funds.push_back({{"id", std::string(1, static_cast<char>('Z' - roll.below(20))) + std::to_string(f)},
                     {"amount", amount},
                     {"earmark", earmark},
                     {"components", components}});
  }
  return funds;
}

json as_it_is(json result) { return result; }

/// Every fund has that many centimes more, contingency taken off before.
json with_budgets_moved(json input, std::int64_t by) {
  auto& contingency = input["policy"]["contingency_bp"];
  for (auto& fund : input["funds"]) {
    auto const amount = fund["amount"].get<std::int64_t>();
    fund["amount"] = std::max<std::int64_t>(0, amount - amount * contingency.get<std::int64_t>() / 10000 + by);
  }
  contingency = 0;
  return input;
}

json with_caps_moved(json input, int by) {
  auto const move = [&](json& cap) { cap = std::max(0, cap.get<int>() + by); };
  move(input["policy"]["state_cap"]["default"]);
  for (auto& cap : input["policy"]["state_cap"]["overrides"]) move(cap);
  for (auto& cap : input["policy"]["caps"]) move(cap["value"]);
  return input;
}

json without_reserves(json input) {
  for (auto& reserve : input["policy"]["reserves"]) reserve[reserve["kind"] == "share" ? "num" : "value"] = 0;
  return input;
}

json by_cost(json input) {
  input["policy"]["points"] = json::array();
  for (auto& one : input["applicants"]) one["nomination_rank"] = demand(json::array({one}));
  return input;
}

/// Each package of a candidate becomes one for each fund, of kinds that no other fund pays.
json single_funds(json input) {
  std::set<std::string> all;
  for (auto const& one : input["applicants"])
    for (auto const& package : one["packages"])
      for (auto const& item : package["items"]) all.insert(item["kind"].get<std::string>());
  for (auto& fund : input["funds"]) {
    auto const paid = fund["components"].is_null() ? json(all) : fund["components"];
    fund["components"] = paid;
    for (auto const& kind : paid)
      fund["components"].push_back(kind.get<std::string>() + "@" + fund["id"].get<std::string>());
  }
  for (auto& one : input["applicants"]) {
    if (one["status"] != "candidate") continue;
    auto packages = json::array();
    for (auto const& package : one["packages"])
      for (auto const& fund : input["funds"]) {
        auto const mark = "@" + fund["id"].get<std::string>();
        auto next = package;
        next["code"] = next["code"].get<std::string>() + mark;
        for (auto& item : next["items"]) item["kind"] = item["kind"].get<std::string>() + mark;
        packages.push_back(next);
      }
    one["packages"] = packages;
  }
  return input;
}

json without_marks(json result) {
  for (auto& seat : result["granted"]) {
    auto const code = seat["package"].get<std::string>();
    seat["package"] = code.substr(0, code.find('@'));
  }
  return result;
}

}  // namespace

std::vector<std::string> const& allocation_examples() {
  static std::vector<std::string> const names = {"ex1", "ex2", "ex2b", "ex2c", "ex3"};
  return names;
}

json allocation_example(std::string const& name) { return read_example(name + ".json"); }
json allocation_expected(std::string const& name) { return read_example(name + ".expected.json"); }

json allocation_instance(std::uint64_t seed) {
  dice roll(seed);
  int const unit = roll.chance(70) ? 500 : roll.between(1, 7);
  auto const applicants = some_applicants(roll, unit);
  auto const funds = some_funds(roll, applicants, unit);
  return {{"schema", "ccm-alloc/1"}, {"policy", some_policy(roll)}, {"funds", funds}, {"applicants", applicants}};
}

std::vector<allocation_mutant> const& allocation_mutants() {
  static std::vector<allocation_mutant> const all = {
      {"one centime off", [](json input) { return with_budgets_moved(std::move(input), 1); }, as_it_is},
      {"one centime off, downwards", [](json input) { return with_budgets_moved(std::move(input), -1); }, as_it_is},
      {"single funds only", single_funds, without_marks},
      {"cap off by one", [](json input) { return with_caps_moved(std::move(input), 1); }, as_it_is},
      {"cap off by one, downwards", [](json input) { return with_caps_moved(std::move(input), -1); }, as_it_is},
      {"reserve ignored", without_reserves, as_it_is},
      {"order by cost", by_cost, as_it_is}};
  return all;
}

}  // namespace dais::support
