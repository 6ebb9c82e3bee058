// `dais registration import`: a file of members, tried, sent, corrected and sent again.

#include <gmock/gmock.h>

#include "tests/integration/cli_stage.hpp"
#include "tests/support/files.hpp"

namespace dais::integration {
namespace {

using testing::HasSubstr;

struct registration_on_the_command_line : cli_stage {
  std::string const header = "delegation,name,category,language,email,function\n";

  /// A delegation for this test alone.
  std::string delegation() {
    auto const id = "d-" + std::to_string(++last);
    on->command(desk(), "registration.add_delegation",
                {{"details", {{"id", id}, {"name", {{"en", id}}}, {"category", "party"}}}});
    return id;
  }
  std::string file(std::string const& text) {
    support::write_file(folder / "members.csv", text);
    return (folder / "members.csv").string();
  }
  static json members(std::string const& delegation) { return state("delegation/" + delegation)["members"]; }
  /// The details by the member's name.
  static json by_name(std::string const& delegation) {
    json out = json::object();
    auto const all = members(delegation);
    for (auto const& [id, one] : all.items()) {
      auto const& now = one.contains("draft") ? one["draft"] : one["approved"];
      out[now["name"].get<std::string>()] = now;
      out[now["name"].get<std::string>()]["id"] = id;
    }
    return out;
  }
  static inline int last = 0;
};

TEST_F(registration_on_the_command_line, a_dry_run_says_what_would_happen_and_changes_nothing) {
  auto const to = delegation();
  auto const ana = someone("secretariat");
  auto const from = file(header + to + ",Ana,head,en,ana@example.org,Minister\n" + to + ",Ben,adviser,fr,,\n");
  auto const said = ana.run({"registration", "import", from, "--dry-run"});
  EXPECT_EQ(said.code, 0) << said.err;
  EXPECT_EQ(said.out, "Checked, nothing was sent. To add: 2. To change: 0. The same already: 0.\n");
  auto const dry = ana.ask({"registration", "import", from, "--dry-run"});
  EXPECT_EQ(dry["dry_run"], true);
  EXPECT_EQ(dry["add"], 2);
  EXPECT_EQ(dry["members"][1], (json{{"line", 3}, {"what", "add"}, {"name", "Ben"}, {"fields", json::array()}}));
  EXPECT_EQ(members(to).size(), 0U);
}

TEST_F(registration_on_the_command_line, everybody_in_a_file_is_registered_once_however_often_it_is_sent) {
  auto const to = delegation();
  auto const ana = someone("secretariat");
  auto const from = file(header + to + ",Ana,head,en,ana@example.org,Minister\n" + to + ",Ben,adviser,fr,,\n");
  EXPECT_EQ(ana.run({"registration", "import", from}).out, "Added: 2. Changed: 0. The same already: 0. Refused: 0.\n");
  auto const once = members(to);
  EXPECT_EQ(once.size(), 2U);
  EXPECT_EQ(by_name(to)["Ana"]["email"], "ana@example.org");
  auto const again = ana.ask({"registration", "import", from});
  EXPECT_EQ(again["same"], 2);
  EXPECT_EQ(again["problems"], json::array());
  EXPECT_EQ(members(to), once);
}

TEST_F(registration_on_the_command_line, a_corrected_row_changes_the_member_and_adds_nobody) {
  auto const to = delegation();
  auto const ana = someone("secretariat");
  ana.ask({"registration", "import",
           file("delegation,name,category,language,email,needs\n" + to + ",Ana,head,en,ana@example.org,A ramp\n" + to +
                ",Benn,adviser,fr,ben@example.org,\n" + to + ",Cy,adviser,fr,,\n")});
  auto const before = by_name(to);
  auto const corrected = file(header + to + ",Ana,head,en,,Minister\n" + to + ",Ben,adviser,fr,ben@example.org,\n" +
                              to + ",Cy,adviser,fr,cy@example.org,\n");
  auto const dry = ana.run({"registration", "import", corrected, "--dry-run"});
  EXPECT_EQ(dry.code, 0) << dry.err;
  EXPECT_THAT(dry.out, HasSubstr("Line 2: Ana is there already; this changes: function\n"));
  EXPECT_THAT(dry.out, HasSubstr("Line 3: Benn is there already; this changes: name\n"));
  EXPECT_THAT(dry.out, HasSubstr("Line 4: Cy is there already; this changes: email\n"));
  EXPECT_EQ(by_name(to), before);
  auto const sent = ana.ask({"registration", "import", corrected});
  EXPECT_EQ(sent["change"], 3);
  auto const after = by_name(to);
  EXPECT_EQ(after.size(), 3U);
  EXPECT_EQ(after["Ana"]["id"], before["Ana"]["id"]);
  EXPECT_EQ(after["Ana"]["function"], "Minister");
  EXPECT_EQ(after["Ana"]["needs"], "A ramp") << "what a file does not give stays";
  EXPECT_EQ(after["Ana"]["email"], "ana@example.org") << "an empty cell changes nothing";
  EXPECT_EQ(after["Ben"]["id"], before["Benn"]["id"]);
  EXPECT_EQ(after["Cy"]["email"], "cy@example.org");
  EXPECT_EQ(ana.ask({"registration", "import", corrected})["same"], 3);
}

TEST_F(registration_on_the_command_line, who_was_taken_out_is_added_again_by_the_same_file) {
  auto const to = delegation();
  auto const ana = someone("secretariat");
  auto const from = file(header + to + ",Ana,head,en,,\n");
  ana.ask({"registration", "import", from});
  auto const added = members(to);
  auto const member = added.begin();
  on->command(desk(), "registration.remove_member",
              {{"delegation", to}, {"member", member.key()}, {"version", (*member)["version"]}});
  ASSERT_EQ(members(to).size(), 0U);
  EXPECT_EQ(ana.ask({"registration", "import", from})["add"], 1);
  EXPECT_EQ(members(to).size(), 1U);
}

TEST_F(registration_on_the_command_line, a_file_with_a_mistake_is_not_sent_in_part) {
  auto const to = delegation();
  auto const ana = someone("secretariat");
  auto const wrong = file(header + to + ",Ana,head,en,,\n" + to + ",Ben,chief,fr,not-an-address,\n");
  auto const said = ana.run({"registration", "import", wrong});
  EXPECT_EQ(said.code, 1);
  EXPECT_THAT(said.err, HasSubstr("Line 3, category: "));
  EXPECT_THAT(said.err, HasSubstr("Line 3, email: "));
  EXPECT_EQ(said.out, "Nothing was sent. Mistakes: 2.\n");
  auto const unknown = file(header + to + ",Ana,head,en,,\n" + "atlantis,Ben,adviser,fr,,\n");
  for (std::string const how : {"--dry-run", "--json"}) {
    auto const got = ana.run({"registration", "import", unknown, how});
    EXPECT_EQ(got.code, 1) << how;
    EXPECT_THAT(got.out + got.err, HasSubstr("delegation")) << how;
  }
  EXPECT_EQ(members(to).size(), 0U);
  EXPECT_EQ(ana.run({"registration", "import", (folder / "nowhere.csv").string()}).code, 1);
}

TEST_F(registration_on_the_command_line, what_the_server_refuses_is_named_by_line_and_the_rest_is_registered) {
  auto const to = delegation();
  auto const from = file("delegation,name,category,language,fields.boat\n" + to + ",Ana,head,en,perhaps\n" + to +
                         ",Ben,adviser,en,yes\n");
  auto const got = someone("secretariat").run({"registration", "import", from});
  EXPECT_EQ(got.code, 1);
  EXPECT_THAT(got.err, HasSubstr("Line 2, fields.boat: "));
  EXPECT_EQ(got.out, "Added: 1. Changed: 0. The same already: 0. Refused: 1.\n");
  EXPECT_TRUE(by_name(to).contains("Ben"));
}

TEST_F(registration_on_the_command_line, a_focal_point_imports_its_own_delegation_and_no_other) {
  auto const focal = someone("focal_point");
  auto const own = header + on->delegation + ",Fay Upper,adviser,en,,\n";
  EXPECT_EQ(focal.ask({"registration", "import", file(own)})["add"], 1);
  EXPECT_EQ(focal.run({"registration", "import", file(own + on->other + ",Gus Lower,adviser,en,,\n")}).code, 3);
  EXPECT_EQ(stranger().run({"registration", "import", file(own), "--server", url()}).code, 3);
  EXPECT_FALSE(by_name(on->other).contains("Gus Lower"));
}

}  // namespace
}  // namespace dais::integration
