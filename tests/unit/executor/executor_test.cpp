#include "server/executor/executor_impl.hpp"

#include <gtest/gtest.h>

#include <boost/describe/class.hpp>
#include <boost/mp11/list.hpp>

#include "server/journal/memory.hpp"
#include "server/journal/memory_keyring.hpp"

namespace dais::executor {
namespace {

using namespace std::chrono_literals;
using protocol::error_code;
using protocol::json;

/// A toy stream: a sum, and a note about one person.
struct added {
  static constexpr std::string_view type = "sum.added";
  static constexpr int version = 1;
  std::int64_t by = 0;
};
BOOST_DESCRIBE_STRUCT(added, (), (by))
struct noted {
  static constexpr std::string_view type = "note.taken";
  static constexpr int version = 1;
  domain::personal<std::string> note;
};
BOOST_DESCRIBE_STRUCT(noted, (), (note))
struct person_forgotten {
  static constexpr std::string_view type = "person.forgotten";
  static constexpr int version = 1;
  protocol::person_id person;
};
BOOST_DESCRIBE_STRUCT(person_forgotten, (), (person))

struct toy {
  struct state {
    std::int64_t sum = 0;
    std::map<std::string, std::optional<std::string>> notes;
  };
  using event = std::variant<added, noted, person_forgotten>;
  static void apply(state& to, event const& what, domain::position const&) {
    if (auto const* a = std::get_if<added>(&what)) to.sum += a->by;
    if (auto const* n = std::get_if<noted>(&what)) to.notes[n->note.person.value] = n->note.data;
    if (auto const* f = std::get_if<person_forgotten>(&what)) to.notes[f->person.value].reset();
  }
  static std::optional<protocol::person_id> forgotten(event const& what) {
    auto const* f = std::get_if<person_forgotten>(&what);
    return f ? std::optional(f->person) : std::nullopt;
  }
  static upcasters const& forward() {
    static upcasters const none;
    return none;
  }
};
using toy_executor = executor<toy>;

struct fixture : testing::Test {
  runtime::shard home;
  runtime::blocking_pool lane{1, 64};
  runtime::fake_clock clock{runtime::instant{1'700'000'000'000ms}};
  journal::memory_journal journal;
  journal::memory_keyring keys;
  std::unique_ptr<toy_executor> it;
  std::vector<std::int64_t> sums;
  std::vector<bool> writable;

  void SetUp() override {
    runtime::log_from(runtime::severity::error);
    runtime::log_to([](std::string_view) {});
    lane.run();
    start();
  }
  void TearDown() override {
    it->stop();
    lane.stop();
    lane.join();
    home.turn();
    runtime::log_to({});
  }

  void start() {
    sums.clear();
    toy_executor::listener hear;
    hear.on_publish = [this](toy::state const& now, auto) { sums.push_back(now.sum); };
    hear.on_writable = [this](bool now) { writable.push_back(now); };
    it = std::make_unique<toy_executor>(home, storage{journal, keys, lane}, clock, "toy", hear,
                                        executor_limits{.answers = 2, .stretch = 3, .retry = 1ms});
    bool ready = false;
    it->run([&](auto result) {
      ASSERT_TRUE(result) << result.error();
      ready = true;
    });
    until([&] { return ready; });
  }
  void restart() {
    it->stop();
    it.reset();
    start();
  }
  template <class Condition>
  void until(Condition const& holds) {
    for (int i = 0; i < 20'000 && !holds(); ++i) {
      home.turn();
      std::this_thread::sleep_for(100us);
    }
    ASSERT_TRUE(holds());
  }

  void send(std::string id, toy::event what, std::optional<protocol::result<receipt>>& into, std::string request = "r",
            std::string account = "ann") {
    toy_executor::command c;
    c.id.value = std::move(id);
    c.by.account = protocol::account_id{std::move(account)};
    c.method = "toy";
    c.request = std::move(request);
    c.decide = [what](toy::state const& now, domain::context const& with) -> protocol::result<toy_executor::outcome> {
      if (auto const* a = std::get_if<added>(&what); a && a->by == 13)
        return protocol::reject(error_code::not_now, "/by", "Not 13.");
      if (auto const* a = std::get_if<added>(&what); a && a->by == 0)
        return toy_executor::outcome{{}, {{"sum", now.sum}}};
      if (auto const* a = std::get_if<added>(&what); a && a->by == 666) throw std::runtime_error("a defect");
      return toy_executor::outcome{{what}, {{"before", now.sum}, {"at", with.at}}};
    };
    c.reply = [&into](auto answer) { into = std::move(answer); };
    it->submit(std::move(c));
  }
  protocol::result<receipt> ask(std::string id, toy::event what, std::string request = "r",
                                std::string account = "ann") {
    std::optional<protocol::result<receipt>> answer;
    send(std::move(id), std::move(what), answer, std::move(request), std::move(account));
    until([&] { return answer.has_value(); });
    return *answer;
  }
};
using an_executor = fixture;

TEST_F(an_executor, a_repeated_command_returns_the_first_answer_also_after_a_restart) {
  auto const first = ask("c1", added{5});
  for (int i = 0; i < 5; ++i) ASSERT_TRUE(ask("other" + std::to_string(i), added{1}));
  auto const again = ask("c1", added{5});
  ASSERT_TRUE(first && again);
  EXPECT_EQ(again->answer, first->answer);
  EXPECT_EQ(again->seq, 1);
  restart();
  EXPECT_EQ(it->committed().sum, 10);
  auto const later = ask("c1", added{5});
  ASSERT_TRUE(later);
  EXPECT_EQ(later->answer, first->answer);
  EXPECT_EQ(it->committed().sum, 10);
}

TEST_F(an_executor, a_command_id_cannot_be_used_for_something_else_or_by_somebody_else) {
  ASSERT_TRUE(ask("c1", added{5}));
  EXPECT_EQ(ask("c1", added{6}, "another request").error().code(), error_code::command_id_reused);
  EXPECT_EQ(ask("c1", added{5}, "r", "bob").error().code(), error_code::command_id_reused);
}

TEST_F(an_executor, waiting_commands_become_one_batch_each_decided_after_the_one_before) {
  std::vector<std::optional<protocol::result<receipt>>> answers(20);
  for (std::size_t i = 0; i < answers.size(); ++i) send("c" + std::to_string(i), added{i == 7 ? 13 : 1}, answers[i]);
  until([&] { return answers.back().has_value(); });
  EXPECT_EQ(journal.commits(), 1);
  EXPECT_EQ(answers[7]->error().code(), error_code::not_now);
  EXPECT_EQ((*answers[19])->answer["before"], 18);
  EXPECT_EQ(sums, std::vector<std::int64_t>{19});
}

TEST_F(an_executor, the_same_command_twice_in_a_batch_happens_once) {
  std::optional<protocol::result<receipt>> one, two;
  send("c1", added{5}, one);
  send("c1", added{5}, two);
  until([&] { return one && two; });
  EXPECT_EQ((*one)->seq, (*two)->seq);
  EXPECT_EQ(it->committed().sum, 5);
}

TEST_F(an_executor, what_changes_nothing_writes_nothing) {
  auto const answer = ask("c1", added{0});
  ASSERT_TRUE(answer);
  EXPECT_EQ(journal.commits(), 0);
}

TEST_F(an_executor, a_failed_append_publishes_nothing_refuses_everyone_and_heals_by_itself) {
  ASSERT_TRUE(ask("c0", added{1}));
  sums.clear();
  journal.refuse_writes(journal::fault::disk_full);
  std::optional<protocol::result<receipt>> one, two;
  send("c1", added{5}, one);
  send("c2", added{13}, two);
  until([&] { return one && two; });
  EXPECT_EQ(one->error().code(), error_code::read_only);
  EXPECT_EQ(two->error().code(), error_code::read_only);
  EXPECT_TRUE(sums.empty());
  EXPECT_EQ(it->committed().sum, 1);
  EXPECT_FALSE(it->writable());
  EXPECT_EQ(ask("c3", added{1}).error().code(), error_code::read_only);
  journal.refuse_writes(std::nullopt);
  until([&] { return it->writable(); });
  EXPECT_EQ(writable, (std::vector<bool>{false, true}));
  auto const retried = ask("c1", added{5});
  ASSERT_TRUE(retried);
  EXPECT_EQ(it->committed().sum, 6);
}

TEST_F(an_executor, an_append_that_succeeded_although_it_reported_a_failure_is_published_once_and_answered_on_retry) {
  journal.fail_next(journal::memory_journal::moment::after_commit);
  EXPECT_EQ(ask("c1", added{5}).error().code(), error_code::read_only);
  until([&] { return it->writable(); });
  EXPECT_EQ(sums, std::vector<std::int64_t>{5});
  auto const retried = ask("c1", added{5});
  ASSERT_TRUE(retried);
  EXPECT_EQ(retried->seq, 1);
  EXPECT_EQ(it->committed().sum, 5);
}

TEST_F(an_executor, a_defect_in_a_rule_refuses_its_batch_and_the_server_goes_on) {
  std::optional<protocol::result<receipt>> one, two, three;
  send("c1", added{5}, one);
  send("c2", added{666}, two);
  send("c3", added{7}, three);
  until([&] { return one && two && three; });
  EXPECT_EQ(one->error().code(), error_code::internal);
  EXPECT_EQ(two->error().code(), error_code::internal);
  ASSERT_TRUE(*three);
  EXPECT_EQ(it->committed().sum, 7);
}

TEST_F(an_executor, personal_data_is_sealed_in_the_journal_and_gone_when_the_person_is_forgotten) {
  ASSERT_TRUE(ask("c1", noted{{{"p1"}, "born in Kabul"}}));
  ASSERT_TRUE(ask("c2", noted{{{"p2"}, "speaks Lao"}}));
  auto const entries = journal.read("toy", 0, 10);
  for (auto const& each : *entries) EXPECT_EQ(each.body.find("Kabul"), std::string::npos);
  restart();
  EXPECT_EQ(it->committed().notes.at("p1"), "born in Kabul");
  ASSERT_TRUE(ask("c3", person_forgotten{{"p1"}}));
  EXPECT_TRUE(*keys.forgotten("toy/p1"));
  restart();
  EXPECT_EQ(it->committed().notes.at("p1"), std::nullopt);
  EXPECT_EQ(it->committed().notes.at("p2"), "speaks Lao");
  EXPECT_FALSE(journal::verify(journal, "toy")->first_broken);
}

}  // namespace
}  // namespace dais::executor
