#include "server/domain/sponsorship/terms.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "server/domain/sponsorship/allocating.hpp"

namespace dais::domain {
namespace {

using protocol::error_code;

/// What an applicant has anyway (protocol/methods/sponsorship_terms.hpp), or an input calls otherwise.
constexpr std::array<std::string_view, 13> taken{"id",       "delegation", "nomination_rank", "status",    "granted",
                                                 "packages", "gender",     "survivor",        "companion", "category",
                                                 "complete", "on_time",    "costed"};

constexpr std::int64_t longest_stay = 366, longest_answer = 366;

class terms_check {
public:
  terms_check(protocol::sponsorship_terms const& terms, protocol::meeting_details const& meeting, std::string path)
      : x_terms(terms), x_meeting(meeting), x_path(std::move(path)) {}

  problems run() {
    auto const id_of = [](auto const& each) { return each.id.value; };
    unique(x_terms.packages.items, "/packages", [](auto const& each) { return each.code.value; }, "/code");
    unique(x_terms.files.items, "/files", id_of, "/id");
    unique(x_terms.assessments.items, "/assessments", id_of, "/id");
    unique(
        x_terms.delegations.items, "/delegations", [](auto const& each) { return each.delegation.value; },
        "/delegation");
    unique(x_terms.fares.routes.items, "/fares/routes", id_of, "/id");
    unique(
        x_terms.fares.fares.items, "/fares/fares",
        [](auto const& each) { return each.delegation.value + " " + each.route.value; }, "/delegation");
    if (x_terms.packages.items.empty())
      report(error_code::too_short, "/packages", "Name at least one package: what may be paid.", {{"min", "1"}});
    range("/answer_days", x_terms.answer_days, 1, longest_answer);
    range("/fares/nights", x_terms.fares.nights, 0, longest_stay);
    names();
    kinds();
    fares();
    return std::move(x_found);
  }

private:
  void report(error_code code, std::string const& at, std::string words,
              std::map<std::string, std::string> values = {}) {
    x_found.push_back({code, x_path + at, std::move(words), std::move(values)});
  }

  template <class Elements, class Key>
  void unique(Elements const& elements, std::string const& at, Key key, std::string const& below) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < elements.size(); ++i)
      if (auto const name = key(elements[i]); !seen.insert(name).second)
        report(error_code::already_there, at + "/" + std::to_string(i) + below,
               "\"" + name + "\" stands twice in this list; take it out once.", {{"name", name}});
  }

  void range(std::string const& at, std::int64_t value, std::int64_t least, std::int64_t most) {
    if (value >= least && value <= most) return;
    auto const min = std::to_string(least), max = std::to_string(most);
    report(error_code::out_of_range, at, "Give a number from " + min + " to " + max + ".",
           {{"min", min}, {"max", max}});
  }

  void name(std::string const& at, std::string const& value) {
    if (std::ranges::find(taken, value) != taken.end() || x_answers.contains(value))
      report(error_code::already_there, at,
             "Every applicant has something called \"" + value + "\" already; name it otherwise.", {{"name", value}});
  }

  void names() {
    for (std::size_t i = 0; i < x_terms.assessments.items.size(); ++i)
      name("/assessments/" + std::to_string(i) + "/id", x_terms.assessments.items[i].id.value);
    for (auto const& each : x_terms.assessments.items) x_answers.insert(each.id.value);
    for (std::size_t i = 0; i < x_terms.delegations.items.size(); ++i)
      for (auto const& [key, ignored] : x_terms.delegations.items[i].facts)
        name("/delegations/" + std::to_string(i) + "/facts/" + step(key.value), key.value);
  }

  void kind(std::string const& at, protocol::cost_kind const& value) {
    auto const& known = x_meeting.cost_kinds.items;
    if (std::ranges::find(known, value) != known.end()) return;
    std::string allowed;
    for (auto const& each : known) allowed += (allowed.empty() ? "" : ", ") + each.value;
    report(error_code::unknown_value, at,
           "\"" + value.value + "\" is no kind of cost of this meeting; choose one of: " + allowed + ".",
           {{"allowed", allowed}});
  }

  void kinds() {
    for (std::size_t i = 0; i < x_terms.packages.items.size(); ++i)
      if (auto const& own = x_terms.packages.items[i].kinds)
        for (std::size_t k = 0; k < own->items.size(); ++k)
          kind("/packages/" + std::to_string(i) + "/kinds/" + std::to_string(k), own->items[k]);
    auto const& table = x_terms.fares;
    if (!table.fares.items.empty()) kind("/fares/fare_kind", table.fare_kind);
    if (table.companion_kind) kind("/fares/companion_kind", *table.companion_kind);
    for (std::size_t i = 0; i < table.rates.items.size(); ++i)
      kind("/fares/rates/" + std::to_string(i) + "/kind", table.rates.items[i].kind);
  }

  void fares() {
    auto const& table = x_terms.fares;
    for (std::size_t i = 0; i < table.fares.items.size(); ++i) {
      auto const& route = table.fares.items[i].route;
      if (std::ranges::find(table.routes.items, route, &protocol::route_class::id) == table.routes.items.end())
        x_found.push_back(
            no_such(x_path + "/fares/fares/" + std::to_string(i) + "/route", "class of route", route.value));
    }
  }

  protocol::sponsorship_terms const& x_terms;
  protocol::meeting_details const& x_meeting;
  std::string x_path;
  std::set<std::string> x_answers;
  problems x_found;
};

}  // namespace

problems check_terms(protocol::sponsorship_terms const& terms, meeting_state const& state, std::string const& path) {
  auto found = terms_check(terms, state.details, path).run();
  for (auto& each : setup_problems(state, {terms.policy, {}}, path)) found.push_back(std::move(each));
  if (state.sponsorship.seed && terms.closes != state.sponsorship.terms->closes)
    found.push_back(
        {error_code::not_now, path + "/closes", "The lots are drawn; the closing date stays as it was.", {}});
  return found;
}

}  // namespace dais::domain
