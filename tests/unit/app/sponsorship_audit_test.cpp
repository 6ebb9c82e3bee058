#include "server/app/sponsorship_audit.hpp"

#include "server/allocation/allocate.hpp"
#include "server/allocation_check/check.hpp"
#include "tests/support/files.hpp"
#include "tests/support/printed.hpp"
#include "tests/unit/app/sponsorship_pool.hpp"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dais::app::test {
namespace {

using protocol::json;
using ::testing::HasSubstr;
using ::testing::Not;

protocol::proposal_id const final_one{"p-1"};

domain::allocation_run example(std::string const& name = "ex1") {
  auto const file = std::filesystem::path(DAIS_SOURCE_DIR) / "tests/support/allocation_examples" / (name + ".json");
  domain::allocation_run out;
  out.of.input = json::parse(support::read_file(file));
  out.result = allocation::allocate(out.of.input).value();
  return out;
}

TEST(audit_bundle, holds_the_run_as_it_was_and_who_approved_it) {
  auto const run = example();
  auto const out = audit_bundle(marked_pool(), final_one, run);
  EXPECT_EQ(out["schema"], audit_schema);
  EXPECT_EQ(out["meeting"], "m1");
  EXPECT_EQ(out["proposal"], "p-1");
  EXPECT_EQ(out["hash"], std::string(64, 'a'));
  EXPECT_EQ(out["seed_source"], "Lotto of 1 July: 3 9 17");
  EXPECT_EQ(out["approvals"].size(), 2U);
  EXPECT_EQ(out["approvals"][0]["by"], "u-1");
  EXPECT_EQ(out["release_reason"], nullptr);
  EXPECT_TRUE(allocation_check::check(out["input"], out["result"]).empty());
}

TEST(audit_bundle, names_no_person) {
  EXPECT_FALSE(audit_bundle(marked_pool(), final_one, example()).dump().contains("Nemo"));
}

TEST(audited_proposal, is_the_one_wanted_or_the_last_that_was_notified) {
  auto all = marked_pool().allocations;
  EXPECT_EQ(audited_proposal(all, std::nullopt), final_one);
  auto later = all.proposals.at(final_one);
  later.notified = *later.notified + std::chrono::hours{1};
  all.proposals[{"p-0"}] = later;
  later.notified.reset();
  all.proposals[{"p-9"}] = later;
  EXPECT_EQ(audited_proposal(all, std::nullopt)->value, "p-0");
  EXPECT_EQ(audited_proposal(all, protocol::proposal_id{"p-9"})->value, "p-9");
  EXPECT_FALSE(audited_proposal(all, protocol::proposal_id{"p-7"}));
  EXPECT_FALSE(audited_proposal({}, std::nullopt));
}

class audits : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(, audits, ::testing::Values("en", "fr", "es", "ru", "zh", "ar"),
                         [](auto const& of) { return of.param; });

TEST_P(audits, show_policy_hashes_seats_and_ledger_without_names) {
  auto const run = example();
  auto const report = audit_report(marked_pool(GetParam()), final_one, run);
  std::string text;
  for (auto const& page : support::pages_of(office::print(report).value())) text += page;
  text += support::part_of(office::xlsx(office::sheets_of(report)).value());
  EXPECT_THAT(text, HasSubstr(run.result.at("input_sha256").get<std::string>()));
  EXPECT_THAT(text, HasSubstr(std::string(64, 'a')));
  EXPECT_THAT(text, HasSubstr("Complete file"));
  for (auto const& each : run.result.at("granted")) EXPECT_THAT(text, HasSubstr(each.at("id").get<std::string>()));
  EXPECT_THAT(text, Not(HasSubstr("Nemo")));
  EXPECT_THAT(text, Not(HasSubstr("paper.")));
}

TEST(audit_report, tells_everybodys_outcome_of_each_example) {
  for (auto const* name : {"ex1", "ex2", "ex3"}) {
    auto const run = example(name);
    auto const tables = audit_report(marked_pool(), final_one, run).sections.back().tables;
    EXPECT_EQ(tables[0].rows.size(), run.result.at("granted").size()) << name;
    EXPECT_EQ(tables[1].rows.size(), run.result.at("refused").size()) << name;
    EXPECT_EQ(tables[2].rows.size(), run.result.at("gated").size()) << name;
    EXPECT_EQ(tables[3].rows.size(), run.result.at("ledger").size() + 1) << name;
  }
}

}  // namespace
}  // namespace dais::app::test
