#pragma once
// What reports and letters about sponsorship are made from, for one reader.

#include <cstdint>
#include <string>
#include <vector>

#include "protocol/topics/meeting.hpp"
#include "protocol/topics/sponsorship.hpp"
#include "server/catalogue/language.hpp"
#include "server/office/paper.hpp"

namespace dais::app {

/// States of topics that the committee follows, the reader's language, and the time.
struct sponsorship_facts {
  std::string language;
  protocol::instant now;
  protocol::topics::meeting meeting;
  protocol::topics::sponsorship sponsorship;
  protocol::topics::published_terms published;
  protocol::topics::whole_terms terms;
  protocol::topics::allocations allocations;

  template <std::size_t Max>
  std::string text(protocol::localized<Max> const& in) const {
    return std::string(catalogue::pick(in, language, languages()).text);
  }
  std::vector<std::string> languages() const;
  office::masthead head() const;

  /// What a kind of cost is called: as the terms label it, else as the catalogue does, else its own name.
  std::string kind_words(protocol::cost_kind const& kind) const;
  /// What the terms call an attribute's value; nothing where they have no words for it.
  std::string label_of(std::string_view attribute, protocol::attribute const& value) const;
};

/// Whether a seat is taken: notified, and neither declined nor cancelled.
bool stands(protocol::topics::application const& of);

/// The name that the rules give to one of them, or its id where it has none.
template <class Rules>
std::string label_in(sponsorship_facts const& facts, Rules const& rules, std::string const& id) {
  for (auto const& each : rules)
    if (each.id.value == id)
      if (auto words = facts.text(each.label); !words.empty()) return words;
  return id;
}

}  // namespace dais::app
