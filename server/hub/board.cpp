#include "server/hub/board.hpp"

#include <set>

#include "protocol/codec.hpp"
#include "protocol/live.hpp"
#include "protocol/merge_patch.hpp"

namespace dais::hub {

using protocol::json;

board::board(std::optional<protocol::meeting_id> meeting, std::string stream, view show, board_limits bounds)
    : meeting_(std::move(meeting)), stream_(std::move(stream)), show_(std::move(show)), bounds_(bounds) {}

frame board::snapshot_of(std::string_view topic, held const& of, std::string const& epoch) const {
  protocol::live::snapshot const message{meeting_, std::string(topic), of.changed, epoch, of.state};
  return make_frame(protocol::write_notification("snapshot", protocol::encode(message)), frame_kind::snapshot,
                    topic_id::none, static_cast<std::uint64_t>(of.changed), std::string(topic));
}

std::optional<topic_base> board::base(std::string_view topic, protocol::seq now, std::string const& epoch) {
  auto found = topics_.find(topic);
  if (found == topics_.end()) {
    auto state = show_(topic);
    if (!state) return std::nullopt;
    found = topics_.emplace(std::string(topic), held{std::move(*state), now, 0, 0, {}}).first;
  }
  held& of = found->second;
  if (!of.snapshot || of.patches > 0) {
    of.snapshot = snapshot_of(topic, of, epoch);
    of.patches = 0;
    of.bytes = 0;
  }
  return topic_base{found->first, of.snapshot};
}

std::shared_ptr<publication const> board::publish(std::span<std::string const> touched, protocol::seq now,
                                                  std::string const& epoch, bool writable) {
  auto out = std::make_shared<publication>(publication{stream_, epoch, now, writable, {}});
  for (auto const& topic : std::set<std::string>(touched.begin(), touched.end())) {
    auto const found = topics_.find(topic);
    if (found == topics_.end()) continue;
    held& of = found->second;
    auto next = show_(topic).value_or(json::object());
    json const merge = protocol::merge_diff(of.state, next);
    if (merge.empty()) continue;
    of.state = std::move(next);
    of.changed = now;
    auto const text =
        protocol::write_notification("patch", protocol::encode(protocol::live::patch{meeting_, topic, now, merge}));
    topic_change change{
        topic, make_frame(text, frame_kind::patch, topic_id::none, static_cast<std::uint64_t>(now), topic), {}};
    of.bytes += text.size();
    if (++of.patches >= bounds_.patches || of.bytes >= bounds_.bytes) {
      change.snapshot = of.snapshot = snapshot_of(topic, of, epoch);
      of.patches = 0;
      of.bytes = 0;
    }
    out->changes.push_back(std::move(change));
  }
  return out;
}

std::optional<json> board::state(std::string_view topic) const {
  auto const found = topics_.find(topic);
  return found == topics_.end() ? show_(topic) : std::optional(found->second.state);
}

}  // namespace dais::hub
