#include "server/app/sponsorship_reports.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "protocol/codec.hpp"
#include "server/catalogue/collation.hpp"
#include "server/catalogue/message.hpp"

namespace dais::app {
namespace {

namespace topics = protocol::topics;
using office::table;
using office::table_cell;
using protocol::centimes;

std::string word(sponsorship_facts const& facts, std::string_view key) {
  return catalogue::format(facts.language, "paper.report." + std::string(key));
}

std::vector<topics::application> sponsored(sponsorship_facts const& facts) {
  std::vector<topics::application> out;
  for (auto const& [id, each] : facts.sponsorship.applications)
    if (stands(each)) out.push_back(each);
  return out;
}

template <class Applications>
office::share women_in(Applications const& all) {
  auto const female = [](auto const& each) { return each.gender == protocol::gender::female; };
  return {std::ranges::count_if(all, female), std::ssize(all)};
}

/// In the reader's alphabetical order of the first column.
void sort_rows(table& of, std::string const& language) {
  std::ranges::sort(of.rows, {},
                    [&](auto const& row) { return catalogue::sort_key(language, std::get<std::string>(row.front())); });
}

struct money {
  std::int64_t amount = 0, kept_back = 0, paid = 0, lost = 0;
  std::int64_t free() const { return amount - kept_back - paid - lost; }
  void operator+=(money const& other) {
    amount += other.amount;
    kept_back += other.kept_back;
    paid += other.paid;
    lost += other.lost;
  }
};

/// Of the policy by which people were told last, or else of the terms.
std::int64_t contingency(sponsorship_facts const& facts) {
  topics::proposal const* last = nullptr;
  for (auto const& [id, each] : facts.allocations.proposals)
    if (each.notified && (!last || *last->notified < *each.notified)) last = &each;
  if (last) return last->setup.policy.contingency_bp;
  return facts.terms.terms ? facts.terms.terms->policy.contingency_bp : 0;
}

std::map<protocol::fund_id, money> money_by_fund(sponsorship_facts const& facts) {
  std::map<protocol::fund_id, money> out;
  auto const hundredths = contingency(facts);
  for (auto const& [id, each] : facts.sponsorship.funds) {
    auto const amount = each.amount.value;
    out[id] = {amount, amount / 10'000 * hundredths + amount % 10'000 * hundredths / 10'000, 0, each.lost.value};
  }
  for (auto const& each : sponsored(facts))
    for (auto const& part : each.payments)
      if (auto const fund = out.find(part.fund); fund != out.end()) fund->second.paid += part.amount.value;
  return out;
}

table funds_table(sponsorship_facts const& facts) {
  table out{"funds",
            "",
            {{"fund", word(facts, "fund")},
             {"amount", word(facts, "amount")},
             {"kept_back", word(facts, "kept_back")},
             {"paid", word(facts, "paid")},
             {"lost", word(facts, "lost")},
             {"free", word(facts, "free")},
             {"persons", word(facts, "persons")}},
            {}};
  auto const row = [](std::string name, money const& of, std::int64_t persons) {
    return std::vector<table_cell>{std::move(name),
                                   centimes{of.amount},
                                   centimes{of.kept_back},
                                   centimes{of.paid},
                                   centimes{of.lost},
                                   centimes{of.free()},
                                   persons};
  };
  auto const people = sponsored(facts);
  money total;
  for (auto const& [id, each] : money_by_fund(facts)) {
    auto const persons = std::ranges::count_if(people, [&](auto const& one) {
      return std::ranges::any_of(one.payments, [&](auto const& part) { return part.fund == id; });
    });
    out.rows.push_back(row(facts.text(facts.sponsorship.funds.at(id).name), each, persons));
    total += each;
  }
  sort_rows(out, facts.language);
  out.rows.push_back(row(word(facts, "total"), total, std::ssize(people)));
  out.total_last = true;
  return out;
}

/// The kinds of cost that may stand by themselves: the fare, and what everybody gets once a journey. All others
/// together are the stay, in which the cost of an assistant does not show; where there is nothing else in it, all are
/// one.
std::set<protocol::cost_kind> open_kinds(sponsorship_facts const& facts, std::vector<topics::application> const& of) {
  std::set<protocol::cost_kind> open;
  if (!facts.terms.terms) return open;
  auto const& fares = facts.terms.terms->fares;
  auto const is_companion = [&](protocol::cost_kind const& kind) { return fares.companion_kind == kind; };
  open.insert(fares.fare_kind);
  for (auto const& each : fares.rates.items)
    if (each.per == protocol::rate_basis::journey) open.insert(each.kind);
  std::erase_if(open, is_companion);
  bool companion = false, stay = false;
  for (auto const& one : of)
    for (auto const& cost : one.award->costs) {
      if (cost.amount.value == 0 || open.contains(cost.kind)) continue;
      (is_companion(cost.kind) ? companion : stay) = true;
    }
  return companion && !stay ? std::set<protocol::cost_kind>{} : open;
}

table kinds_table(sponsorship_facts const& facts) {
  table out{"kinds", "", {{"kind", word(facts, "kind")}, {"amount", word(facts, "amount")}}, {}};
  auto const people = sponsored(facts);
  auto const open = open_kinds(facts, people);
  std::map<protocol::cost_kind, std::int64_t> sums;
  std::int64_t stay = 0, total = 0;
  for (auto const& one : people)
    for (auto const& cost : one.award->costs) {
      (open.contains(cost.kind) ? sums[cost.kind] : stay) += cost.amount.value;
      total += cost.amount.value;
    }
  for (auto const& [kind, sum] : sums)
    if (sum != 0) out.rows.push_back({facts.kind_words(kind), centimes{sum}});
  sort_rows(out, facts.language);
  if (stay != 0) out.rows.push_back({word(facts, "stay"), centimes{stay}});
  out.rows.push_back({word(facts, "total"), centimes{total}});
  out.total_last = true;
  return out;
}

protocol::attributes facts_about(sponsorship_facts const& facts, protocol::delegation_id const& delegation) {
  if (facts.terms.terms)
    for (auto const& each : facts.terms.terms->delegations.items)
      if (each.delegation == delegation) return each.facts;
  return {};
}

/// Delegations and persons under each name that `names_of` gives to a delegation.
template <class NamesOf>
table counted(sponsorship_facts const& facts, std::string const& id, std::string const& first, NamesOf names_of) {
  struct count {
    std::set<protocol::delegation_id> delegations;
    std::int64_t persons = 0;
  };
  std::map<std::string, count> counts;
  for (auto const& each : sponsored(facts))
    for (auto const& name : names_of(each.delegation)) {
      counts[name].delegations.insert(each.delegation);
      ++counts[name].persons;
    }
  table out{
      id, "", {{id, first}, {"delegations", word(facts, "delegations")}, {"persons", word(facts, "persons")}}, {}};
  for (auto const& [name, of] : counts)
    out.rows.push_back({name, static_cast<std::int64_t>(of.delegations.size()), of.persons});
  sort_rows(out, facts.language);
  return out;
}

table regions_table(sponsorship_facts const& facts) {
  return counted(facts, "region", word(facts, "region"), [&](protocol::delegation_id const& of) {
    auto const known = facts_about(facts, of);
    auto const region = known.find({"region"});
    if (region == known.end()) return std::vector{word(facts, "not_stated")};
    auto words = facts.label_of("region", region->second);
    if (words.empty())
      if (auto const* plain = std::get_if<std::string>(&region->second.value)) words = *plain;
    return std::vector{words.empty() ? word(facts, "not_stated") : words};
  });
}

/// By what is true of a State and has a name in the terms: least developed, absent from the last meeting, …
table groups_table(sponsorship_facts const& facts) {
  return counted(facts, "group", word(facts, "group"), [&](protocol::delegation_id const& of) {
    std::vector<std::string> names;
    for (auto const& [name, value] : facts_about(facts, of)) {
      if (value != protocol::attribute{true} || name.value == "survivor" || name.value == "companion") continue;
      auto words = facts.label_of(name.value, value);
      if (words.empty())
        for (auto const& each : facts.terms.terms->labels.items)
          if (each.name == name && !each.value) words = facts.text(each.label);
      if (!words.empty()) names.push_back(words);
    }
    return names;
  });
}

table delegations_table(sponsorship_facts const& facts) {
  std::map<protocol::delegation_id, std::pair<std::string, std::int64_t>> counts;
  for (auto const& each : sponsored(facts)) {
    auto& [name, persons] = counts[each.delegation];
    name = facts.text(each.delegation_name);
    ++persons;
  }
  table out{"delegations", "", {{"delegation", word(facts, "delegation")}, {"persons", word(facts, "persons")}}, {}};
  for (auto const& [id, each] : counts) out.rows.push_back({each.first, each.second});
  sort_rows(out, facts.language);
  return out;
}

office::report_section section(sponsorship_facts const& facts, std::string const& id, std::vector<table> tables) {
  return {id, word(facts, id), {}, {}, std::move(tables)};
}

office::report_section people_section(sponsorship_facts const& facts) {
  auto const people = sponsored(facts);
  return {"sponsored",
          word(facts, "sponsored"),
          {},
          {{"sponsored", word(facts, "sponsored"), static_cast<std::int64_t>(people.size())},
           {"women", word(facts, "women"), women_in(people)}},
          {}};
}

office::report_section applications_section(sponsorship_facts const& facts) {
  std::vector<topics::application> all;
  for (auto const& [id, each] : facts.sponsorship.applications) all.push_back(each);
  auto const count = [&](auto const& test) -> table_cell { return std::int64_t{std::ranges::count_if(all, test)}; };
  return {"applications",
          word(facts, "applications"),
          {},
          {{"received", word(facts, "received"), static_cast<std::int64_t>(all.size())},
           {"withdrawn", word(facts, "withdrawn"),
            count([](auto const& each) { return each.state == protocol::application_state::withdrawn; })},
           {"complete", word(facts, "complete"), count([](auto const& each) { return each.completed.has_value(); })},
           {"on_time", word(facts, "on_time"), count([](auto const& each) { return each.completed && each.on_time; })},
           {"women_applicants", word(facts, "women_applicants"), women_in(all)}},
          {}};
}

office::report_section awards_section(sponsorship_facts const& facts) {
  using enum protocol::award_state;
  std::map<protocol::award_state, std::int64_t> counts;
  std::int64_t all = 0;
  for (auto const& [id, each] : facts.sponsorship.applications)
    if (each.award) {
      ++counts[each.award->state];
      ++all;
    }
  office::report_section out{"awards", word(facts, "awards"), {}, {}, {}};
  out.figures.push_back({"awards_made", word(facts, "awards_made"), all});
  for (auto const state : {notified, accepted, declined, cancelled}) {
    auto const id = protocol::encode(state).get<std::string>();
    out.figures.push_back(
        {id, catalogue::format(facts.language, "paper.report.state", {{"state", id}}), counts[state]});
  }
  return out;
}

office::report_section money_section(sponsorship_facts const& facts) {
  money total;
  for (auto const& [id, each] : money_by_fund(facts)) total += each;
  return {"money",
          word(facts, "money"),
          {},
          {{"amount", word(facts, "amount"), centimes{total.amount}},
           {"kept_back", word(facts, "kept_back"), centimes{total.kept_back}},
           {"paid", word(facts, "paid"), centimes{total.paid}},
           {"lost", word(facts, "lost"), centimes{total.lost}},
           {"free", word(facts, "free"), centimes{total.free()}}},
          {}};
}

}  // namespace

office::report_paper donors_report(sponsorship_facts const& facts) {
  office::report_paper out{facts.head(), facts.meeting.details.currency.value, word(facts, "donors.title"), "", {}};
  out.sections = {people_section(facts), section(facts, "funds", {funds_table(facts)}),
                  section(facts, "kinds", {kinds_table(facts)}), section(facts, "regions", {regions_table(facts)}),
                  section(facts, "delegations", {delegations_table(facts)})};
  out.sections.front().paragraphs = {word(facts, "donors.intro")};
  return out;
}

office::report_paper meeting_report(sponsorship_facts const& facts) {
  office::report_paper out{facts.head(), facts.meeting.details.currency.value, word(facts, "meeting.title"), "", {}};
  out.sections = {applications_section(facts),
                  awards_section(facts),
                  people_section(facts),
                  money_section(facts),
                  section(facts, "regions", {regions_table(facts)}),
                  section(facts, "groups", {groups_table(facts)}),
                  section(facts, "delegations", {delegations_table(facts)})};
  out.sections.front().paragraphs = {word(facts, "meeting.intro")};
  return out;
}

}  // namespace dais::app
