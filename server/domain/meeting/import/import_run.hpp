#pragma once
// One import on its way: the state as the file leaves it so far, and what was found.

#include <map>
#include <set>
#include <string>
#include <vector>

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include "server/domain/meeting/plan.hpp"
#include "server/domain/refusals.hpp"

namespace dais::domain {

/// The areas of the file go through it one after the other; each thing ends in exactly one of `accept`, `refuse` and
/// `leave`. Events are applied to a copy of the state at once, so that later things may name earlier ones.
class import_run {
public:
  import_run(meeting_state const* before, import_meeting const& command);

  protocol::meeting_file const& file() const { return x_command.file; }
  meeting_state const& state() const { return x_state; }
  bool is_new() const { return x_is_new; }

  /// The id of the item with this number, in the meeting or in the file before the thing at hand.
  protocol::item_id const* item(protocol::item_number const& number) const;
  void know(protocol::item_number const& number, protocol::item_id id);
  /// The ids of items named by number; what is not known is said in `found` under `path`.
  std::vector<protocol::item_id> items(std::vector<protocol::item_number> const& numbers, std::string const& path,
                                       problems& found) const;

  /// Whether `id` is the first of its `kind` in the file; else says at `path` that it is there twice.
  bool is_first(std::string const& kind, std::string const& id, std::string const& path, problems& found);

  void accept(protocol::meeting::change_kind kind, std::string path, std::string what, std::vector<std::string> fields,
              std::vector<meeting_event> events);
  void refuse(std::string const& what, problems found);
  void leave() { ++x_plan.unchanged; }

  protocol::meeting::plan const& plan() const { return x_plan; }
  std::vector<meeting_event> take_events() { return std::move(x_events); }
  /// Everything refused, each with its line in `values`.
  problems refused() const;

private:
  std::int64_t line_of(std::string path) const;

  import_meeting const& x_command;
  bool x_is_new;
  meeting_state x_state;
  protocol::meeting::plan x_plan;
  std::vector<meeting_event> x_events;
  std::map<protocol::item_number, protocol::item_id> x_items;
  std::set<std::pair<std::string, std::string>> x_seen;
};

/// The names of the members in which two structs differ.
template <class T>
std::vector<std::string> differences(T const& left, T const& right) {
  std::vector<std::string> out;
  boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>([&](auto member) {
    if (!(left.*member.pointer == right.*member.pointer)) out.emplace_back(member.name);
  });
  return out;
}

}  // namespace dais::domain
