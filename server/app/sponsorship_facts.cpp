#include "server/app/sponsorship_facts.hpp"

#include "server/catalogue/message.hpp"

namespace dais::app {

using protocol::topics::application;

std::vector<std::string> sponsorship_facts::languages() const {
  std::vector<std::string> out;
  for (auto const& each : meeting.details.languages.items) out.push_back(each.value);
  return out;
}

office::masthead sponsorship_facts::head() const {
  auto const& d = meeting.details;
  return {language, text(d.name), d.opens, d.closes, text(d.venue), d.time_zone.value, now};
}

std::string sponsorship_facts::kind_words(protocol::cost_kind const& kind) const {
  if (terms.terms)
    for (auto const& each : terms.terms->labels.items)
      if (each.name.value == kind.value && !each.value) return text(each.label);
  return catalogue::format(language, "paper.cost.kind", {{"kind", kind.value}});
}

std::string sponsorship_facts::label_of(std::string_view attribute, protocol::attribute const& value) const {
  if (terms.terms)
    for (auto const& each : terms.terms->labels.items)
      if (each.name.value == attribute && each.value == value) return text(each.label);
  return {};
}

bool stands(application const& of) {
  using enum protocol::award_state;
  return of.award && (of.award->state == notified || of.award->state == accepted);
}

}  // namespace dais::app
