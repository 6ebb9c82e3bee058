#include <map>
#include <string>
#include <type_traits>
#include <vector>

#include "server/catalogue/collation.hpp"
#include "server/catalogue/message.hpp"
#include "server/office/compose.hpp"

namespace dais::office {
namespace {

constexpr double gap = 14;

/// In the order of `key`; what is equal stays in the order given.
template <class T, class Key>
std::vector<T const*> sorted(std::vector<T> const& all, Key key) {
  std::multimap<std::invoke_result_t<Key, T const&>, T const*> order;
  for (auto const& one : all) order.emplace(key(one), &one);
  std::vector<T const*> out;
  for (auto const& [of, one] : order) out.push_back(one);
  return out;
}

std::string rank_words(press const& on, member_rank rank) {
  if (rank == member_rank::head) return on.word("participants.head");
  if (rank == member_rank::alternate) return on.word("participants.alternate");
  return {};
}

std::string name_of(participant const& one) {
  auto name = one.title.empty() ? one.name : one.title + " " + one.name;
  if (!one.original.empty() && one.original != one.name) name += "\n" + one.original;
  return name;
}

void add_member(press& on, participant const& one, bool keep_with_next) {
  auto const width = (on.measure() - gap) / 2;
  auto const& style = one.rank == member_rank::head ? styles::strong : styles::body;
  auto const rank = rank_words(on, one.rank);
  std::vector<cell> cells{{on.type.set(name_of(one), style, width), 0, width, "TH"}};
  auto function = one.function;
  if (!rank.empty()) function = function.empty() ? rank : rank + "\n" + function;
  cells.push_back({on.type.set(function, styles::body, width), width + gap, width, "TD"});
  on.text.add({.cells = std::move(cells), .below = 6, .keep_with_next = keep_with_next, .row_tag = "TR"});
}

void add_delegation(press& on, delegation const& one) {
  on.add_heading(one.name, false);
  auto const again = catalogue::format(on.type.language(), "paper.continued", {{"name", one.name}});
  on.text.repeat_on_top(
      {{.cells = {{on.type.set(again, styles::subheading, on.measure()), 0, on.measure()}}, .below = 6}});
  on.text.open("Table");
  auto const members = sorted(one.members, [](participant const& member) { return member.rank; });
  for (std::size_t at = 0; at < members.size(); ++at) add_member(on, *members[at], at == 0 && members.size() > 1);
  on.text.close();
  if (members.empty()) {
    auto style = styles::body;
    style.colour = muted;
    on.add_paragraph(on.word("participants.none_listed"), style);
  }
  on.text.repeat_on_top({});
}

std::string count(press const& on, char const* what, std::size_t number) {
  return catalogue::format(on.type.language(), what, {{"count", number}});
}

}  // namespace

press compose(participants_paper const& paper) {
  std::size_t delegations = 0, people = 0;
  for (auto const& group : paper.groups) {
    delegations += group.delegations.size();
    for (auto const& one : group.delegations) people += one.members.size();
  }
  press on(paper.head, catalogue::format(paper.head.language, "paper.participants.title"));
  on.add_title(count(on, "paper.participants.delegations", delegations) + " · " +
               count(on, "paper.participants.people", people));
  if (delegations == 0) on.add_paragraph(on.word("participants.empty"));
  for (auto const& group : paper.groups) {
    if (group.delegations.empty()) continue;
    on.add_heading(group.title);
    for (auto const* one : sorted(
             group.delegations, [&](delegation const& d) { return catalogue::sort_key(paper.head.language, d.name); }))
      add_delegation(on, *one);
  }
  return on;
}

}  // namespace dais::office
