#include "tests/property/meeting_world.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace dais::property {

namespace {

using events = std::vector<domain::meeting_event>;
namespace wire = protocol;

constexpr unsigned agenda_kinds = 7, programme_kinds = 3, documents_kinds = 7, registration_kinds = 8,
                   sponsorship_kinds = 9, allocation_kinds = 8, awards_kinds = 5, notices_kinds = 2;
constexpr unsigned all_kinds = 2 + agenda_kinds + programme_kinds + documents_kinds + registration_kinds +
                               sponsorship_kinds + allocation_kinds + awards_kinds + notices_kinds;

wire::instant instant_at(wire::seq at) {
  return wire::instant(std::chrono::sys_days(std::chrono::year(2023) / 9 / 11)) + std::chrono::minutes(at);
}

wire::localized_name named(std::string const& text) {
  return {{{wire::language{"en"}, {text}}, {wire::language{"fr"}, {text + " (fr)"}}}};
}

wire::localized_text written(std::string const& text) { return {{{wire::language{"en"}, {text}}}}; }

/// The key of one of the elements; of none, a key that is not there.
template <class Map>
typename Map::key_type pick(Map const& from, unsigned which) {
  if (from.empty()) return {"nothing"};
  return std::next(from.begin(), static_cast<std::ptrdiff_t>(which % from.size()))->first;
}

/// The version of one of the elements; now and then an old one.
template <class Map>
wire::seq version_of(Map const& in, typename Map::key_type const& key, unsigned how) {
  auto const found = in.find(key);
  return found == in.end() || how % 16 == 15 ? 1 : found->second.version;
}

/// One of them, or nothing.
template <class Map>
std::optional<typename Map::key_type> perhaps(Map const& from, unsigned which) {
  if (which % 3 == 0) return std::nullopt;
  return pick(from, which / 3);
}

/// Who is asked for by gender; who is complete is ranked. Applications close when some have come.
wire::sponsorship_terms terms(unsigned variation) {
  wire::sponsorship_terms made;
  made.closes = instant_at(40);
  made.packages = {{{{"ALL"}, named("Everything"), {}}, {{"AIR"}, named("Air"), {{{{"airfare"}}}}}}};
  made.files = {{{{"note"}, named("Note"), {}, variation % 6 == 5}}};
  made.assessments = {{{{"visa"}, named("Visa"), true}}};
  made.delegations = {{{{"LAO"}, {{{"ldc"}, {true}}}}}};
  made.fares.fare_kind = {"airfare"};
  made.fares.companion_kind = wire::cost_kind{"assistant"};
  made.fares.routes = {{{{"slow"}, named("Slow")}}};
  made.fares.fares = {{{{"LAO"}, {"slow"}, {100'000}}, {{"FRA"}, {"slow"}, {50'000}}, {{"ICRC"}, {"slow"}, {60'000}}}};
  made.policy.state_cap.usual = 2;
  made.policy.points = {{{{"ldc"}, named("Least developed"), {{{"ldc"}, {{{true}}}}}, 10}}};
  made.policy.reserves = {
      {{{"women"}, named("Women"), wire::reserve_kind::share, {}, 1, 2, {{{"gender"}, {{{"F"}}}}}}}};
  made.policy.gates = {{{{"complete"}, named("Complete"), {{{"complete"}, {{{true}}}}}}}};
  return made;
}

/// The proposal that can be approved and notified; where there is none, one that is not there.
wire::proposal_id open_proposal(domain::sponsorship_state const& in) {
  for (auto const& [id, each] : in.proposals)
    if (!each.shown.superseded && !each.shown.notified) return id;
  return {"none"};
}

void add_names(domain::meeting_event const& event, std::map<wire::person_id, std::set<std::string>>& names) {
  auto const add = [&](auto const& details) {
    if (details.data) names[details.person].insert(details.data->name.value);
  };
  if (auto const* const added = std::get_if<domain::member_added>(&event)) add(added->details);
  if (auto const* const changed = std::get_if<domain::member_changed>(&event)) add(changed->details);
}

}  // namespace

unsigned meeting_world::kinds() { return all_kinds; }

meeting_world::meeting_world() { x_beginning = import(0); }

std::vector<domain::meeting_event> meeting_world::play(step const& next) {
  auto const [chosen, which, how] = next;
  unsigned kind = chosen % all_kinds;
  auto const within = [&kind](unsigned kinds_of_area) {
    if (kind < kinds_of_area) return true;
    kind -= kinds_of_area;
    return false;
  };
  if (within(registration_kinds)) return registration(kind, which, how);
  if (within(agenda_kinds)) return agenda(kind, which, how);
  if (within(documents_kinds)) return documents(kind, which, how);
  if (within(sponsorship_kinds)) return sponsorship(kind, which, how);
  if (within(allocation_kinds)) return allocation(kind, which, how);
  if (within(awards_kinds)) return awards(kind, which, how);
  if (within(programme_kinds)) return programme(kind, which, how);
  if (within(notices_kinds)) return notices(kind, which, how);
  return kind == 0 ? import(how) : forget(which);
}

template <class Command>
events meeting_world::give(Command const& command) {
  domain::position const at{x_state.seq + 1, instant_at(x_state.seq + 1)};
  domain::context const with{{x_actor, {}}, at.now, at.at, "s" + std::to_string(at.at)};
  auto outcome = domain::decide(x_state, command, with);
  if (!outcome) return {};
  for (auto const& each : outcome->events) {
    domain::apply(x_state, each, at);
    add_names(each, x_names);
  }
  return std::move(outcome->events);
}

events meeting_world::import(unsigned variation) {
  domain::import_meeting command{file(variation), {}, "file", {}};
  command.digest = domain::plan_import(x_state.exists() ? &x_state : nullptr, command).digest;
  return give(command);
}

wire::meeting_file meeting_world::file(unsigned variation) const {
  wire::meeting_file file;
  file.format = {"dais-meeting/1"};
  file.id = {"m1"};
  auto& meeting = file.meeting;
  meeting.name = named("The meeting");
  meeting.short_name = named("Meeting " + std::to_string(variation % 3));
  meeting.opens = std::chrono::year(2023) / 9 / 11;
  meeting.closes = std::chrono::year(2023) / 9 / 14;
  meeting.venue = named("Palais");
  meeting.time_zone = {"Europe/Zurich"};
  meeting.languages = {{{"en"}, {"fr"}}};
  meeting.currency = {"CHF"};
  meeting.symbol_pattern = {"X/[0-9A-Za-z/.]+"};
  meeting.categories = {{{{"party"}, named("State Party"), {}, 1}, {{"observer"}, named("Observer"), {}, 2}}};
  if (variation % 4 == 3) meeting.categories.items.push_back({{"guest"}, named("Guest"), {}, 3});
  meeting.fields = {{{{"visa"}, named("Visa"), {}, wire::field_type::line, variation % 4 == 2, {}}}};
  meeting.document_kinds = {{{{"paper"}, named("Paper")}}};
  meeting.cost_kinds = {{{"airfare"}, {"assistant"}}};
  file.agenda = {{{{"1"}, named("Opening"), {}, {}}, {{"2"}, named("Review"), {}, {}}}};
  file.agenda.items.push_back({{"2(a)"}, named("Clearance"), wire::item_number{"2"}, {}});
  file.programme = {{{{"mon"}, named("Monday"), instant_at(10), instant_at(190), {{{"1"}}}, {}}}};
  file.documents = {{{{"d1"}, wire::symbol{"X/1"}, named("Agenda"), {"paper"}, wire::audience::everyone, {}, {}, {}}}};
  file.delegations = {{{{"FRA"}, named("France"), {"party"}, {}}, {{"LAO"}, named("Laos"), {"party"}, {}}}};
  file.delegations.items.push_back({{"ICRC"}, named("Red Cross"), {"observer"}, {}});
  if (variation % 5 == 4) file.delegations.items.push_back({{"PER"}, named("Peru"), {"party"}, {}});
  file.sponsorship = terms(variation);
  file.funds = {{{{"general"}, named("General"), {5'000'000}, {std::string(marks::earmark)}}}};
  return file;
}

events meeting_world::agenda(unsigned kind, unsigned which, unsigned how) {
  auto const& items = x_state.agenda.items;
  auto const item = pick(items, which);
  auto const version = version_of(items, item, how);
  auto const number = std::to_string(which % 40) + (how % 2 != 0 ? "(i)" : "");
  switch (kind) {
    case 0:
      return give(wire::agenda::open{item});
    case 1:
      return give(wire::agenda::suspend{item});
    case 2:
      return give(wire::agenda::close{item});
    case 3:
      return give(wire::agenda::add{{number}, named("Item"), perhaps(items, which), perhaps(items, how)});
    case 4:
      return give(wire::agenda::change{item, version, {number}, named("Title " + std::to_string(how))});
    case 5:
      return give(wire::agenda::move{item, version, perhaps(items, how), perhaps(items, how / 7)});
    default:
      return give(wire::agenda::remove{item, version});
  }
}

events meeting_world::programme(unsigned kind, unsigned which, unsigned how) {
  auto const& sessions = x_state.agenda.sessions;
  auto const session = pick(sessions, which);
  wire::session_details const details{
      named("Session"), instant_at(how % 1000), instant_at(how % 1000 + 180), {{pick(x_state.agenda.items, how)}}};
  if (kind == 0) return give(wire::programme::add{details});
  if (kind == 1) return give(wire::programme::change{session, version_of(sessions, session, how), details});
  return give(wire::programme::remove{session, version_of(sessions, session, how)});
}

wire::document_details meeting_world::paper(unsigned how) const {
  auto const audience = static_cast<wire::audience>(how % 3);
  std::string const title(audience == wire::audience::everyone       ? "Paper"
                          : audience == wire::audience::participants ? marks::paper_of_participants
                                                                     : marks::secret_paper);
  std::optional<wire::symbol> symbol;
  if (how % 2 == 0) symbol = wire::symbol{"X/" + std::to_string(how % 50)};
  return {symbol, named(title), {"paper"}, audience, {{pick(x_state.agenda.items, how)}}};
}

events meeting_world::documents(unsigned kind, unsigned which, unsigned how) {
  auto const& all = x_state.documents.documents;
  auto const document = pick(all, which);
  auto const version = version_of(all, document, how);
  wire::language const language{how % 2 == 0 ? "en" : "fr"};
  wire::document_file const file{
      std::string(64, "0123456789abcdef"[how % 16]), 1000 + how, "application/pdf", {"file.pdf"}};
  switch (kind) {
    case 0:
      return give(wire::documents::create{paper(how)});
    case 1:
      return give(wire::documents::change{document, version, paper(how)});
    case 2:
      return give(wire::documents::attach{document, language, file});
    case 3:
      return give(wire::documents::detach{document, language});
    case 4:
      return give(wire::documents::publish{document, version});
    case 5:
      return give(wire::documents::withdraw{document, {"It was wrong."}});
    default:
      return give(
          wire::documents::revise{document, how % 2 == 0 ? std::optional(wire::symbol{"X/1/Rev.1"}) : std::nullopt});
  }
}

std::string meeting_world::next_name(std::string_view of) const {
  return std::string(marks::name) + std::string(of) + std::to_string(x_state.seq + 1) + ".";
}

wire::member_details meeting_world::details(wire::delegation_id const& of, unsigned how) const {
  wire::member_details member;
  member.name = {next_name(of.value)};
  if (how % 4 == 1) member.name_latin = wire::name_text{next_name(of.value)};
  member.title = {"Ms"};
  member.function = {std::string(marks::function)};
  auto const found = x_state.registration.delegations.find(of);
  bool const headed = found != x_state.registration.delegations.end() &&
                      std::ranges::any_of(found->second.members, [](auto const& each) {
                        return each.second.wanted().category == wire::member_category::head;
                      });
  member.category = headed != (how % 7 == 0) ? wire::member_category::adviser : wire::member_category::head;
  member.gender = static_cast<wire::gender>(how % 4);
  member.email = wire::email{"someone@" + of.value};
  member.language = {"fr"};
  member.needs = wire::text<1, 1000>{std::string(marks::needs)};
  if (how % 2 == 0) member.fields[{"visa"}] = {std::string(marks::field)};
  return member;
}

events meeting_world::registration(unsigned kind, unsigned which, unsigned how) {
  auto const& all = x_state.registration.delegations;
  auto const delegation = pick(all, which);
  auto const found = all.find(delegation);
  static std::map<wire::member_id, domain::member> const nobody;
  auto const& members = found == all.end() ? nobody : found->second.members;
  auto const member = pick(members, how);
  auto const version = version_of(all, delegation, how);
  std::string const category = how % 2 == 0 ? "party" : "observer";
  switch (kind) {
    case 0: {
      wire::delegation_id const added{"D" + std::to_string(which % 8)};
      return give(wire::registration::add_delegation{{added, named(added.value), {category}}});
    }
    case 1:
      return give(wire::registration::change_delegation{
          version, {delegation, named("Delegation " + std::to_string(how)), {category}}});
    case 2:
      return give(wire::registration::add_member{delegation, details(delegation, how)});
    case 3: {
      auto const now = members.find(member);
      bool const back = how % 2 == 0 && now != members.end() && now->second.approved && now->second.approved->details;
      return give(wire::registration::change_member{delegation, member, version_of(members, member, how),
                                                    back ? *now->second.approved->details : details(delegation, how)});
    }
    case 4:
      return give(wire::registration::remove_member{delegation, member, version_of(members, member, how)});
    case 5:
      return give(wire::registration::submit{delegation});
    case 6:
      return give(wire::registration::approve{delegation, version});
    default:
      return give(wire::registration::return_to_delegation{delegation, version, {std::string(marks::returned)}});
  }
}

events meeting_world::sponsorship(unsigned kind, unsigned which, unsigned how) {
  auto const& all = x_state.sponsorship.applications;
  auto const& funds = x_state.sponsorship.funds;
  auto const application = pick(all, which);
  auto const found = all.find(application);
  auto const owner = found == all.end() ? wire::delegation_id{"FRA"} : found->second.delegation;
  auto const version = version_of(all, application, how);
  wire::application_details const details{
      wire::sponsorship_extent::part, {std::string(marks::reason)}, how % 2 == 0, how % 3 == 0};
  switch (kind) {
    case 0: {
      auto const delegation = pick(x_state.registration.delegations, which);
      auto const& members = x_state.registration.delegations.at(delegation).members;
      return give(wire::sponsorship::apply{delegation, pick(members, how), details});
    }
    case 1:
      return give(wire::sponsorship::change{owner, application, version, details});
    case 2:
      return give(wire::sponsorship::withdraw{owner, application});
    case 3:
      return give(wire::sponsorship::set_costs{application, version, {{{{"airfare"}, {how * 100}}}}});
    case 4:
      return give(wire::sponsorship::attach_file{
          owner, application, {"note"}, {std::string(64, 'a'), how, "application/pdf", {std::string(marks::file)}}});
    case 5:
      return give(wire::sponsorship::detach_file{owner, application, {"note"}});
    case 6:
      return give(wire::sponsorship::assess{
          application, version, {{{{"visa"}, how % 2 == 0}}, {}, wire::reason_text{std::string(marks::note)}}});
    case 7: {
      wire::fund_id const fund{"f" + std::to_string(which % 4)};
      auto const there = funds.find(fund);
      return give(wire::sponsorship::put_fund{there == funds.end() ? 0 : there->second.version,
                                              {fund, named("Fund"), {how}, {std::string(marks::earmark)}}});
    }
    default: {
      auto const fund = pick(funds, which);
      return give(wire::sponsorship::remove_fund{fund, version_of(funds, fund, how)});
    }
  }
}

events meeting_world::allocation(unsigned kind, unsigned which, unsigned how) {
  auto const& in = x_state.sponsorship;
  auto const scenario = pick(in.scenarios, which);
  auto const version = version_of(in.scenarios, scenario, how);
  auto const proposal = open_proposal(in);
  wire::allocation_setup setup{in.terms->policy, {}};
  switch (kind) {
    case 0: {
      auto changed = *in.terms;
      changed.answer_days = 1 + how % 30;
      return give(wire::sponsorship::set_terms{in.terms_version, std::move(changed)});
    }
    case 1:
      return give(wire::sponsorship::draw_seed{{"lotto"}});
    case 2:
      setup.policy.contingency_bp = how;
      return give(wire::sponsorship::save_scenario{{}, 0, {"Scenario"}, std::move(setup)});
    case 3:
      return give(wire::sponsorship::remove_scenario{scenario, version});
    case 4:
      return give(wire::sponsorship::release_money{scenario, version, {"Why"}});
    case 5:
      return give(wire::sponsorship::propose{scenario, version});
    case 6:
      x_actor = wire::account_id{"a" + std::to_string(how % 3)};
      return give(wire::sponsorship::approve{
          proposal, {in.proposals.contains(proposal) ? in.proposals.at(proposal).shown.hash : ""}});
    default:
      return give(domain::record_trial{scenario, setup, "hash", how, how % 2 == 0});
  }
}

events meeting_world::awards(unsigned kind, unsigned which, unsigned how) {
  auto const& in = x_state.sponsorship;
  auto const application = pick(in.applications, which);
  auto const found = in.applications.find(application);
  auto const owner = found == in.applications.end() ? wire::delegation_id{"FRA"} : found->second.delegation;
  switch (kind) {
    case 0:
      return give(wire::sponsorship::notify{open_proposal(in)});
    case 1:
      return give(wire::sponsorship::mark_sent{application});
    case 2:
      return give(wire::sponsorship::answer_award{owner, application, how % 2 == 0});
    case 3:
      return give(domain::record_letter{application});
    default:
      return give(wire::sponsorship::cancel_award{application, {std::string(marks::cancelled)}, {}});
  }
}

events meeting_world::notices(unsigned kind, unsigned which, unsigned how) {
  if (kind == 1) return give(wire::notices::withdraw{pick(x_state.notices.notices, which)});
  wire::notices::recipients to;
  if (how % 3 == 1) to.category = wire::category_id{which % 2 == 0 ? "party" : "observer"};
  if (how % 3 == 2) to.delegation = pick(x_state.registration.delegations, which);
  return give(wire::notices::post{written(how % 3 == 0 ? "To everyone" : std::string(marks::to_some)), to});
}

events meeting_world::forget(unsigned which) {
  auto const person = pick(x_state.registration.people, which);
  auto happened = give(wire::people::forget{person});
  if (!happened.empty()) x_gone.merge(x_names[person]);
  return happened;
}

}  // namespace dais::property
