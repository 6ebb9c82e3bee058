#include "server/domain/sponsorship/apply.hpp"

namespace dais::domain {
namespace {

application& touch(sponsorship_state& sponsorship, protocol::application_id const& id, position const& at) {
  application& touched = sponsorship.applications[id];
  touched.version = at.at;
  return touched;
}

}  // namespace

void apply(sponsorship_state& sponsorship, application_received const& event, position const& at) {
  auto& received = touch(sponsorship, event.application, at);
  received.delegation = event.delegation;
  received.member = event.member;
  received.details = event.details.data;
  received.received = at.now;
}

void apply(sponsorship_state& sponsorship, application_changed const& event, position const& at) {
  touch(sponsorship, event.application, at).details = event.details.data;
}

void apply(sponsorship_state& sponsorship, application_withdrawn const& event, position const& at) {
  auto& withdrawn = touch(sponsorship, event.application, at);
  withdrawn.state = protocol::application_state::withdrawn;
  if (!withdrawn.award || !withdrawn.award->live()) return;
  withdrawn.award->granted.state = protocol::award_state::cancelled;
  withdrawn.award->granted.answered = at.now;
}

void apply(sponsorship_state& sponsorship, application_file_attached const& event, position const& at) {
  auto& files = touch(sponsorship, event.application, at).files;
  auto const [found, is_new] = files.try_emplace(event.id);
  if (is_new) found->second.attached = at.now;
  found->second.file = event.file.data.value_or(protocol::document_file{});
}

void apply(sponsorship_state& sponsorship, application_file_detached const& event, position const& at) {
  touch(sponsorship, event.application, at).files.erase(event.id);
}

void apply(sponsorship_state& sponsorship, application_assessed const& event, position const& at) {
  touch(sponsorship, event.application, at).assessment = event.assessment.data;
}

void apply(sponsorship_state& sponsorship, costs_entered const& event, position const& at) {
  touch(sponsorship, event.application, at).costs = event.costs;
}

void apply(sponsorship_state& sponsorship, fund_put const& event, position const& at) {
  auto const& details = event.details;
  sponsorship.funds[details.id] = {details.name, details.amount, details.earmark.value, details.who, details.kinds,
                                   {},           at.at};
}

void apply(sponsorship_state& sponsorship, fund_removed const& event, position const&) {
  sponsorship.funds.erase(event.fund);
}

}  // namespace dais::domain
