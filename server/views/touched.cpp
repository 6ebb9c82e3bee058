// Which topics an event may have changed: an overload for each event, so that a new one does not compile without.

#include <concepts>
#include <string>
#include <variant>
#include <vector>

#include "server/views/meeting.hpp"

namespace dais::views {

namespace {

using namespace domain;
using names = std::vector<std::string>;

template <class Event, class... Events>
concept one_of = (std::same_as<Event, Events> || ...);

class finder {
public:
  explicit finder(meeting_state const& after) : x_after(after) {}

  names operator()(meeting_created const&) const {
    return of_categories({"meeting", "agenda", "agenda.versions", "documents", "documents@participants",
                          "documents@secretariat", "participants", "registrations@secretariat", "sponsorship@committee",
                          "notices", "notices@secretariat"});
  }

  /// What is missing in a delegation depends on the questions that the meeting asks.
  names operator()(meeting_changed const&) const {
    names all = of_categories({"meeting"});
    for (auto const& [id, each] : x_after.registration.delegations) all.push_back("delegation/" + id.value);
    return all;
  }

  template <one_of<item_opened, item_suspended, item_closed> Event>
  names operator()(Event const&) const {
    return {"agenda"};
  }
  template <
      one_of<item_added, item_changed, item_moved, item_removed, session_added, session_changed, session_removed> Event>
  names operator()(Event const&) const {
    return {"agenda", "agenda.versions"};
  }

  /// Readers do not see work on a draft.
  template <one_of<document_created, file_attached, file_detached, revision_started> Event>
  names operator()(Event const&) const {
    return {"documents@secretariat"};
  }
  template <one_of<document_changed, document_published, document_withdrawn> Event>
  names operator()(Event const&) const {
    return {"documents", "documents@participants", "documents@secretariat"};
  }

  names operator()(delegation_added const& event) const {
    auto const& id = event.details.id.value;
    return {"delegation/" + id, "participants/" + id, "sponsorship/" + id, "notices/delegation/" + id,
            "registrations@secretariat"};
  }
  names operator()(delegation_changed const& event) const {
    auto const& id = event.details.id;
    return with_applications(id, {"delegation/" + id.value, "participants", "registrations@secretariat"});
  }
  template <one_of<delegation_submitted, submission_withdrawn, delegation_returned> Event>
  names operator()(Event const& event) const {
    return {"delegation/" + event.delegation.value, "registrations@secretariat"};
  }
  /// Participants see approved entries only; the committee sees drafts of those who apply.
  template <one_of<domain::member_added, member_changed, member_restored, member_removed, member_leaving> Event>
  names operator()(Event const& event) const {
    return with_applications(event.delegation, {"delegation/" + event.delegation.value, "registrations@secretariat"});
  }
  names operator()(delegation_approved const& event) const {
    auto const& id = event.delegation.value;
    return with_applications(event.delegation,
                             {"delegation/" + id, "participants/" + id, "participants", "registrations@secretariat"});
  }

  template <one_of<application_received, application_changed, application_withdrawn, costs_entered> Event>
  names operator()(Event const& event) const {
    return {"sponsorship@committee", "sponsorship/" + event.delegation.value};
  }
  template <one_of<fund_put, fund_removed> Event>
  names operator()(Event const&) const {
    return {"sponsorship@committee"};
  }

  template <one_of<notice_posted, notice_withdrawn> Event>
  names operator()(Event const& event) const {
    auto const& [category, delegation] = event.to;
    return {"notices@secretariat", category     ? "notices/category/" + category->value
                                   : delegation ? "notices/delegation/" + delegation->value
                                                : "notices"};
  }

  names operator()(person_forgotten const& event) const {
    auto const& id = event.delegation.value;
    return {"delegation/" + id,  "participants/" + id,        "participants",
            "sponsorship/" + id, "registrations@secretariat", "sponsorship@committee"};
  }

private:
  names of_categories(names others) const {
    for (auto const& each : x_after.details.categories.items) others.push_back("notices/category/" + each.id.value);
    return others;
  }

  /// The committee's list shows the names of the delegation and of its entries, where one of its members applies.
  names with_applications(protocol::delegation_id const& delegation, names others) const {
    for (auto const& [id, each] : x_after.sponsorship.applications)
      if (each.delegation == delegation) {
        others.push_back("sponsorship@committee");
        break;
      }
    return others;
  }

  meeting_state const& x_after;
};

}  // namespace

std::vector<std::string> touched(meeting_state const& after, meeting_event const& event) {
  return std::visit(finder(after), event);
}

}  // namespace dais::views
