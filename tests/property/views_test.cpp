#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <boost/mp11/algorithm.hpp>

#include "protocol/merge_patch.hpp"
#include "protocol/registry.hpp"
#include "server/views/meeting.hpp"
#include "tests/property/meeting_world.hpp"

namespace dais::property {
namespace {

using protocol::json;
using topic_states = std::map<std::string, json>;

/// Every topic that a meeting has now, with its state.
topic_states all_topics(domain::meeting_state const& state) {
  topic_states shown;
  auto const add = [&](std::string const& topic) {
    if (auto now = views::meeting_topic(state, topic)) shown.emplace(topic, *std::move(now));
  };
  protocol::for_each_topic([&](auto const& each) {
    std::string const name(each.name);
    if (each.scope != protocol::method_scope::meeting) return;
    if (!name.ends_with('/')) return add(name);
    for (auto const& [id, delegation] : state.registration.delegations) add(name + id.value);
    for (auto const& category : state.details.categories.items) add(name + category.id.value);
    for (auto const& [person, delegation] : state.registration.people) add(name + person.value);
  });
  return shown;
}

rc::Gen<std::vector<step>> some_steps() {
  return rc::gen::container<std::vector<step>>(rc::gen::tuple(rc::gen::inRange(0U, meeting_world::kinds()),
                                                              rc::gen::inRange(0U, 200U), rc::gen::inRange(0U, 200U)));
}

/// Brings `folded` over the topics that the events touched, as a client would by patches.
void fold(topic_states& folded, domain::meeting_state const& after, std::vector<domain::meeting_event> const& events,
          topic_states const& before, topic_states const& now) {
  std::set<std::string> touched;
  for (auto const& each : events)
    for (auto& topic : views::touched(after, each)) touched.insert(std::move(topic));
  for (auto const& topic : touched) {
    RC_ASSERT(now.contains(topic));
    auto const earlier = before.find(topic);
    if (earlier == before.end())
      folded[topic] = now.at(topic);
    else
      protocol::merge_apply(folded[topic], protocol::merge_diff(earlier->second, now.at(topic)));
  }
}

RC_GTEST_PROP(views, folding_the_patches_of_touched_topics_gives_every_topic_as_it_is, ()) {
  meeting_world world;
  RC_ASSERT(world.state().exists());
  auto before = all_topics(world.state());
  auto folded = before;
  auto const steps = *some_steps();
  auto const together = *rc::gen::inRange<std::size_t>(1, 4);  // commands in one batch
  std::vector<domain::meeting_event> batch;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    for (auto& each : world.play(steps[i])) batch.push_back(std::move(each));
    if ((i + 1) % together != 0 && i + 1 < steps.size()) continue;
    auto now = all_topics(world.state());
    std::erase_if(folded, [&](auto const& each) { return !now.contains(each.first); });  // a category went
    fold(folded, world.state(), batch, before, now);
    for (auto const& [topic, state] : now) {
      if (folded[topic] == state) continue;
      RC_LOG() << topic << ": " << protocol::merge_diff(folded[topic], state).dump() << "\n";
      RC_FAIL("a topic is not as its patches say");
    }
    RC_ASSERT(folded.size() == now.size());
    before = std::move(now);
    batch.clear();
  }
}

TEST(views, the_events_that_make_a_meeting_touch_every_topic_that_has_anything_in_it) {
  meeting_world const world;
  std::set<std::string> touched;
  for (auto const& each : world.beginning())
    for (auto& topic : views::touched(world.state(), each)) touched.insert(std::move(topic));
  for (auto const& [topic, state] : all_topics(world.state())) EXPECT_TRUE(touched.contains(topic)) << topic;
}

/// A null in a state could not be told apart from a removal in its patch.
bool has_null(json const& in) {
  return in.is_null() ||
         (in.is_structured() && std::ranges::any_of(in, [](json const& each) { return has_null(each); }));
}

/// Whether an object somewhere in it has this key.
bool has_key(json const& in, std::string const& key) {
  if (in.is_object() && in.contains(key)) return true;
  return in.is_structured() && std::ranges::any_of(in, [&](json const& each) { return has_key(each, key); });
}

/// What may stand nowhere in a topic: words planted into everything, and keys of objects.
struct ban {
  std::vector<std::string_view> words;
  std::vector<std::string> keys;
};

ban const of_everybody{{marks::name, marks::email, marks::needs, marks::field, marks::function, marks::reason,
                        marks::earmark, marks::secret_paper, marks::paper_of_participants, marks::to_some,
                        marks::returned, marks::note, marks::cancelled, marks::file},
                       {"members", "gender", "survivor", "companion", "needs", "email", "draft", "costs"}};
/// The policy may ask for a gender, or for survivors; it says nothing about anybody.
ban const of_terms{of_everybody.words, {"members", "applications", "delegations", "fares", "funds", "amounts"}};
ban const of_participants{{marks::email, marks::needs, marks::field, marks::reason, marks::earmark, marks::secret_paper,
                           marks::to_some, marks::returned, marks::note, marks::cancelled, marks::file},
                          {"gender", "survivor", "companion", "needs", "fields", "email", "draft", "costs"}};
ban const of_committee{{marks::email, marks::needs, marks::field, marks::function, marks::secret_paper,
                        marks::paper_of_participants, marks::to_some, marks::returned},
                       {"needs", "fields", "email", "function", "draft"}};
/// The committee's scenarios and proposals name nobody.
ban const of_allocations{of_everybody.words, {"members", "applications", "applicants", "frame"}};
ban const of_applicants{
    {marks::name, marks::email, marks::needs, marks::field, marks::earmark, marks::note, marks::cancelled},
    {"assessment", "payments", "lost", "fund", "language", "has_address"}};
ban const of_notified{{marks::name, marks::email, marks::reason, marks::secret_paper}, {"members", "survivor"}};
ban const of_desk{{marks::name, marks::email, marks::needs, marks::field, marks::reason}, {"survivor"}};

ban const* ban_of(std::string_view topic) {
  if (topic == "meeting" || topic.starts_with("agenda") || topic == "documents" || topic == "notices")
    return &of_everybody;
  if (topic == "documents@participants" || topic.starts_with("participants")) return &of_participants;
  if (topic == "sponsorship@committee") return &of_committee;
  if (topic == "sponsorship") return &of_terms;
  if (topic.starts_with("allocation")) return &of_allocations;
  if (topic.starts_with("sponsorship/") || topic.starts_with("application/")) return &of_applicants;
  if (topic.starts_with("notices/")) return &of_notified;
  if (topic == "registrations@secretariat") return &of_desk;
  return nullptr;  // delegation/…, documents@secretariat, notices@secretariat: their readers see all of the area
}

RC_GTEST_PROP(views, no_topic_holds_what_its_readers_may_not_see, ()) {
  meeting_world world;
  for (auto const& each : *some_steps()) world.play(each);
  for (auto const& [topic, state] : all_topics(world.state())) {
    auto const text = state.dump();
    RC_LOG() << topic << ": " << text << "\n";
    RC_ASSERT_FALSE(has_null(state));
    for (auto const& name : world.gone()) RC_ASSERT(text.find(name) == std::string::npos);
    auto const* const banned = ban_of(topic);
    if (!banned) continue;
    if (banned == &of_applicants)
      for (auto const& application : state.at("applications")) RC_ASSERT_FALSE(application.contains("costs"));
    for (auto const word : banned->words) RC_ASSERT(text.find(word) == std::string::npos);
    if (topic == "meeting") continue;  // the questions of the registration are called fields
    for (auto const& key : banned->keys)
      if (topic != "participants" || key != "members") RC_ASSERT_FALSE(has_key(state, key));
  }
}

RC_GTEST_PROP(views, a_delegations_own_topics_hold_nothing_of_another, ()) {
  meeting_world world;
  for (auto const& each : *some_steps()) world.play(each);
  auto const& all = world.state().registration.delegations;
  for (auto const& [id, delegation] : all)
    for (auto const* family : {"delegation/", "sponsorship/", "participants/"}) {
      auto const text = views::meeting_topic(world.state(), family + id.value)->dump();
      for (auto const& [other, ignored] : all)
        if (other != id) {
          RC_ASSERT(text.find("@" + other.value + "\"") == std::string::npos);
          RC_ASSERT(text.find("Name " + other.value) == std::string::npos);
        }
    }
}

RC_GTEST_PROP(views, participants_see_approved_entries_and_no_drafts, ()) {
  meeting_world world;
  for (auto const& each : *some_steps()) world.play(each);
  for (auto const& [id, delegation] : world.state().registration.delegations) {
    auto const text = views::meeting_topic(world.state(), "participants/" + id.value)->dump();
    for (auto const& [member, entry] : delegation.members) {
      auto const name_in = [](auto const& one) { return one && one->details ? one->details->name.value : ""; };
      auto const approved = name_in(entry.approved), draft = name_in(entry.draft);
      RC_ASSERT(approved.empty() || text.find(approved) != std::string::npos);
      RC_ASSERT(draft.empty() || draft == approved || text.find(draft) == std::string::npos);
    }
  }
}

TEST(views, the_steps_reach_every_command) {
  std::set<std::string_view> seen;
  meeting_world world;
  std::minstd_rand numbers(1);
  auto const any = [&] { return static_cast<unsigned>(numbers() % 10'007); };
  for (int i = 0; i < 10'000; ++i)
    for (auto const& each : world.play({any(), any(), any()}))
      seen.insert(std::visit([](auto const& event) { return std::remove_cvref_t<decltype(event)>::type; }, each));
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, domain::meeting_events>>([&](auto each) {
    using event = typename decltype(each)::type;
    EXPECT_TRUE(seen.contains(event::type) || event::type == "meeting.created") << event::type;
  });
}

}  // namespace
}  // namespace dais::property
