#include "server/access/rights.hpp"

#include <algorithm>
#include <string>

#include <boost/describe/enum_to_string.hpp>
#include <boost/mp11/algorithm.hpp>

#include "protocol/registry.hpp"
#include "server/access/rights_table.hpp"

namespace dais::access {

namespace {

using protocol::error_code;
using protocol::rejection;

/// What the right is asked for: where it is, and to whom it belongs.
struct object {
  bool of_organization = false;
  std::optional<protocol::meeting_id> meeting;
  std::optional<protocol::delegation_id> delegation;
  std::optional<protocol::member_id> member;
  std::optional<protocol::category_id> category;
  category_lookup category_of;
};

bool counts_here(protocol::role_grant const& grant, object const& what) {
  return !grant.meeting || (!what.of_organization && grant.meeting == what.meeting);
}

bool reaches(protocol::role_grant const& grant, reach far, object const& what) {
  switch (far) {
    case reach::any:
      return true;
    case reach::own_delegation:
      return grant.delegation && grant.delegation == what.delegation;
    case reach::own_member:
      return grant.member && grant.member == what.member;
    case reach::own_category:
      return grant.delegation && what.category && what.category_of &&
             what.category_of(*grant.delegation) == what.category;
    case reach::own_account:
      return false;
  }
  return false;
}

bool has(principal const& who, right const& wanted, object const& what) {
  if (wanted.role == protocol::role::public_reader) return wanted.reach == reach::any || who.account;
  return who.account && std::ranges::any_of(who.roles, [&](protocol::role_grant const& grant) {
           return grant.role == wanted.role && counts_here(grant, what) && reaches(grant, wanted.reach, what);
         });
}

std::optional<rejection> check(principal const& who, row const& subject, object const& what) {
  if (std::ranges::any_of(subject.rights, [&](right const& each) { return has(who, each, what); })) return {};
  if (!who.account) return rejection(error_code::signed_out, "", "Sign in to do this.");
  return rejection(error_code::forbidden, "", "Your role does not allow this. Ask the secretariat if it should.");
}

bool method_of_organization(std::string_view method) {
  bool found = false;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, protocol::methods>>([&](auto each) {
    using type = typename decltype(each)::type;
    if (type::info.name == method) found = type::info.scope == protocol::method_scope::organization;
  });
  return found;
}

struct named_topic {
  row const* subject = nullptr;
  std::string_view rest;  ///< of a member of a family, what follows the family's name
};

/// The row of a topic that the registry has at this scope.
named_topic find_topic(std::string_view topic, protocol::method_scope scope) {
  named_topic found;
  protocol::for_each_topic([&](auto const& each) {
    bool const family = each.name.ends_with('/');
    bool const matches = family ? topic.starts_with(each.name) && protocol::valid_id(topic.substr(each.name.size()))
                                : topic == each.name;
    if (each.scope == scope && matches)
      found = {find_row(subject_kind::topic, each.name), family ? topic.substr(each.name.size()) : std::string_view()};
  });
  return found;
}

}  // namespace

std::optional<rejection> may_call(principal const& who, std::string_view method,
                                  std::optional<protocol::meeting_id> const& meeting,
                                  std::optional<protocol::delegation_id> const& delegation) {
  auto const* const subject = find_row(subject_kind::method, method);
  if (!subject)
    return rejection(error_code::unknown_method, "",
                     "There is no method \"" + std::string(method.substr(0, 80)) + "\"; /openrpc.json lists them.");
  return check(who, *subject,
               {.of_organization = method_of_organization(method),
                .meeting = meeting,
                .delegation = delegation,
                .member = {},
                .category = {},
                .category_of = {}});
}

std::optional<rejection> may_follow(principal const& who, std::optional<protocol::meeting_id> const& meeting,
                                    std::string_view topic, category_lookup const& category_of) {
  auto const scope = meeting ? protocol::method_scope::meeting : protocol::method_scope::organization;
  auto const [subject, rest] = find_topic(topic, scope);
  if (!subject)
    return rejection(error_code::unknown_topic, "",
                     "There is no topic \"" + std::string(topic.substr(0, 80)) + "\" here.");
  object what{.of_organization = !meeting,
              .meeting = meeting,
              .delegation = {},
              .member = {},
              .category = {},
              .category_of = category_of};
  if (!rest.empty()) {
    what.delegation = protocol::delegation_id{std::string(rest)};
    what.member = protocol::member_id{std::string(rest)};
    what.category = protocol::category_id{std::string(rest)};
  }
  return check(who, *subject, what);
}

std::optional<rejection> may_export(principal const& who, protocol::meeting_id const& meeting,
                                    std::string_view content) {
  auto const* const subject = find_row(subject_kind::content, content);
  if (!subject)
    return rejection(error_code::not_found, "",
                     "There is no export \"" + std::string(content.substr(0, 80)) +
                         "\": ask for participants, agenda or documents.");
  return check(who, *subject,
               {.of_organization = false,
                .meeting = meeting,
                .delegation = {},
                .member = {},
                .category = {},
                .category_of = {}});
}

std::optional<rejection> may_read(principal const& who, protocol::meeting_id const& meeting,
                                  protocol::audience audience) {
  auto const* const subject = find_row(subject_kind::audience, boost::describe::enum_to_string(audience, ""));
  if (!subject) return rejection(error_code::forbidden, "", "Nobody may read this.");
  return check(who, *subject,
               {.of_organization = false,
                .meeting = meeting,
                .delegation = {},
                .member = {},
                .category = {},
                .category_of = {}});
}

std::optional<rejection> may_have(principal const& who, protocol::meeting_id const& meeting, std::string_view part,
                                  protocol::delegation_id const& delegation, protocol::member_id const& member) {
  auto const* const subject = find_row(subject_kind::application, part);
  if (!subject) return rejection(error_code::forbidden, "", "Nobody may have this.");
  return check(who, *subject,
               {.of_organization = false,
                .meeting = meeting,
                .delegation = delegation,
                .member = member,
                .category = {},
                .category_of = {}});
}

bool acts_for_organization(principal const& who) {
  return who.account && std::ranges::any_of(who.roles, [](protocol::role_grant const& grant) {
           return grant.role == protocol::role::secretariat && !grant.meeting;
         });
}

protocol::audience widest_audience(principal const& who, protocol::meeting_id const& meeting) {
  using enum protocol::audience;
  if (!may_read(who, meeting, secretariat)) return secretariat;
  if (!may_read(who, meeting, participants)) return participants;
  return everyone;
}

}  // namespace dais::access
