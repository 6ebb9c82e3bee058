#pragma once
// Who may do what, written out: the whole of it, in no way made from the table that the server uses.

#include <string_view>

namespace dais::access {

enum class kind { call, follow, export_, read };

/// What is asked for in meeting m1. `of` is the delegation or category that it belongs to. In `outcomes` a column for
/// each of: the public (p), an account without roles (a), the secretariat of all meetings (S), of m1 (s), of another
/// meeting (o), the president (P), the committee (C), France's focal point (f), a delegate of France (d), a display
/// (D); + allowed, . forbidden, s sign in first.
struct expectation {
  kind what;
  std::string_view subject;
  std::string_view of;
  std::string_view outcomes;
};

// clang-format off
inline constexpr expectation expected_rights[] = {
    //                                                       p a S s o P C f d D
    {kind::call, "meeting.preview",                 "",          "s . + . . . . . . ."},
    {kind::call, "meeting.import",                  "",          "s . + + . . . . . ."},
    {kind::call, "registration.add_delegation",     "",          "s . + + . . . . . ."},
    {kind::call, "registration.change_delegation",  "",          "s . + + . . . . . ."},
    {kind::call, "registration.approve",            "",          "s . + + . . . . . ."},
    {kind::call, "registration.return",             "",          "s . + + . . . . . ."},
    {kind::call, "registration.add_member",         "FRA",       "s . + + . . . + . ."},
    {kind::call, "registration.add_member",         "LAO",       "s . + + . . . . . ."},
    {kind::call, "registration.change_member",      "FRA",       "s . + + . . . + . ."},
    {kind::call, "registration.change_member",      "LAO",       "s . + + . . . . . ."},
    {kind::call, "registration.remove_member",      "FRA",       "s . + + . . . + . ."},
    {kind::call, "registration.remove_member",      "LAO",       "s . + + . . . . . ."},
    {kind::call, "registration.submit",             "FRA",       "s . + + . . . + . ."},
    {kind::call, "registration.submit",             "LAO",       "s . + + . . . . . ."},
    {kind::call, "agenda.open",                     "",          "s . + + . + . . . ."},
    {kind::call, "agenda.suspend",                  "",          "s . + + . + . . . ."},
    {kind::call, "agenda.close",                    "",          "s . + + . + . . . ."},
    {kind::call, "agenda.add",                      "",          "s . + + . + . . . ."},
    {kind::call, "agenda.change",                   "",          "s . + + . + . . . ."},
    {kind::call, "agenda.move",                     "",          "s . + + . + . . . ."},
    {kind::call, "agenda.remove",                   "",          "s . + + . + . . . ."},
    {kind::call, "programme.add",                   "",          "s . + + . . . . . ."},
    {kind::call, "programme.change",                "",          "s . + + . . . . . ."},
    {kind::call, "programme.remove",                "",          "s . + + . . . . . ."},
    {kind::call, "documents.create",                "",          "s . + + . . . . . ."},
    {kind::call, "documents.change",                "",          "s . + + . . . . . ."},
    {kind::call, "documents.attach",                "",          "s . + + . . . . . ."},
    {kind::call, "documents.detach",                "",          "s . + + . . . . . ."},
    {kind::call, "documents.publish",               "",          "s . + + . . . . . ."},
    {kind::call, "documents.withdraw",              "",          "s . + + . . . . . ."},
    {kind::call, "documents.revise",                "",          "s . + + . . . . . ."},
    {kind::call, "sponsorship.apply",               "FRA",       "s . + + . . . + . ."},
    {kind::call, "sponsorship.apply",               "LAO",       "s . + + . . . . . ."},
    {kind::call, "sponsorship.change",              "FRA",       "s . + + . . . + . ."},
    {kind::call, "sponsorship.change",              "LAO",       "s . + + . . . . . ."},
    {kind::call, "sponsorship.withdraw",            "FRA",       "s . + + . . . + . ."},
    {kind::call, "sponsorship.withdraw",            "LAO",       "s . + + . . . . . ."},
    {kind::call, "sponsorship.set_costs",           "",          "s . + + . . . . . ."},
    {kind::call, "sponsorship.put_fund",            "",          "s . + + . . . . . ."},
    {kind::call, "sponsorship.remove_fund",         "",          "s . + + . . . . . ."},
    {kind::call, "notices.post",                    "",          "s . + + . . . . . ."},
    {kind::call, "notices.withdraw",                "",          "s . + + . . . . . ."},
    {kind::call, "people.forget",                   "",          "s . + + . . . . . ."},
    {kind::call, "people.forget_account",           "",          "s . + . . . . . . ."},
    {kind::call, "accounts.add",                    "",          "s . + . . . . . . ."},
    {kind::call, "accounts.change",                 "",          "s . + . . . . . . ."},
    {kind::call, "accounts.close",                  "",          "s . + . . . . . . ."},
    {kind::call, "accounts.make_link",              "",          "s . + . . . . . . ."},
    {kind::call, "accounts.set_password",           "",          "s + + + + + + + + +"},
    {kind::call, "sessions.list",                   "",          "s + + + + + + + + +"},
    {kind::call, "sessions.revoke",                 "",          "s + + + + + + + + +"},
    {kind::call, "sessions.who_am_i",               "",          "+ + + + + + + + + +"},
    {kind::call, "sessions.sign_in",                "",          "+ + + + + + + + + +"},
    {kind::call, "subscribe",                       "",          "+ + + + + + + + + +"},
    {kind::call, "unsubscribe",                     "",          "+ + + + + + + + + +"},
    {kind::call, "hash",                            "",          "+ + + + + + + + + +"},
    {kind::call, "ping",                            "",          "+ + + + + + + + + +"},
    {kind::follow, "meetings",                        "",          "+ + + + + + + + + +"},
    {kind::follow, "accounts@secretariat",            "",          "s . + . . . . . . ."},
    {kind::follow, "meeting",                         "",          "+ + + + + + + + + +"},
    {kind::follow, "agenda",                          "",          "+ + + + + + + + + +"},
    {kind::follow, "agenda.versions",                 "",          "+ + + + + + + + + +"},
    {kind::follow, "documents",                       "",          "+ + + + + + + + + +"},
    {kind::follow, "documents@participants",          "",          "s . + + . + . + + ."},
    {kind::follow, "documents@secretariat",           "",          "s . + + . . . . . ."},
    {kind::follow, "participants",                    "",          "s . + + . + . + + ."},
    {kind::follow, "participants/",                   "FRA",       "s . + + . + . + + ."},
    {kind::follow, "participants/",                   "LAO",       "s . + + . + . + + ."},
    {kind::follow, "delegation/",                     "FRA",       "s . + + . . . + . ."},
    {kind::follow, "delegation/",                     "LAO",       "s . + + . . . . . ."},
    {kind::follow, "registrations@secretariat",       "",          "s . + + . . . . . ."},
    {kind::follow, "sponsorship@committee",           "",          "s . + + . . + . . ."},
    {kind::follow, "sponsorship/",                    "FRA",       "s . + + . . . + . ."},
    {kind::follow, "sponsorship/",                    "LAO",       "s . + + . . . . . ."},
    {kind::follow, "notices",                         "",          "+ + + + + + + + + +"},
    {kind::follow, "notices/category/",               "party",     "s . + + . . . + + ."},
    {kind::follow, "notices/category/",               "observer",  "s . + + . . . . . ."},
    {kind::follow, "notices/delegation/",             "FRA",       "s . + + . . . + + ."},
    {kind::follow, "notices/delegation/",             "LAO",       "s . + + . . . . . ."},
    {kind::follow, "notices@secretariat",             "",          "s . + + . . . . . ."},
    {kind::export_, "agenda",                          "",          "+ + + + + + + + + +"},
    {kind::export_, "documents",                       "",          "+ + + + + + + + + +"},
    {kind::export_, "participants",                    "",          "s . + + . + . + + ."},
    {kind::read, "everyone",                        "",          "+ + + + + + + + + +"},
    {kind::read, "participants",                    "",          "s . + + . + . + + ."},
    {kind::read, "secretariat",                     "",          "s . + + . . . . . ."},
};
// clang-format on

}  // namespace dais::access
