#include "server/app/world.hpp"

#include <functional>
#include <span>
#include <variant>

#include "server/app/decisions.hpp"
#include "server/domain/organization/decide.hpp"
#include "server/executor/lane.hpp"
#include "server/runtime/log.hpp"
#include "server/views/meeting.hpp"
#include "server/views/organization.hpp"

namespace dais::app {
namespace {

replicas make_replicas(std::size_t count) {
  replicas out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(std::make_unique<hub::replica>());
  return out;
}

constexpr std::string_view meeting_prefix = "meeting/";

std::set<protocol::delegation_id> changed_delegations(std::span<meeting_stream::runner::published const> news) {
  std::set<protocol::delegation_id> out;
  for (auto const& entry : news)
    for (auto const& event : entry.events)
      if (auto const* changed = std::get_if<domain::delegation_changed>(&event)) out.insert(changed->details.id);
  return out;
}

}  // namespace

world::world(runtime::shards& on, engines with)
    : on_(on),
      with_(with),
      replicas_(make_replicas(on.size())),
      maps_(on.size()),
      organization_(on[0], on, replicas_, with.store, with.time, std::string(organization_name), std::nullopt,
                    {[](auto const& state, auto topic) { return views::organization_topic(state, topic); },
                     [](auto const& state, auto const& event) { return views::touched(state, event); }},
                    read_only_, [this](auto const& state, auto) {
                      if (on_organization_) on_organization_(state);
                    }) {}

void world::run(std::move_only_function<void(std::expected<void, std::string>)> ready) {
  auto const asked = std::make_shared<decltype(ready)>(std::move(ready));
  on_[0].post([this, asked] {
    organization_.run().run([this, asked](std::expected<protocol::seq, std::string> done) {
      if (!done) return (*asked)(std::unexpected(done.error()));
      bool const taken = with_.store.lane.submit(
          on_[0], [this] { return with_.store.journal.streams(); },
          [this, asked](auto got) {
            if (!got || !*got)
              return (*asked)(std::unexpected(got ? got->error().detail : runtime::describe(got.error())));
            std::vector<protocol::meeting_id> names;
            for (auto const& each : **got)
              if (each.starts_with(meeting_prefix)) names.push_back({each.substr(meeting_prefix.size())});
            open_all(std::move(names), [asked](auto opened) { (*asked)(std::move(opened)); });
          });
      if (!taken) (*asked)(std::unexpected("the storage lane is full"));
    });
  });
}

void world::open_all(std::vector<protocol::meeting_id> names,
                     std::move_only_function<void(std::expected<void, std::string>)> ready) {
  if (names.empty()) return ready({});
  auto const next = names.back();
  names.pop_back();
  open_meeting(next, [this, names = std::move(names), ready = std::move(ready)](auto opened) mutable {
    if (!opened) return ready(std::unexpected(opened.error()));
    // A crash may have come between a meeting's import and its registration.
    register_meeting(**opened, [this, names = std::move(names), ready = std::move(ready)](auto) mutable {
      open_all(std::move(names), std::move(ready));
    });
  });
}

void world::open_meeting(protocol::meeting_id const& meeting,
                         std::move_only_function<void(std::expected<meeting_stream*, std::string>)> ready) {
  if (auto const found = maps_[0].find(meeting); found != maps_[0].end()) return ready(found->second);
  auto& waiting = opening_[meeting];
  waiting.push_back(std::move(ready));
  if (waiting.size() > 1) return;
  auto& home = on_[std::hash<std::string>{}(meeting.value) % on_.size()];
  auto& made = meetings_[meeting];
  made = std::make_unique<meeting_stream>(
      home, on_, replicas_, with_.store, with_.time, stream_of(meeting), meeting,
      meeting_stream::views{[](auto const& state, auto topic) { return views::meeting_topic(state, topic); },
                            [](auto const& state, auto const& event) { return views::touched(state, event); }},
      read_only_, [this, meeting](auto const&, auto news) {
        auto const changed = changed_delegations(news);
        if (!changed.empty() && on_delegations_) on_delegations_(meeting, changed);
      });
  home.post([this, meeting, it = made.get()] {
    it->run().run([this, meeting, it](std::expected<protocol::seq, std::string> done) {
      for (std::size_t i = 0; done && i < on_.size(); ++i) {
        on_[i].post([this, i, meeting, it] {
          maps_[i][meeting] = it;
          replicas_[i]->name_stream(it->name(), meeting);
        });
      }
      on_[0].post([this, meeting, it, done] {
        auto asked = std::move(opening_[meeting]);
        opening_.erase(meeting);
        for (auto& each : asked)
          each(done ? std::expected<meeting_stream*, std::string>(it) : std::unexpected(done.error()));
      });
    });
  });
}

void world::register_meeting(meeting_stream& which,
                             std::move_only_function<void(protocol::result<executor::receipt>)> done) {
  which.home().post([this, &which, done = std::move(done)]() mutable {
    auto const& state = which.run().committed();
    auto const& of = state.details;
    domain::register_meeting what{state.id, {of.name, of.short_name, of.opens, of.closes}};
    on_[0].post([this, exists = state.exists(), what = std::move(what), done = std::move(done)]() mutable {
      if (!exists) return done(executor::receipt{});
      executor::executor<organization_model>::command made;
      made.id.value = "register-" + executor::random_id();
      made.method = "meetings.register";
      made.request = made.id.value;
      made.decide = decision_of<organization_model>(std::move(what));
      made.reply = std::move(done);
      organization_.run().submit(std::move(made));
    });
  });
}

void world::stop() {
  on_[0].post([this] {
    organization_.run().stop();
    for (auto const& [id, each] : meetings_) each->home().post([it = each.get()] { it->run().stop(); });
  });
}

}  // namespace dais::app
