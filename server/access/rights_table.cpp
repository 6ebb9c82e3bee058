#include "server/access/rights_table.hpp"

#include <algorithm>
#include <iterator>

namespace dais::access {

namespace {

using protocol::role;

// In words: everybody; whoever is signed in, about their own account; the secretariat; those who lead the debate; those
// who register a delegation; those who take part; those who decide about sponsorship; those whom an application is
// about; those whom a notice may name.
constexpr right everybody[] = {{role::public_reader}};
constexpr right account_holders[] = {{role::public_reader, reach::own_account}};
constexpr right secretariat[] = {{role::secretariat}};
constexpr right chair[] = {{role::secretariat}, {role::president}};
constexpr right own_desk[] = {{role::secretariat}, {role::focal_point, reach::own_delegation}};
constexpr right own_application[] = {{role::secretariat}, {role::delegate, reach::own_member}};
// Likewise with their focal points and the committee.
constexpr right concerned[] = {{role::secretariat},
                               {role::committee},
                               {role::focal_point, reach::own_delegation},
                               {role::delegate, reach::own_member}};
constexpr right participants[] = {{role::secretariat}, {role::president}, {role::focal_point}, {role::delegate}};
constexpr right committee[] = {{role::secretariat}, {role::committee}};
constexpr right own_category[] = {
    {role::secretariat}, {role::focal_point, reach::own_category}, {role::delegate, reach::own_category}};
constexpr right own_delegation[] = {
    {role::secretariat}, {role::focal_point, reach::own_delegation}, {role::delegate, reach::own_delegation}};

constexpr row table[] = {
    {subject_kind::method, "meeting.preview", secretariat},
    {subject_kind::method, "meeting.import", secretariat},

    {subject_kind::method, "registration.add_delegation", secretariat},
    {subject_kind::method, "registration.change_delegation", secretariat},
    {subject_kind::method, "registration.add_member", own_desk},
    {subject_kind::method, "registration.change_member", own_desk},
    {subject_kind::method, "registration.remove_member", own_desk},
    {subject_kind::method, "registration.submit", own_desk},
    {subject_kind::method, "registration.approve", secretariat},
    {subject_kind::method, "registration.return", secretariat},

    {subject_kind::method, "agenda.open", chair},
    {subject_kind::method, "agenda.suspend", chair},
    {subject_kind::method, "agenda.close", chair},
    {subject_kind::method, "agenda.add", chair},
    {subject_kind::method, "agenda.change", chair},
    {subject_kind::method, "agenda.move", chair},
    {subject_kind::method, "agenda.remove", chair},
    {subject_kind::method, "programme.add", secretariat},
    {subject_kind::method, "programme.change", secretariat},
    {subject_kind::method, "programme.remove", secretariat},

    {subject_kind::method, "documents.create", secretariat},
    {subject_kind::method, "documents.change", secretariat},
    {subject_kind::method, "documents.attach", secretariat},
    {subject_kind::method, "documents.detach", secretariat},
    {subject_kind::method, "documents.publish", secretariat},
    {subject_kind::method, "documents.withdraw", secretariat},
    {subject_kind::method, "documents.revise", secretariat},

    {subject_kind::method, "sponsorship.apply", own_desk},
    {subject_kind::method, "sponsorship.change", own_desk},
    {subject_kind::method, "sponsorship.withdraw", own_desk},
    {subject_kind::method, "sponsorship.attach_file", own_desk},
    {subject_kind::method, "sponsorship.detach_file", own_desk},
    {subject_kind::method, "sponsorship.answer_award", own_desk},
    {subject_kind::method, "sponsorship.assess", secretariat},
    {subject_kind::method, "sponsorship.set_costs", secretariat},
    {subject_kind::method, "sponsorship.put_fund", secretariat},
    {subject_kind::method, "sponsorship.remove_fund", secretariat},
    {subject_kind::method, "sponsorship.set_terms", committee},
    {subject_kind::method, "sponsorship.draw_seed", committee},
    {subject_kind::method, "sponsorship.simulate", committee},
    {subject_kind::method, "sponsorship.explain", committee},
    {subject_kind::method, "sponsorship.committee", committee},
    {subject_kind::method, "sponsorship.save_scenario", committee},
    {subject_kind::method, "sponsorship.remove_scenario", committee},
    {subject_kind::method, "sponsorship.release_money", committee},
    {subject_kind::method, "sponsorship.propose", committee},
    {subject_kind::method, "sponsorship.approve", committee},
    {subject_kind::method, "sponsorship.notify", secretariat},
    {subject_kind::method, "sponsorship.mark_sent", secretariat},
    {subject_kind::method, "sponsorship.send_letters", secretariat},
    {subject_kind::method, "sponsorship.cancel_award", secretariat},

    {subject_kind::method, "notices.post", secretariat},
    {subject_kind::method, "notices.withdraw", secretariat},

    {subject_kind::method, "people.forget", secretariat},
    {subject_kind::method, "people.forget_account", secretariat},
    {subject_kind::method, "accounts.add", secretariat},
    {subject_kind::method, "accounts.change", secretariat},
    {subject_kind::method, "accounts.close", secretariat},
    {subject_kind::method, "accounts.make_link", secretariat},
    {subject_kind::method, "accounts.set_password", account_holders},
    {subject_kind::method, "sessions.list", account_holders},
    {subject_kind::method, "sessions.revoke", account_holders},
    {subject_kind::method, "sessions.who_am_i", everybody},
    {subject_kind::method, "sessions.sign_in", everybody},

    {subject_kind::method, "subscribe", everybody},  // each topic is asked for by itself
    {subject_kind::method, "unsubscribe", everybody},
    {subject_kind::method, "hash", everybody},  // its topic is asked for by itself
    {subject_kind::method, "ping", everybody},

    {subject_kind::topic, "meetings", everybody},
    {subject_kind::topic, "accounts@secretariat", secretariat},
    {subject_kind::topic, "meeting", everybody},
    {subject_kind::topic, "agenda", everybody},
    {subject_kind::topic, "agenda.versions", everybody},
    {subject_kind::topic, "documents", everybody},
    {subject_kind::topic, "documents@participants", participants},
    {subject_kind::topic, "documents@secretariat", secretariat},
    {subject_kind::topic, "participants", participants},
    {subject_kind::topic, "participants/", participants},
    {subject_kind::topic, "delegation/", own_desk},
    {subject_kind::topic, "registrations@secretariat", secretariat},
    {subject_kind::topic, "sponsorship", everybody},
    {subject_kind::topic, "sponsorship.terms@committee", committee},
    {subject_kind::topic, "sponsorship@committee", committee},
    {subject_kind::topic, "sponsorship/", own_desk},
    {subject_kind::topic, "application/", own_application},
    {subject_kind::topic, "allocation@committee", committee},
    {subject_kind::topic, "allocation.trials@committee", committee},
    {subject_kind::topic, "notices", everybody},
    {subject_kind::topic, "notices/category/", own_category},
    {subject_kind::topic, "notices/delegation/", own_delegation},
    {subject_kind::topic, "notices@secretariat", secretariat},

    {subject_kind::content, "agenda", everybody},
    {subject_kind::content, "documents", everybody},  // those that the reader may read
    {subject_kind::content, "participants", participants},
    {subject_kind::content, "sponsorship-donors", committee},
    {subject_kind::content, "sponsorship-meeting", committee},
    {subject_kind::content, "sponsorship-audit", committee},

    {subject_kind::application, "files", concerned},
    {subject_kind::application, "letter", concerned},

    {subject_kind::audience, "everyone", everybody},
    {subject_kind::audience, "participants", participants},
    {subject_kind::audience, "secretariat", secretariat},
};

}  // namespace

std::span<row const> rights_table() { return table; }

row const* find_row(subject_kind kind, std::string_view name) {
  auto const found =
      std::ranges::find_if(table, [&](row const& each) { return each.kind == kind && each.name == name; });
  return found == std::end(table) ? nullptr : found;
}

}  // namespace dais::access
