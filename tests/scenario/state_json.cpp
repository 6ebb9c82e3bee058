#include "tests/scenario/state_json.hpp"

#include "protocol/codec.hpp"
#include "server/domain/registration/missing.hpp"
#include "server/domain/sponsorship/standing.hpp"

namespace dais::scenario {
namespace {

using protocol::encode;
using protocol::json;

template <class Map, class F>
json each(Map const& map, F&& write) {
  json out = json::object();
  for (auto const& [id, value] : map) out[id.value] = write(value);
  return out;
}

json entry(std::optional<domain::member_entry> const& from) {
  if (!from) return nullptr;
  return {{"category", encode(from->category)}, {"details", from->details ? encode(*from->details) : json(nullptr)}};
}

json member(domain::member const& from) {
  return {{"approved", entry(from.approved)},
          {"draft", entry(from.draft)},
          {"leaving", from.leaving},
          {"erased", from.erased},
          {"version", from.version}};
}

json delegation(domain::delegation const& from, protocol::meeting_details const& meeting) {
  json out = {{"name", encode(from.name)},
              {"category", encode(from.category)},
              {"state", encode(from.state)},
              {"members", each(from.members, member)},
              {"missing", encode(domain::missing(from, meeting))},
              {"version", from.version}};
  if (from.reason) out["reason"] = *from.reason;
  if (from.submitted) out["submitted"] = encode(*from.submitted);
  if (from.decided) out["decided"] = encode(*from.decided);
  return out;
}

json application(domain::sponsorship_state const& in, domain::application const& from) {
  json out = {{"delegation", encode(from.delegation)},
              {"member", encode(from.member)},
              {"details", from.details ? encode(*from.details) : json(nullptr)},
              {"state", encode(from.state)},
              {"costs", encode(from.costs)},
              {"total", encode(domain::total(domain::costs_of(in, from)))},
              {"files", encode(from.files)},
              {"missing", encode(domain::missing_files(in, from))},
              {"on_time", domain::on_time(in, from)},
              {"received", encode(from.received)},
              {"version", from.version}};
  if (from.assessment) out["assessment"] = encode(*from.assessment);
  if (auto const since = domain::completed(in, from)) out["completed"] = encode(*since);
  if (from.award) {
    out["award"] = encode(from.award->granted);
    out["award"]["shares"] = encode(from.award->shares);
    out["award"]["lost"] = encode(from.award->lost);
    if (from.award->reason) out["award"]["reason"] = *from.award->reason;
  }
  if (from.refusal) out["refusal"] = encode(*from.refusal);
  if (from.letter) out["letter"] = encode(*from.letter);
  return out;
}

json proposal(domain::proposal const& from) {
  json out = encode(from.shown);
  out["frame"] = from.frame;
  out["applicants"] = encode(from.applicants);
  return out;
}

json sponsorship(domain::sponsorship_state const& from) {
  json out = {{"terms_version", from.terms_version},
              {"scenarios", encode(from.scenarios)},
              {"proposals", each(from.proposals, proposal)},
              {"trials", encode(from.trials)}};
  if (from.terms) out["terms"] = encode(*from.terms);
  if (from.seed) out["lots"] = {{"seed", *from.seed}, {"source", from.seed_source}, {"drawn", encode(*from.drawn)}};
  return out;
}

json agenda(domain::agenda_state const& from) {
  json out = {{"items", encode(from.items)},
              {"order", encode(from.order)},
              {"sessions", encode(from.sessions)},
              {"version", from.version()}};
  if (from.current) out["current"] = encode(*from.current);
  return out;
}

json versions(domain::agenda_state const& from) {
  json out = json::object();
  for (auto const& version : from.versions)
    out[std::to_string(version.number)] = {{"at", encode(version.at)}, {"changes", encode(version.changes)}};
  return out;
}

template <class Set>
json ids(Set const& from) {
  json out = json::array();
  for (auto const& id : from) out.push_back(id.value);
  return out;
}

}  // namespace

json state_json(domain::meeting_state const& meeting, domain::organization_state const& organization) {
  json out = {{"seq", meeting.seq},
              {"accounts", encode(organization.accounts)},
              {"meetings", encode(organization.meetings)},
              {"agenda", agenda(meeting.agenda)},
              {"versions", versions(meeting.agenda)},
              {"documents", encode(meeting.documents.documents)},
              {"delegations",
               each(meeting.registration.delegations, [&](auto const& of) { return delegation(of, meeting.details); })},
              {"applications", each(meeting.sponsorship.applications,
                                    [&](auto const& of) { return application(meeting.sponsorship, of); })},
              {"sponsorship", sponsorship(meeting.sponsorship)},
              {"funds", encode(meeting.sponsorship.funds)},
              {"notices", encode(meeting.notices.notices)},
              {"forgotten", ids(meeting.forgotten)},
              {"forgotten_holders", ids(organization.forgotten)}};
  if (meeting.exists()) out["meeting"] = {{"id", meeting.id.value}, {"details", encode(meeting.details)}};
  return out;
}

}  // namespace dais::scenario
