// `dais sponsorship`: applications, allocations and their reasons, approvals, reports.

#include <gmock/gmock.h>

#include "tests/integration/cli_stage.hpp"

namespace dais::integration {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// Four people apply: the money is enough for Ana Núñez, by the reserve, and for Ben Okafor, not for Ana Lima too;
/// Gus Angler is of a delegation that pays for itself.
struct sponsorship_on_the_command_line : cli_stage {
  static void SetUpTestSuite() {
    cli_stage::SetUpTestSuite();
    set_terms("2099-01-01T00:00:00.000Z");
    nunez = apply("upper-sample", "Ana Núñez", "female");
    okafor = apply("lower-sample", "Ben Okafor", "male");
    lima = apply("delta", "Ana Lima", "undisclosed");
    angler = apply("fishers", "Gus Angler", "male");
  }

  static json policy() {
    auto const rule = [](char const* id, char const* label, json who) {
      return json{{"id", id}, {"label", {{"en", label}}}, {"who", std::move(who)}};
    };
    auto far = rule("far", "Far away", {{"far", 2}}), near = rule("near", "Not so near", {{"far", 1}});
    far["pts"] = 10;
    near["pts"] = 5;
    auto women = rule("women", "Women", {{"gender", "F"}});
    women["kind"] = "count";
    women["value"] = 1;
    return {{"contingency_bp", 0},
            {"rounds", true},
            {"precedence", "reserves"},
            {"release", "exhausted"},
            {"points", json::array({far, near})},
            {"state_cap", {{"usual", 2}, {"overrides", json::object()}}},
            {"reserves", json::array({women})},
            {"caps", json::array()},
            {"gates", json::array({rule("means", "Has no means of its own", {{"rich", false}})})}};
  }

  static void set_terms(std::string const& closes) {
    json delegations = json::array(), fares = json::array();
    for (auto const& [id, far] :
         {std::pair{"upper-sample", 0}, std::pair{"lower-sample", 2}, std::pair{"delta", 1}, std::pair{"fishers", 0}}) {
      delegations.push_back({{"delegation", id}, {"facts", {{"far", far}, {"rich", std::string("fishers") == id}}}});
      fares.push_back({{"delegation", id}, {"route", "road"}, {"amount", 100'000}});
    }
    json const terms{{"closes", closes},
                     {"answer_days", 14},
                     {"packages", json::array({{{"code", "all"}, {"name", {{"en", "Everything"}}}}})},
                     {"files", json::array()},
                     {"assessments", json::array()},
                     {"delegations", delegations},
                     {"labels", json::array()},
                     {"fares",
                      {{"fare_kind", "bus"},
                       {"companion_kind", "lodging"},
                       {"nights", 0},
                       {"routes", json::array({{{"id", "road"}, {"label", {{"en", "By road"}}}}})},
                       {"rates", json::array()},
                       {"fares", fares}}},
                     {"policy", policy()}};
    auto const version = state("sponsorship.terms@committee")["version"];
    on->command(desk(), "sponsorship.set_terms", {{"version", version}, {"terms", terms}});
  }

  static std::string apply(std::string const& delegation, std::string const& name, std::string const& gender) {
    json const member{{"name", name},     {"title", ""},      {"function", ""},          {"category", "adviser"},
                      {"gender", gender}, {"language", "en"}, {"fields", json::object()}};
    auto const id = on->command(desk(), "registration.add_member", {{"delegation", delegation}, {"details", member}});
    json const details{{"extent", "whole"}, {"reason", "No budget."}, {"survivor", false}, {"companion", false}};
    return on
        ->command(desk(), "sponsorship.apply",
                  {{"delegation", delegation}, {"member", id["member"]}, {"details", details}})["application"]
        .get<std::string>();
  }

  static std::string save(std::string const& name, json const& amounts) {
    return on
        ->command(desk(), "sponsorship.save_scenario",
                  {{"version", 0}, {"name", name}, {"setup", {{"policy", policy()}, {"amounts", amounts}}}})["scenario"]
        .get<std::string>();
  }

  /// Draws the lots where they are not drawn, and proposes a new scenario of this name.
  static json propose(std::string const& name) {
    if (!state("sponsorship").contains("seed")) {
      set_terms("2020-01-01T00:00:00.000Z");
      on->command(desk(), "sponsorship.draw_seed", {{"source", "Lotto 3 9 17"}});
    }
    auto const scenario = save(name, json::object());
    auto const version = state("allocation@committee")["scenarios"][scenario]["version"];
    return on->command(desk(), "sponsorship.propose", {{"scenario", scenario}, {"version", version}});
  }

  static json proposal(json const& proposed) {
    return state("allocation@committee")["proposals"][text(proposed["proposal"])];
  }

  static std::string text(json const& value) { return value.get<std::string>(); }

  static inline std::string nunez, okafor, lima, angler;
};

TEST_F(sponsorship_on_the_command_line, the_list_says_what_each_application_costs_and_where_it_stands) {
  auto const ana = someone("committee");
  auto const got = ana.run({"sponsorship", "list"});
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_THAT(got.out, HasSubstr("Upper Sample – Ana Núñez (" + nunez +
                                 "): EUR\u00a01,000.00; file complete, on time; "
                                 "not decided\n"));
  EXPECT_LT(got.out.find("Lower Sample – Ben Okafor"), got.out.find("Upper Sample – Ana Núñez"));
  EXPECT_EQ(ana.ask({"sponsorship", "list"}), state("sponsorship@committee"));
}

TEST_F(sponsorship_on_the_command_line, a_run_says_who_has_a_seat_who_has_none_and_why) {
  auto const ana = someone("committee");
  auto const got = ana.run({"sponsorship", "scenario", "run"});
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_THAT(got.out, HasSubstr("The published policy. Seats: 2. Refused: 1. Not ranked: 1.\n"));
  EXPECT_THAT(got.out, HasSubstr("  1. Upper Sample – Ana Núñez: Everything, EUR\u00a01,000.00; reserve: Women\n"
                                 "  2. Lower Sample – Ben Okafor: Everything, EUR\u00a01,000.00; open turn\n"));
  EXPECT_THAT(got.out,
              HasSubstr("  Republic of the Delta – Ana Lima: short of EUR\u00a0500.00 in Travel fund (made up)\n"));
  EXPECT_THAT(got.out, HasSubstr("  Union of Fishers – Gus Angler: Has no means of its own\n"));
  EXPECT_THAT(got.out, HasSubstr("  Travel fund (made up): EUR\u00a02,500.00; paid EUR\u00a02,000.00, kept back "
                                 "EUR\u00a00.00, free EUR\u00a0500.00; lost EUR\u00a00.00\n"));
  EXPECT_THAT(got.out, HasSubstr("  Women: 1, of at least 1\n"));
  auto const outcome = ana.ask({"sponsorship", "scenario", "run"});
  EXPECT_EQ(outcome["granted"].size(), 2U);
  EXPECT_EQ(outcome["refused"][lima]["reason"], "FUNDS");
  EXPECT_EQ(outcome["hash"].get<std::string>().size(), 64U);
}

TEST_F(sponsorship_on_the_command_line, a_scenario_is_run_by_its_name_or_its_id_and_labelled_by_its_own_policy) {
  auto const id = save("Richer", {{"travel", 300'000}});
  save("Rich and slow", json::object());
  auto const ana = someone("committee");
  auto const listed = ana.run({"sponsorship", "scenario", "list"});
  EXPECT_EQ(listed.code, 0) << listed.err;
  EXPECT_THAT(listed.out, HasSubstr("Richer (" + id + "), changed on "));
  EXPECT_EQ(ana.ask({"sponsorship", "scenario", "list"}), state("allocation@committee"));
  for (auto const& named : {id, std::string("richer"), std::string("ICHER")}) {
    auto const got = ana.run({"sponsorship", "scenario", "run", named});
    EXPECT_EQ(got.code, 0) << got.err;
    EXPECT_THAT(got.out, HasSubstr("Richer. Seats: 3. Refused: 0. Not ranked: 1.\n")) << named;
  }
  auto const several = ana.run({"sponsorship", "scenario", "run", "rich"});
  EXPECT_EQ(several.code, 2);
  EXPECT_THAT(several.err, AllOf(HasSubstr(id + "  Richer"), HasSubstr("Rich and slow")));
  auto const none = ana.run({"sponsorship", "scenario", "run", "poorer", "--json"});
  EXPECT_EQ(none.code, 1);
  EXPECT_EQ(json::parse(none.err)["error"]["code"], "not_found");
}

TEST_F(sponsorship_on_the_command_line, somebody_refused_is_told_the_smallest_changes) {
  auto const ana = someone("committee");
  for (auto const& named : {lima, std::string("ana lima"), std::string("LIMA")}) {
    auto const got = ana.run({"sponsorship", "explain", named});
    EXPECT_EQ(got.code, 0) << got.err;
    EXPECT_THAT(got.out, StartsWith("Republic of the Delta – Ana Lima has no seat: short of EUR\u00a0500.00 in Travel "
                                    "fund (made up). Seats given before: 2.\nPoints: 5 (Not so near).\n"));
    EXPECT_THAT(got.out, HasSubstr("  EUR\u00a0500.00 more in Travel fund (made up)\n"));
    EXPECT_THAT(got.out, HasSubstr("  costs lower by EUR\u00a0500.00 (Everything)\n"));
    EXPECT_THAT(got.out, HasSubstr(" points more\n"));
    EXPECT_THAT(got.out, HasSubstr("Place on the waiting list: 1.\n"));
    EXPECT_THAT(got.out, HasSubstr("Has a seat if one of these cancels: "));
  }
  auto const why = ana.ask({"sponsorship", "explain", "Lima"});
  EXPECT_EQ(why["application"], lima);
  EXPECT_EQ(why["refused"]["reason"], "FUNDS");
  EXPECT_EQ(why["changes"]["top_up"]["travel"], 50'000);
}

TEST_F(sponsorship_on_the_command_line, somebody_with_a_seat_or_without_a_rank_is_told_so) {
  auto const ana = someone("committee");
  auto const granted = ana.run({"sponsorship", "explain", "nunez"});
  EXPECT_EQ(granted.code, 0) << granted.err;
  EXPECT_THAT(granted.out, HasSubstr("Ana Núñez has seat 1: Everything, EUR\u00a01,000.00; reserve: Women.\n"));
  EXPECT_THAT(ana.run({"sponsorship", "explain", "angler"}).out,
              HasSubstr("Gus Angler was not ranked, because this was not met: Has no means of its own.\n"));
  auto const id = save("For Lima", {{"travel", 350'000}});
  EXPECT_THAT(ana.run({"sponsorship", "explain", "lima", "--scenario", id}).out, HasSubstr("Ana Lima has seat 3"));
  EXPECT_EQ(ana.ask({"sponsorship", "explain", "lima", "--scenario", "for lima"})["granted"]["seat"], 3);
}

TEST_F(sponsorship_on_the_command_line, a_name_that_two_people_have_is_answered_with_both) {
  auto const ana = someone("committee");
  auto const got = ana.run({"sponsorship", "explain", "ana"});
  EXPECT_EQ(got.code, 2);
  EXPECT_EQ(got.out, "");
  EXPECT_THAT(got.err, AllOf(HasSubstr(nunez + "  Upper Sample – Ana Núñez"),
                             HasSubstr(lima + "  Republic of the Delta – Ana Lima"), Not(HasSubstr("Okafor"))));
  auto const nobody = ana.run({"sponsorship", "explain", "Zoe"});
  EXPECT_EQ(nobody.code, 1);
  EXPECT_THAT(nobody.err, HasSubstr("Zoe"));
  EXPECT_EQ(ana.run({"sponsorship", "explain"}).code, 2);
}

/// With a server of their own: lots are drawn once, after applications have closed.
struct sponsorship_approvals : sponsorship_on_the_command_line {};

TEST_F(sponsorship_approvals, a_proposal_is_approved_only_over_its_own_hash) {
  auto const ana = someone("committee");
  auto const proposed = propose("Spring");
  auto const id = text(proposed["proposal"]), hash = text(proposed["hash"]);
  auto const unasked = ana.run({"sponsorship", "approve"}, hash + "\n");
  EXPECT_EQ(unasked.code, 2) << "nobody looks at this stdin, and it is not asked for";
  EXPECT_THAT(unasked.out, AllOf(HasSubstr("Spring (" + id + "). Seats: 2. Without a seat: 2.\n"), HasSubstr(hash),
                                 HasSubstr("Nobody has approved it yet.\n")));
  EXPECT_EQ(ana.run({"sponsorship", "approve", id, "--hash", std::string(64, '0')}).code, 5);
  EXPECT_EQ(ana.run({"sponsorship", "approve", id, "--hash", hash.substr(0, 8)}).code, 5);
  EXPECT_TRUE(proposal(proposed)["approvals"].empty());
  EXPECT_EQ(ana.ask({"sponsorship", "approve", "spring", "--hash", hash}), (json{{"proposal", id}, {"hash", hash}}));
  EXPECT_EQ(proposal(proposed)["approvals"].size(), 1U);
  auto const again = ana.run({"sponsorship", "approve", "--hash", hash});
  EXPECT_EQ(again.code, 5);
  EXPECT_THAT(again.out, HasSubstr("Approved by "));
  EXPECT_EQ(proposal(proposed)["approvals"].size(), 1U);
  auto const replaced = ana.run({"sponsorship", "approve", "winter", "--hash", hash});
  EXPECT_EQ(replaced.code, 1);
}

TEST_F(sponsorship_approvals, a_proposal_that_was_replaced_is_not_approved) {
  auto const first = propose("First");
  auto const second = propose("Second");
  auto const ana = someone("committee");
  EXPECT_EQ(ana.run({"sponsorship", "approve", text(first["proposal"]), "--hash", text(first["hash"])}).code, 1);
  EXPECT_EQ(ana.run({"sponsorship", "approve", "--hash", text(second["hash"])}).code, 0);
  EXPECT_TRUE(proposal(first)["approvals"].empty());
}

TEST_F(sponsorship_on_the_command_line, nobody_else_sees_or_does_any_of_it) {
  std::vector<std::vector<std::string>> const every{{"list"},
                                                    {"scenario", "list"},
                                                    {"scenario", "run"},
                                                    {"explain", "Okafor"},
                                                    {"approve", "--hash", std::string(64, '0')},
                                                    {"report", "donors"},
                                                    {"report", "meeting"},
                                                    {"report", "audit"}};
  for (std::string const role : {"focal_point", "delegate", "president"}) {
    auto const other = someone(role);
    for (auto words : every) {
      words.insert(words.begin(), "sponsorship");
      auto const got = other.run(words);
      EXPECT_EQ(got.code, 3) << role << " " << words[1] << got.out;
      EXPECT_THAT(got.out + got.err, Not(HasSubstr("Okafor"))) << role << " " << words[1];
    }
  }
  EXPECT_EQ(stranger().run({"sponsorship", "list", "--server", url()}).code, 3);
}

/// With a server of their own: who is notified stays so.
struct sponsorship_reports : sponsorship_on_the_command_line {};

TEST_F(sponsorship_reports, awards_are_listed_and_reported_in_every_format) {
  auto const ana = someone("committee");
  auto const proposed = propose("For the reports");
  for (auto const& by :
       {desk(), on->sign_in_as_new({{{"role", "committee"}, {"meeting", on->meeting}}}, "two@example.org")})
    on->command(by, "sponsorship.approve", proposed);
  on->command(desk(), "sponsorship.notify", {{"proposal", proposed["proposal"]}});
  EXPECT_THAT(ana.run({"sponsorship", "list"}).out, HasSubstr("; awarded, to be answered by "));
  for (std::string const kind : {"donors", "meeting", "audit"}) {
    EXPECT_THAT(ana.run({"sponsorship", "report", kind}).out, StartsWith("%PDF-")) << kind;
    EXPECT_THAT(ana.run({"sponsorship", "report", kind, "--format", "xlsx"}).out, StartsWith("PK")) << kind;
    EXPECT_TRUE(json::accept(ana.run({"sponsorship", "report", kind, "--format", "json"}).out)) << kind;
  }
  auto const file = (folder / "donors.pdf").string();
  EXPECT_EQ(ana.ask({"sponsorship", "report", "donors", "-o", file, "--lang", "fr"})["file"], file);
  EXPECT_GT(std::filesystem::file_size(file), 1'000U);
  EXPECT_EQ(ana.run({"sponsorship", "report", "gossip"}).code, 2);
  EXPECT_EQ(ana.run({"sponsorship", "report", "donors", "--format", "csv"}).code, 2);
}

}  // namespace
}  // namespace dais::integration
