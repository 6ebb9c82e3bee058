// What one allocation costs: getting an input ready, one run of the rule (what a slider's movement repeats), the
// ledger, the outlook, and all explanations. Prints medians in milliseconds.
//
//   bench_allocation [repetitions = 15]

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "server/allocation/explain.hpp"
#include "server/allocation/ledger.hpp"
#include "server/allocation/outlook.hpp"
#include "server/allocation/prepare.hpp"

namespace {

using namespace dais::allocation;
using steady = std::chrono::steady_clock;

/// A sequence that is the same on every machine (SplitMix64).
class chance {
public:
  explicit chance(std::uint64_t seed) : x_state(seed) {}
  std::int64_t below(std::int64_t end) {
    auto z = x_state += 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return static_cast<std::int64_t>((z ^ (z >> 31)) % static_cast<std::uint64_t>(end));
  }
  bool percent(int of) { return below(100) < of; }

private:
  std::uint64_t x_state;
};

test is(std::string name, attribute value) { return {std::move(name), {std::move(value)}}; }

policy usual_policy() {
  policy made;
  made.seed = "bench";
  made.contingency_bp = 300;
  made.points = {{"lic", {is("income", "LIC")}, 20},  {"lmic", {is("income", "LMIC")}, 12},
                 {"umic", {is("income", "UMIC")}, 4}, {"ldc", {is("ldc", true)}, 5},
                 {"sids", {is("sids", true)}, 5},     {"art4", {is("art4", true)}, 15},
                 {"art5", {is("art5", true)}, 15},    {"survivor", {is("survivor", true)}, 20},
                 {"expert", {is("expert", true)}, 8}, {"speaker", {is("speaker", true)}, 6}};
  made.reserves = {{"survivors", {is("survivor", true)}, count_floor{10}},
                   {"women", {is("gender", "F")}, share_floor{1, 2}}};
  made.caps = {{"nonparty", {is("party", false)}, 8}};
  made.gates = {{"file-complete", {is("complete", true)}}};
  return made;
}

/// A third of the costs is there. Every fund beyond the first is for a region, or for some kinds of items, or both.
input pool_of(std::size_t applicants, std::size_t funds) {
  chance by(applicants * 100 + funds);
  char const* const regions[] = {"AFR", "ASI", "PAC", "AME", "EUR"};
  char const* const incomes[] = {"LIC", "LMIC", "UMIC"};
  input made;
  made.policy = usual_policy();
  centimes costs = 0;
  for (std::size_t i = 0; i < applicants; ++i) {
    applicant who;
    who.id = "A" + std::to_string(100'000 + i);
    who.delegation = "S" + std::to_string(by.below(static_cast<std::int64_t>(applicants / 2 + 1)));
    who.attributes = {{"delegation", who.delegation},   {"gender", by.percent(40) ? "F" : "M"},
                      {"survivor", by.percent(8)},      {"region", regions[by.below(5)]},
                      {"income", incomes[by.below(3)]}, {"ldc", by.percent(40)},
                      {"sids", by.percent(15)},         {"art4", by.percent(30)},
                      {"art5", by.percent(20)},         {"expert", by.percent(20)},
                      {"speaker", by.percent(20)},      {"party", !by.percent(15)},
                      {"complete", !by.percent(5)}};
    item const fare{"airfare", 60'000 + by.below(200'000)}, stay{"dsa", 100'000 + by.below(60'000)};
    package full{"FULL", {fare, stay, {"terminal", 15'000}, {"visa", by.below(12'000)}}};
    if (std::get<bool>(who.attributes.at("survivor"))) full.items.push_back({"assistant", 280'000});
    who.packages = {full, {"FARE", {fare}}};
    for (auto const& each : full.items) costs += each.amount;
    made.applicants.push_back(std::move(who));
  }
  for (std::size_t i = 0; i < funds; ++i) {
    fund next{"F" + std::to_string(i), costs / 3 / static_cast<centimes>(funds), {}, {}};
    if (i % 3 == 1) next.earmark = {{"region", {regions[i % 5], regions[(i + 2) % 5]}}};
    if (i % 4 == 2) next.components = {"airfare", "visa"};
    if (i % 5 == 4) next.earmark.push_back(is("survivor", true));
    made.funds.push_back(std::move(next));
  }
  return made;
}

template <class Work>
double median(int repetitions, Work&& work) {
  std::vector<double> took;
  for (int i = 0; i < repetitions; ++i) {
    auto const from = steady::now();
    work();
    took.push_back(std::chrono::duration<double, std::milli>(steady::now() - from).count());
  }
  std::ranges::nth_element(took, took.begin() + repetitions / 2);
  return took[static_cast<std::size_t>(repetitions / 2)];
}

}  // namespace

int main(int argc, char** argv) {
  int const repetitions = argc > 1 ? std::max(1, std::atoi(argv[1])) : 15;
  std::printf("%6s %3s %7s %7s | %9s %9s %9s %9s %9s\n", "n", "m", "granted", "refused", "prepare", "run", "ledger",
              "outlook", "explain");
  for (std::size_t const n : {50U, 200U, 1000U, 5000U}) {
    for (std::size_t const m : {1U, 4U, 8U, 12U}) {
      auto const from = pool_of(n, m);
      auto const ready = prepare(from);
      auto const made = draft(ready);
      std::printf("%6zu %3zu %7zu %7zu |", n, m, made.seats.size(), made.refusals.size());
      std::printf(" %9.3f", median(repetitions, [&] { prepare(from); }));
      std::printf(" %9.3f", median(repetitions, [&] { draft(ready); }));
      std::printf(" %9.3f", median(repetitions, [&] { ledger(ready, made); }));
      std::printf(" %9.3f", median(n > 200 ? 1 : repetitions, [&] {
                    waiting_list(ready, made);
                    if_cancels(ready, made);
                  }));
      // Explanations are for pools that a committee can read; beyond, they take minutes.
      if (n <= 200) std::printf(" %9.3f", median(n > 50 || m > 8 ? 1 : 3, [&] { explain(ready, made); }));
      std::printf("\n");
      std::fflush(stdout);
    }
  }
}
