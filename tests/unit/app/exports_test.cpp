#include "server/app/exports.hpp"

#include "protocol/codec.hpp"
#include "protocol/topics/agenda.hpp"
#include "server/allocation_check/check.hpp"
#include "tests/support/files.hpp"
#include "tests/support/printed.hpp"
#include "tests/unit/app/sponsorship_pool.hpp"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dais::app::test {
namespace {

using protocol::error_code;
using protocol::json;
using ::testing::HasSubstr;

export_source source() {
  auto const facts = marked_pool();
  return {{{"meeting", protocol::encode(facts.meeting)},
           {"agenda", protocol::encode(protocol::topics::agenda{})},
           {"sponsorship", protocol::encode(facts.published)},
           {"sponsorship.terms@committee", protocol::encode(facts.terms)},
           {"sponsorship@committee", protocol::encode(facts.sponsorship)},
           {"allocation@committee", protocol::encode(facts.allocations)}},
          facts.now,
          {}};
}

std::string made(std::string const& file, export_source const& from = source(), std::string const& language = "") {
  auto const got = make_export(read_export(file, language).value(), from);
  return got ? got->bytes : got.error().problems.front().words;
}

TEST(exports, a_letter_is_named_by_its_application_and_is_paper_alone) {
  auto const what = read_export("letter-a-1.b.pdf", "");
  ASSERT_TRUE(what);
  EXPECT_EQ(what->content, "letter");
  EXPECT_EQ(what->application->value, "a-1.b");
  EXPECT_EQ(what->language.value, "");
  EXPECT_EQ(read_export("letter-a-1.json", "").error().code(), error_code::wrong_format);
  for (auto const* name : {"letter.pdf", "letter-.pdf", "letter-a b.pdf", "letter-a/b.pdf"})
    EXPECT_EQ(read_export(name, "").error().code(), error_code::not_found) << name;
}

TEST(exports, a_report_has_no_csv_and_a_list_has_all_formats) {
  for (auto const* format : {"pdf", "xlsx", "json"})
    for (auto const* name : {"sponsorship-donors", "sponsorship-meeting", "sponsorship-audit", "agenda"})
      EXPECT_TRUE(read_export(std::string(name) + "." + format, "")) << name << format;
  EXPECT_TRUE(read_export("agenda.csv", ""));
  EXPECT_EQ(read_export("sponsorship-donors.csv", "").error().code(), error_code::wrong_format);
  EXPECT_EQ(read_export("sponsorship.pdf", "").error().code(), error_code::not_found);
}

TEST(exports, a_proposal_is_named_by_an_id) {
  EXPECT_EQ(read_export("sponsorship-audit.pdf", "", "p-1")->proposal->value, "p-1");
  EXPECT_FALSE(read_export("sponsorship-audit.pdf", "")->proposal);
  EXPECT_EQ(read_export("sponsorship-audit.pdf", "", "no id").error().code(), error_code::wrong_format);
}

TEST(exports, a_report_is_made_in_each_format) {
  EXPECT_EQ(json::parse(made("sponsorship-meeting.json"))["schema"], "dais-sponsorship-meeting/1");
  EXPECT_EQ(json::parse(made("sponsorship-donors.json"))["schema"], "dais-sponsorship-donors/1");
  EXPECT_THAT(support::part_of(made("sponsorship-donors.xlsx"), "xl/sharedStrings.xml"), HasSubstr("ZQXONE"));
  EXPECT_THAT(support::pages_of(made("sponsorship-meeting.pdf")).front(), HasSubstr("Report on sponsorship"));
}

TEST(exports, a_letter_is_made_in_the_persons_language_and_one_that_is_not_there_is_not) {
  EXPECT_THAT(support::pages_of(made("letter-a-2.pdf")).front(), HasSubstr("Octroi d’un parrainage"));
  EXPECT_THAT(support::pages_of(made("letter-a-2.pdf", source(), "en")).front(), HasSubstr("Award of sponsorship"));
  EXPECT_EQ(made("letter-a-9.pdf"), no_such_letter().problems.front().words);
  EXPECT_EQ(made("letter-a-4.pdf"), no_such_letter().problems.front().words);
}

TEST(exports, an_audit_is_run_from_its_input_and_accepted_by_the_checker) {
  auto from = source();
  EXPECT_THAT(made("sponsorship-audit.json", from), HasSubstr("no such proposal"));
  from.allocation.emplace().input = json::parse(
      support::read_file(std::filesystem::path(DAIS_SOURCE_DIR) / "tests/support/allocation_examples/ex1.json"));
  auto const bundle = json::parse(made("sponsorship-audit.json", from));
  EXPECT_TRUE(allocation_check::check(bundle["input"], bundle["result"]).empty());
  EXPECT_THAT(support::pages_of(made("sponsorship-audit.pdf", from)).front(), HasSubstr("audit"));
}

TEST(exports, what_cannot_be_read_is_refused_and_not_reported_as_nothing) {
  auto from = source();
  from.topics["sponsorship@committee"]["applications"]["a-1"].erase("state");
  EXPECT_FALSE(make_export(read_export("sponsorship-meeting.json", "").value(), from));
}

TEST(exports, a_list_is_made_as_a_spreadsheet) {
  EXPECT_THAT(support::part_of(made("agenda.xlsx"), "xl/sharedStrings.xml"), HasSubstr("<t>title</t>"));
}

}  // namespace
}  // namespace dais::app::test
