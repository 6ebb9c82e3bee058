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
                          "documents@secretariat", "participants", "registrations@secretariat", "sponsorship",
                          "sponsorship.terms@committee", "sponsorship@committee", "allocation@committee",
                          "allocation.trials@committee", "notices", "notices@secretariat"});
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
  names operator()(domain::member_added const& event) const {
    return with_applications(event.delegation, {"delegation/" + event.delegation.value, "registrations@secretariat",
                                                "application/" + event.member.value});
  }
  /// Participants see approved entries only; the committee sees drafts of those who apply.
  template <one_of<member_changed, member_restored, member_removed, member_leaving> Event>
  names operator()(Event const& event) const {
    return with_applications(event.delegation, {"delegation/" + event.delegation.value, "registrations@secretariat"});
  }
  names operator()(delegation_approved const& event) const {
    auto const& id = event.delegation.value;
    return with_applications(event.delegation,
                             {"delegation/" + id, "participants/" + id, "participants", "registrations@secretariat"});
  }

  template <one_of<application_received, application_changed, application_withdrawn, application_file_attached,
                   application_file_detached, application_assessed, costs_entered, award_given, refusal_told,
                   letter_sent, award_answered, award_cancelled>
                Event>
  names operator()(Event const& event) const {
    names all{"sponsorship@committee", "sponsorship/" + event.delegation.value};
    if (auto const found = x_after.sponsorship.applications.find(event.application);
        found != x_after.sponsorship.applications.end())
      all.push_back("application/" + found->second.member.value);
    return all;
  }
  template <one_of<fund_put, fund_removed> Event>
  names operator()(Event const&) const {
    return {"sponsorship@committee"};
  }

  /// What is missing, what it costs and whether it came in time depends on the terms.
  names operator()(terms_set const&) const {
    names all{"sponsorship", "sponsorship.terms@committee", "sponsorship@committee"};
    for (auto const& [id, each] : x_after.sponsorship.applications) {
      all.push_back("sponsorship/" + each.delegation.value);
      all.push_back("application/" + each.member.value);
    }
    return all;
  }
  names operator()(lots_drawn const&) const { return {"sponsorship"}; }
  names operator()(allocation_tried const&) const { return {"allocation.trials@committee"}; }
  names operator()(applicant_frozen const&) const { return {}; }
  template <one_of<scenario_saved, scenario_removed, held_money_released, allocation_proposed, allocation_approved,
                   allocation_notified>
                Event>
  names operator()(Event const&) const {
    return {"allocation@committee"};
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
    return {"delegation/" + id,
            "participants/" + id,
            "participants",
            "sponsorship/" + id,
            "registrations@secretariat",
            "sponsorship@committee",
            "application/" + event.person.value};
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
