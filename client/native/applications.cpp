#include "client/native/applications.hpp"

#include <algorithm>

namespace dais::native {
namespace {

/// `name_of` yields nothing for whoever cannot be meant by a name.
template <class Id, class Thing, class NameOf>
std::vector<Id> find_named(std::map<Id, Thing> const& all, std::string const& text, folding const& fold,
                           NameOf name_of) {
  if (all.contains(Id{text})) return {Id{text}};
  auto const wanted = fold(text);
  std::vector<Id> whole, part;
  for (auto const& [id, one] : all) {
    std::optional<std::string> const name = name_of(one);
    if (!name || wanted.empty()) continue;
    auto const has = fold(*name);
    if (has == wanted) whole.push_back(id);
    if (has.contains(wanted)) part.push_back(id);
  }
  return whole.empty() ? part : whole;
}

}  // namespace

std::vector<protocol::application_id> find_applications(protocol::topics::sponsorship const& all,
                                                        std::string const& text, folding const& fold) {
  return find_named(all.applications, text, fold, [](auto const& one) { return one.name; });
}

std::vector<protocol::scenario_id> find_scenarios(protocol::topics::allocations const& all, std::string const& text,
                                                  folding const& fold) {
  return find_named(all.scenarios, text, fold, [](auto const& one) { return std::optional(one.name.value); });
}

std::vector<protocol::proposal_id> find_proposals(protocol::topics::allocations const& all, std::string const& text,
                                                  folding const& fold) {
  auto waiting = all.proposals;
  std::erase_if(waiting, [](auto const& entry) { return entry.second.superseded || entry.second.notified; });
  if (!text.empty())
    return find_named(waiting, text, fold, [](auto const& one) { return std::optional(one.name.value); });
  std::vector<protocol::proposal_id> out;
  for (auto const& [id, one] : waiting) out.push_back(id);
  return out;
}

reason_code read_reason(std::string_view code) {
  auto const colon = code.find(':');
  if (colon == code.npos) return {std::string(code), ""};
  return {std::string(code.substr(0, colon)), std::string(code.substr(colon + 1))};
}

std::vector<protocol::application_id> who_makes_room(protocol::allocation_outcome const& in,
                                                     protocol::application_id const& application) {
  std::vector<protocol::application_id> out;
  for (auto const& [gone, enter] : in.if_cancels)
    if (std::ranges::find(enter, application) != enter.end()) out.push_back(gone);
  return out;
}

std::size_t place_in_waiting(protocol::allocation_outcome const& in, protocol::application_id const& application) {
  auto const at = std::ranges::find(in.waiting, application);
  return at == in.waiting.end() ? 0 : static_cast<std::size_t>(at - in.waiting.begin()) + 1;
}

}  // namespace dais::native
