#include "tests/integration/states.hpp"

#include <gtest/gtest.h>

#include "client/native/connection.hpp"

namespace dais::integration {

std::map<std::string, std::optional<json>> states(native::address const& server, std::string const& token,
                                                  std::string const& meeting, std::vector<std::string> const& topics) {
  std::map<std::string, std::optional<json>> out;
  std::unique_ptr<native::connection> it;
  auto const arrived = [&](std::string const& name, std::optional<json> state) {
    out[name] = std::move(state);
    if (out.size() == topics.size()) it->stop();
  };
  native::connection_events events;
  events.changed = [&](native::topic_key const& topic, native::topic_mirror const& mirror) {
    arrived(topic.name, mirror.state());
  };
  events.not_followed = [&](native::topic_key const& topic, protocol::rejection const&) {
    arrived(topic.name, std::nullopt);
  };
  it = std::make_unique<native::connection>(server, token, std::move(events));
  for (auto const& each : topics) {
    bool const of_organization = each == "meetings" || each == "accounts@secretariat";
    it->follow({of_organization ? std::nullopt : std::optional(protocol::meeting_id{meeting}), each});
  }
  it->after(std::chrono::seconds(30), [&] { it->stop(); });
  it->run();
  EXPECT_EQ(out.size(), topics.size());
  return out;
}

}  // namespace dais::integration
