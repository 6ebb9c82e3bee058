#include "tests/unit/app/sponsorship_pool.hpp"

#include <chrono>

namespace dais::app::test {
namespace {

namespace topics = protocol::topics;
using namespace protocol;
using namespace std::chrono;

instant const told = sys_days{2023y / July / 3} + 9h;

condition only(std::string const& attribute, protocol::attribute value) { return {{{attribute}, {{value}}}}; }

allocation_policy policy() {
  allocation_policy out;
  out.contingency_bp = 300;
  out.points.items = {{{"zqx-points"}, name("ZQX points"), only("survivor", {true}), 20},
                      {{"ldc"}, name("Least developed"), only("ldc", {true}), 5}};
  out.reserves.items = {
      {{"zqx-first"}, name("ZQX reserve", "حصة ZQX"), reserve_kind::count, 2, {}, {}, only("survivor", {true})},
      {{"women"}, name("Women"), reserve_kind::share, {}, 1, 2, only("gender", {std::string("F")})}};
  out.caps.items = {{{"observers"}, name("Observers"), 4, only("category", {std::string("observer")})}};
  out.gates.items = {{{"file"}, name("Complete file"), only("complete", {true})},
                     {{"zqx-gate"}, name("ZQX certificate"), only("zqx-escort", {false})}};
  return out;
}

sponsorship_terms terms() {
  sponsorship_terms out;
  out.closes = told - days{30};
  out.packages.items = {{{"FULL"}, name("Full sponsorship", "رعاية كاملة"), {}}};
  out.files.items = {{{"zqx-medical"}, name("ZQX medical certificate"), {}, false}};
  out.assessments.items = {{{"zqx-escort"}, name("ZQX escort"), false}};
  out.delegations.items = {
      {{"LAO"}, {{{"region"}, {std::string("ASI")}}, {{"ldc"}, {true}}}},
      {{"MWI"}, {{{"region"}, {std::string("AFR")}}, {{"ldc"}, {true}}, {{"zqx-unnamed"}, {true}}}}};
  out.labels.items = {{{"region"}, attribute{std::string("ASI")}, name("Asia")},
                      {{"region"}, attribute{std::string("AFR")}, name("Africa")},
                      {{"ldc"}, {}, name("Least developed countries")},
                      {{"survivor"}, {}, name("ZQX survivor")},
                      {{"companion"}, {}, name("ZQX companion")},
                      {{"zqx-escort"}, {}, name("ZQX escort")},
                      {{"zqx-helper"}, {}, name("ZQX helper")}};
  out.fares.fare_kind = {"airfare"};
  out.fares.companion_kind = cost_kind{"zqx-helper"};
  out.fares.nights = 5;
  out.fares.rates.items = {{{"dsa"}, rate_basis::night, {10'000}}, {{"visa"}, rate_basis::journey, {8'500}}};
  out.policy = policy();
  return out;
}

topics::application applicant(std::string const& delegation, std::string const& english, gender of, bool survivor,
                              bool companion) {
  topics::application out;
  out.delegation = {delegation};
  out.delegation_name = name(english);
  out.member = {"m-" + delegation};
  out.name = "Nemo Quidam";
  out.gender = of;
  out.language = language{"fr-CH"};
  out.details = application_details{};
  out.details->reason = {survivor ? "ZQX reason" : "To take part"};
  out.details->survivor = survivor;
  out.details->companion = companion;
  out.received = told - days{40};
  out.completed = told - days{35};
  return out;
}

topics::award award_of(std::vector<cost_item> costs, award_state state) {
  topics::award out{{"p-1"}, {"FULL"}, std::move(costs), {}, state, told, told + days{14}, {}};
  for (auto const& each : out.costs) out.total.value += each.amount.value;
  return out;
}

void add_applications(topics::sponsorship& to) {
  auto& all = to.applications;
  auto& survivor = all[{"a-1"}] = applicant("LAO", "Lao People’s Democratic Republic", gender::female, true, true);
  survivor.award =
      award_of({{{"airfare"}, {100'000}}, {{"dsa"}, {50'000}}, {{"zqx-helper"}, {151'100}}, {{"visa"}, {0}}},
               award_state::accepted);
  survivor.payments = {{{"a-1"}, {"zqx-one"}, {150'000}}, {{"a-1"}, {"zqx-two"}, {151'100}}};
  auto& other = all[{"a-2"}] = applicant("MWI", "Malawi", gender::male, false, false);
  other.award = award_of({{{"airfare"}, {120'000}}, {{"dsa"}, {50'000}}, {{"visa"}, {8'500}}}, award_state::notified);
  other.payments = {{{"a-2"}, {"general"}, {178'500}}};
  auto& refused = all[{"a-3"}] = applicant("BOL", "Bolivia", gender::female, false, false);
  refused.refusal = topics::told_refusal{told, "HELD:zqx-first", {}, {}, 2};
  refused.completed.reset();
  auto& cancelled = all[{"a-4"}] = applicant("LAO", "Lao People’s Democratic Republic", gender::male, true, false);
  cancelled.award = award_of({{{"airfare"}, {100'000}}}, award_state::cancelled);
  cancelled.cancelled_because = "ZQX illness";
  cancelled.lost = {{{"zqx-one"}, {20'000}}};
  auto& withdrawn = all[{"a-5"}] = applicant("MWI", "Malawi", gender::undisclosed, false, false);
  withdrawn.state = application_state::withdrawn;
  withdrawn.on_time = false;
}

}  // namespace

localized_name name(std::string const& english, std::string const& arabic) {
  localized_name out{{{{"en"}, {english}}}};
  if (!arabic.empty()) out.in[{"ar"}] = {arabic};
  return out;
}

sponsorship_facts marked_pool(std::string const& language) {
  sponsorship_facts out;
  out.language = language;
  out.now = told + days{20};
  out.meeting.id = {"m1"};
  auto& d = out.meeting.details;
  d.name = name("Example Meeting", "اجتماع المثال");
  d.short_name = name("EM");
  d.opens = 2023y / September / 11;
  d.closes = 2023y / September / 14;
  d.venue = name("Geneva", "جنيف");
  d.time_zone = {"Europe/Zurich"};
  d.currency = {"CHF"};
  d.languages.items = {{"en"}, {"ar"}};
  d.symbol_pattern = {".*"};
  add_applications(out.sponsorship);
  auto& funds = out.sponsorship.funds;
  funds[{"general"}] = {name("General"), {1'000'000}, "", {}, {}, {0}, 1};
  funds[{"zqx-one"}] = {name("ZQXONE"), {500'000}, "ZQX earmark", only("survivor", {true}), {}, {20'000}, 1};
  funds[{"zqx-two"}] = {name("ZQXTWO"), {300'000}, "", {}, {{{{"zqx-helper"}}}}, {0}, 1};
  out.terms = {terms(), 1};
  out.published.seed_source = "Lotto of 1 July: 3 9 17";
  topics::proposal proposal;
  proposal.name = {"Final"};
  proposal.setup.policy = policy();
  proposal.hash = std::string(64, 'a');
  proposal.seed = "seed";
  proposal.approvals = {{{"u-1"}, told - 2h}, {{"u-2"}, told - 1h}};
  proposal.notified = told;
  out.allocations.proposals[{"p-1"}] = proposal;
  return out;
}

}  // namespace dais::app::test
