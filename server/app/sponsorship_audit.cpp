#include "server/app/sponsorship_audit.hpp"

#include <algorithm>
#include <map>

#include "protocol/codec.hpp"
#include "server/catalogue/message.hpp"
#include "server/office/typesetter.hpp"

namespace dais::app {
namespace {

namespace topics = protocol::topics;
using office::table;
using office::table_cell;
using protocol::centimes;
using protocol::json;

/// One allocation, for one reader.
struct auditing {
  sponsorship_facts const& facts;
  protocol::proposal_id const& id;
  topics::proposal const& proposal;
  domain::allocation_run const& run;

  protocol::allocation_policy const& policy() const { return proposal.setup.policy; }
  json const& result(char const* member) const { return run.result.at(member); }
  std::string word(std::string_view key, catalogue::arguments const& values = {}) const {
    return catalogue::format(facts.language, "paper.report.audit." + std::string(key), values);
  }
  std::string yes_or_no(bool answer) const {
    return catalogue::format(facts.language, answer ? "paper.report.yes" : "paper.report.no");
  }
  std::string fund_name(std::string const& fund) const {
    auto const found = facts.sponsorship.funds.find({fund});
    auto words = found == facts.sponsorship.funds.end() ? std::string() : facts.text(found->second.name);
    return words.empty() ? fund : words;
  }
  std::string package_name(std::string const& code) const {
    if (facts.terms.terms)
      for (auto const& each : facts.terms.terms->packages.items)
        if (each.code.value == code) return facts.text(each.name);
    return code;
  }
  table listed(std::string id_of, std::string_view title, std::vector<std::string> const& columns) const {
    table out{std::move(id_of), word(title), {}, {}};
    for (auto const& each : columns) out.columns.push_back({each, word(each)});
    return out;
  }
};

std::string string_of(json const& of, char const* member) { return of.at(member).get<std::string>(); }
centimes money_of(json const& of, char const* member) { return {of.at(member).get<std::int64_t>()}; }

std::string turn_words(auditing const& of, std::string turn) {
  constexpr std::string_view fill = "+FILL", reserve = "RESERVE:";
  bool const filled = turn.ends_with(fill);
  if (filled) turn.resize(turn.size() - fill.size());
  auto words = turn == "LOCKED" ? of.word("turn_locked") : of.word("turn_open");
  if (turn.starts_with(reserve))
    words = of.word("turn_reserve",
                    {{"label", label_in(of.facts, of.policy().reserves.items, turn.substr(reserve.size()))}});
  return filled ? of.word("turn_fill", {{"turn", words}}) : words;
}

std::string reason_words(auditing const& of, std::string const& reason) {
  constexpr std::string_view cap = "CAP:", held = "HELD:";
  if (reason.starts_with(cap))
    return of.word("reason_cap", {{"label", label_in(of.facts, of.policy().caps.items, reason.substr(cap.size()))}});
  if (reason.starts_with(held))
    return of.word("reason_held",
                   {{"label", label_in(of.facts, of.policy().reserves.items, reason.substr(held.size()))}});
  return of.word("reason_words", {{"reason", reason}});
}

office::report_section proposal_section(auditing const& of) {
  office::report_section out{"proposal", of.word("proposal"), {}, {}, {}};
  auto const command = "daisd allocate BUNDLE.json --check BUNDLE.json";
  out.paragraphs = {of.word("names"), of.word("replay", {{"command", office::left_to_right(command)}})};
  auto const add = [&](char const* id, table_cell value) {
    out.figures.push_back({id, of.word(id), std::move(value)});
  };
  add("name", of.proposal.name.value);
  add("hash", of.proposal.hash);
  add("input", string_of(of.run.result, "input_sha256"));
  add("policy_hash", string_of(of.run.result, "policy_sha256"));
  add("engine", string_of(of.run.result, "engine"));
  add("seed", of.proposal.seed);
  add("seed_source", of.facts.published.seed_source.value_or(""));
  if (of.proposal.notified) add("notified", *of.proposal.notified);
  if (of.proposal.release_reason) add("release_reason", of.proposal.release_reason->value);
  auto approvals = of.listed("approvals", "approvals", {"account", "at"});
  for (auto const& each : of.proposal.approvals) approvals.rows.push_back({each.by.value, each.at});
  out.tables.push_back(std::move(approvals));
  return out;
}

template <class Rules, class Value>
table rules_table(auditing const& of, char const* id, Rules const& rules, char const* column, Value value) {
  auto out = of.listed(id, id, {"rule"});
  if (column) out.columns.push_back({column, of.word(column)});
  for (auto const& each : rules) {
    out.rows.push_back({label_in(of.facts, rules, each.id.value)});
    if (column) out.rows.back().push_back(value(each));
  }
  return out;
}

office::report_section policy_section(auditing const& of) {
  auto const& p = of.policy();
  office::report_section out{"policy", of.word("policy"), {}, {}, {}};
  out.figures = {{"contingency", of.word("contingency"), p.contingency_bp},
                 {"rounds", of.word("rounds"), of.yes_or_no(p.rounds)},
                 {"breadth", of.word("breadth"), of.yes_or_no(p.precedence == protocol::turn_precedence::reserves)},
                 {"hold", of.word("hold"), of.yes_or_no(p.release == protocol::money_release::exhausted)},
                 {"state_cap", of.word("state_cap"), p.state_cap.usual}};
  auto exceptions = of.listed("exceptions", "exceptions", {"delegation", "at_most"});
  exceptions.columns.front().title = catalogue::format(of.facts.language, "paper.report.delegation");
  for (auto const& [delegation, most] : p.state_cap.overrides) exceptions.rows.push_back({delegation.value, most});
  auto const floor = [&](protocol::reserve_rule const& rule) -> table_cell {
    if (rule.kind == protocol::reserve_kind::count) return rule.value.value_or(0);
    return of.word("fraction", {{"num", rule.num.value_or(0)}, {"den", rule.den.value_or(1)}});
  };
  out.tables = {
      rules_table(of, "points", p.points.items, "points", [](auto const& rule) -> table_cell { return rule.pts; }),
      rules_table(of, "reserves", p.reserves.items, "at_least", floor),
      rules_table(of, "ceilings", p.caps.items, "at_most", [](auto const& rule) -> table_cell { return rule.value; }),
      rules_table(of, "gates", p.gates.items, nullptr, [](auto const&) -> table_cell { return {}; })};
  if (!exceptions.rows.empty()) out.tables.push_back(std::move(exceptions));
  return out;
}

table seats_table(auditing const& of) {
  std::map<std::string, std::int64_t> amounts;
  for (auto const& each : of.result("ledger")) amounts[string_of(each, "id")] += money_of(each, "amount").value;
  auto out = of.listed("seats", "seats", {"seat", "application", "package", "turn"});
  out.columns.push_back({"amount", catalogue::format(of.facts.language, "paper.report.amount")});
  for (auto const& each : of.result("granted")) {
    auto const id = string_of(each, "id");
    out.rows.push_back({each.at("seat").get<std::int64_t>(), id, of.package_name(string_of(each, "package")),
                        turn_words(of, string_of(each, "turn")), centimes{amounts[id]}});
  }
  return out;
}

table refused_table(auditing const& of) {
  auto const waiting = of.result("waiting").get<std::vector<std::string>>();
  auto out = of.listed("refused", "refused", {"application", "reason", "lacking", "waiting"});
  for (auto const& [id, each] : of.result("refused").items()) {
    std::vector<table_cell> row{id, reason_words(of, string_of(each, "reason")), {}, {}};
    if (each.contains("short")) row[2] = money_of(each, "short");
    if (auto const place = std::ranges::find(waiting, id); place != waiting.end())
      row[3] = std::int64_t{place - waiting.begin() + 1};
    out.rows.push_back(std::move(row));
  }
  return out;
}

table gated_table(auditing const& of) {
  auto out = of.listed("gated", "gated", {"application", "reason"});
  for (auto const& [id, gates] : of.result("gated").items()) {
    std::vector<std::string> words;
    for (auto const& gate : gates.get<std::vector<std::string>>())
      words.push_back(gate == "WITHDRAWN" ? reason_words(of, gate) : label_in(of.facts, of.policy().gates.items, gate));
    out.rows.push_back({id, catalogue::list(of.facts.language, words)});
  }
  return out;
}

table ledger_table(auditing const& of) {
  auto out = of.listed("ledger", "ledger", {"application"});
  out.columns.push_back({"fund", catalogue::format(of.facts.language, "paper.report.fund")});
  out.columns.push_back({"amount", catalogue::format(of.facts.language, "paper.report.amount")});
  std::int64_t total = 0;
  for (auto const& each : of.result("ledger")) {
    out.rows.push_back({string_of(each, "id"), of.fund_name(string_of(each, "fund")), money_of(each, "amount")});
    total += money_of(each, "amount").value;
  }
  out.rows.push_back({catalogue::format(of.facts.language, "paper.report.total"), {}, centimes{total}});
  out.total_last = true;
  return out;
}

}  // namespace

std::optional<protocol::proposal_id> audited_proposal(topics::allocations const& all,
                                                      std::optional<protocol::proposal_id> const& wanted) {
  if (wanted) return all.proposals.contains(*wanted) ? wanted : std::nullopt;
  std::optional<protocol::proposal_id> last;
  for (auto const& [id, each] : all.proposals)
    if (each.notified && (!last || *all.proposals.at(*last).notified < *each.notified)) last = id;
  return last;
}

json audit_bundle(sponsorship_facts const& facts, protocol::proposal_id const& proposal,
                  domain::allocation_run const& run) {
  auto const& of = facts.allocations.proposals.at(proposal);
  auto const or_null = [](auto const& value) { return value ? protocol::encode(*value) : json(nullptr); };
  return {{"schema", audit_schema},
          {"meeting", facts.meeting.id.value},
          {"proposal", proposal.value},
          {"name", of.name.value},
          {"hash", of.hash},
          {"seed", of.seed},
          {"seed_source", or_null(facts.published.seed_source)},
          {"approvals", protocol::encode(of.approvals)},
          {"release_reason", or_null(of.release_reason)},
          {"notified", or_null(of.notified)},
          {"input", run.of.input},
          {"result", run.result}};
}

office::report_paper audit_report(sponsorship_facts const& facts, protocol::proposal_id const& proposal,
                                  domain::allocation_run const& run) {
  auditing const of{facts, proposal, facts.allocations.proposals.at(proposal), run};
  office::report_paper out{
      facts.head(), facts.meeting.details.currency.value, of.word("title"), of.proposal.name.value, {}};
  out.sections = {
      proposal_section(of),
      policy_section(of),
      {"result", of.word("result"), {}, {}, {seats_table(of), refused_table(of), gated_table(of), ledger_table(of)}}};
  return out;
}

}  // namespace dais::app
