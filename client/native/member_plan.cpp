#include "client/native/member_plan.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "client/native/sha256.hpp"
#include "protocol/codec.hpp"
#include "protocol/merge_patch.hpp"

namespace dais::native {

using protocol::error_code;
using protocol::json;
using protocol::member_details;

namespace {

/// A member as the delegation has it, and the row that it was found to be.
struct known_member {
  protocol::member_id id;
  protocol::topics::member const* entry;
  member_details const& now;
  member_row const* row = nullptr;
};

/// The member's details with what the row gives; nothing where they cannot be (which the row's own check excludes).
std::optional<member_details> changed(member_details const& now, member_row const& row) {
  auto merged = protocol::encode(now);
  protocol::merge_apply(merged, row.given);
  auto read = protocol::decode<member_details>(merged);
  return read ? std::optional(std::move(*read)) : std::nullopt;
}

void collect_differences(json const& before, json const& after, std::string const& front,
                         std::vector<std::string>& out) {
  auto keys = before;
  keys.update(after);
  for (auto const& [key, ignored] : keys.items()) {
    auto const was = before.value(key, json());
    auto const is = after.value(key, json());
    if (was == is) continue;
    if (is.is_object())
      collect_differences(was.is_object() ? was : json::object(), is, key + '.', out);
    else
      out.push_back(front + key);
  }
}

/// The rows of one delegation, and its members.
class matching {
public:
  matching(protocol::topics::delegation const& delegation, std::vector<member_row const*> rows)
      : x_rows(std::move(rows)) {
    for (auto const& [id, entry] : delegation.members)
      if (auto const& now = entry.draft ? entry.draft : entry.approved; now && !entry.erased)
        x_members.push_back({id, &entry, *now});
    take_where(true, [](auto const& row, auto const& one) { return has_name(row, one) && says_the_same(row, one); });
    take_where(false, [](auto const& row, auto const& one) { return has_name(row, one) && has_email(row, one); });
    take_where(false, has_name);
    for (auto const* row : x_rows)
      if (!member_of(*row) && std::ranges::any_of(x_members, [&](auto const& one) { return is_open(*row, one); }))
        x_unclear.push_back(row);
    take_where(false, has_email);
  }

  known_member const* member_of(member_row const& row) const {
    auto const found = std::ranges::find(x_members, &row, &known_member::row);
    return found == x_members.end() ? nullptr : &*found;
  }
  bool is_unclear(member_row const& row) const { return std::ranges::find(x_unclear, &row) != x_unclear.end(); }

private:
  using likeness = std::function<bool(member_row const&, known_member const&)>;

  static bool has_name(member_row const& row, known_member const& one) {
    return row.member.details.name == one.now.name;
  }
  static bool has_email(member_row const& row, known_member const& one) {
    return row.member.details.email && row.member.details.email == one.now.email;
  }
  static bool says_the_same(member_row const& row, known_member const& one) { return changed(one.now, row) == one.now; }
  static bool is_open(member_row const& row, known_member const& one) { return !one.row && has_name(row, one); }

  /// Gives each row that has no member yet the free one that is like it, if it is the only one and likes no other row;
  /// `any` takes the first.
  void take_where(bool any, likeness const& is_like) {
    for (auto const* row : x_rows) {
      if (member_of(*row) || is_unclear(*row)) continue;
      std::vector<known_member*> found;
      for (auto& one : x_members)
        if (!one.row && is_like(*row, one)) found.push_back(&one);
      if (found.empty() || (!any && (found.size() > 1 || rows_like(*found.front(), is_like) > 1))) continue;
      found.front()->row = row;
    }
  }
  std::size_t rows_like(known_member const& one, likeness const& is_like) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        x_rows, [&](auto const* row) { return !member_of(*row) && !is_unclear(*row) && is_like(*row, one); }));
  }

  std::vector<member_row const*> x_rows;
  std::vector<member_row const*> x_unclear;
  std::vector<known_member> x_members;
};

call request(char const* method, protocol::meeting_id const& meeting, json params, protocol::seq version) {
  auto const command = command_of(meeting, method, params, version);
  return {method, meeting, command, std::move(params)};
}

planned_member plan_one(member_row const& row, protocol::meeting_id const& meeting,
                        protocol::topics::delegation const& delegation, known_member const* known) {
  using step = planned_member::step;
  auto const& [delegation_id, details] = row.member;
  if (!known)
    return {step::add,
            row.line,
            details.name.value,
            {},
            request("registration.add_member", meeting, protocol::encode(row.member), delegation.version)};
  planned_member out{step::same, row.line, known->now.name.value, {}, {}};
  auto const wanted = changed(known->now, row).value_or(details);
  if (wanted == known->now && !known->entry->leaving) return out;
  out.what = step::change;
  collect_differences(protocol::encode(known->now), protocol::encode(wanted), "", out.fields);
  protocol::registration::change_member const change{delegation_id, known->id, known->entry->version, wanted};
  out.request = request("registration.change_member", meeting, protocol::encode(change), delegation.version);
  return out;
}

}  // namespace

member_plan plan_members(std::vector<member_row> const& rows, protocol::meeting_id const& meeting,
                         std::map<protocol::delegation_id, protocol::topics::delegation> const& delegations) {
  std::map<protocol::delegation_id, std::vector<member_row const*>> by_delegation;
  for (auto const& row : rows) by_delegation[row.member.delegation].push_back(&row);
  std::map<protocol::delegation_id, matching> matched;
  for (auto const& [id, of] : by_delegation)
    if (auto const found = delegations.find(id); found != delegations.end()) matched.try_emplace(id, found->second, of);
  member_plan out;
  for (auto const& row : rows) {
    auto const& id = row.member.delegation;
    auto const found = matched.find(id);
    if (found == matched.end()) {
      out.problems.push_back(
          {row.line, "delegation", {error_code::not_found, "", "There is no such delegation.", {{"name", id.value}}}});
    } else if (found->second.is_unclear(row)) {
      out.problems.push_back({row.line,
                              "name",
                              {error_code::already_there,
                               "",
                               "It is not clear which member this is: the name is there several times.",
                               {}}});
    } else {
      out.members.push_back(plan_one(row, meeting, delegations.at(id), found->second.member_of(row)));
    }
  }
  return out;
}

protocol::command_id command_of(protocol::meeting_id const& meeting, std::string_view method, json const& params,
                                protocol::seq version) {
  json const what{{"meeting", meeting.value}, {"method", method}, {"params", params}, {"version", version}};
  return {sha256_of(protocol::canonical(what)).hex()};
}

}  // namespace dais::native
