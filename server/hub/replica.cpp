#include "server/hub/replica.hpp"

#include <algorithm>
#include <set>

#include "protocol/codec.hpp"

namespace dais::hub {
namespace {

template <class T>
void take_out(std::vector<T>& from, T const& what) {
  if (auto const found = std::ranges::find(from, what); found != from.end()) {
    *found = from.back();
    from.pop_back();
  }
}

}  // namespace

replica::channel* replica::find(std::string_view stream, std::string_view topic) const {
  auto const in = streams_.find(stream);
  if (in == streams_.end()) return nullptr;
  auto const found = in->second.channels.find(topic);
  return found == in->second.channels.end() ? nullptr : found->second.get();
}

bool replica::holds(std::string_view stream, std::string_view topic) const { return find(stream, topic) != nullptr; }

void replica::install(std::string const& stream, topic_base const& base) {
  auto& place = streams_[stream].channels[base.topic];
  if (place) {
    // Everything up to this snapshot has been published to us before, so newcomers may start from it.
    if (base.snapshot.seq() > place->snapshot.seq()) place->snapshot = base.snapshot.numbered(place->id);
    return trim(*place);
  }
  place = std::make_unique<channel>();
  by_id_.push_back(place.get());
  place->id = static_cast<topic_id>(by_id_.size());
  place->topic = base.topic;
  place->snapshot = base.snapshot.numbered(place->id);
  place->floor = base.snapshot.seq();
}

void replica::take(publication const& news, protocol::instant now) {
  auto& of = streams_[news.stream];
  bool const turned = of.writable != news.writable;
  of.epoch = news.epoch;
  of.newest = std::max(of.newest, news.newest);
  of.writable = news.writable;
  for (auto const& change : news.changes) {
    auto const found = of.channels.find(change.topic);
    if (found == of.channels.end()) continue;
    channel& to = *found->second;
    if (change.patch.seq() <= to.snapshot.seq()) continue;
    to.ring.push_back(change.patch.numbered(to.id));
    to.ring_bytes += change.patch.payload().size();
    if (change.snapshot) to.snapshot = change.snapshot.numbered(to.id);
    trim(to);
    for (auto* reader : to.readers) reader->send(to.ring.back());
  }
  if (turned) beat(of, now);
}

void replica::trim(channel& of) const {
  while (!of.ring.empty() && (of.ring.size() > bounds_.patches || of.ring_bytes > bounds_.bytes) &&
         of.ring.front().seq() <= of.snapshot.seq()) {
    of.floor = of.ring.front().seq();
    of.ring_bytes -= of.ring.front().payload().size();
    of.ring.pop_front();
  }
}

bool replica::subscribe(subscriber& who, std::string_view stream, std::string_view topic,
                        protocol::live::position const& from) {
  auto* const to = find(stream, topic);
  if (to == nullptr) return false;
  auto& entry = readers_[who.id()];
  entry.to = &who;
  if (std::ranges::find(entry.follows, to) == entry.follows.end()) {
    if (entry.follows.size() >= bounds_.topics_per_reader) return false;
    entry.follows.push_back(to);
    to->readers.push_back(&who);
  }
  auto const& of = streams_.find(stream)->second;
  auto const since = static_cast<std::uint64_t>(std::max<protocol::seq>(from.since, 0));
  bool const resumes = from.since > 0 && from.epoch == of.epoch && since >= to->floor && from.since <= of.newest;
  if (!resumes) {
    send_from_snapshot(who, *to);
    return true;
  }
  for (auto const& patch : to->ring)
    if (patch.seq() > since) who.send(patch);
  return true;
}

void replica::send_from_snapshot(subscriber& who, channel const& of) const {
  who.send(of.snapshot);
  for (auto const& patch : of.ring)
    if (patch.seq() > of.snapshot.seq()) who.send(patch);
}

void replica::unsubscribe(subscriber& who, std::string_view stream, std::string_view topic) {
  auto* const to = find(stream, topic);
  auto const found = readers_.find(who.id());
  if (to == nullptr || found == readers_.end()) return;
  take_out(found->second.follows, to);
  take_out(to->readers, &who);
}

void replica::refresh(subscriber& who, topic_id topic) {
  auto const index = static_cast<std::size_t>(topic);
  if (index == 0 || index > by_id_.size()) return;
  channel const& of = *by_id_[index - 1];
  if (std::ranges::find(of.readers, &who) != of.readers.end()) send_from_snapshot(who, of);
}

void replica::forget(subscriber const& who) {
  auto const found = readers_.find(who.id());
  if (found == readers_.end()) return;
  for (auto* each : found->second.follows) take_out(each->readers, found->second.to);
  readers_.erase(found);
}

void replica::name_stream(std::string const& stream, std::optional<protocol::meeting_id> meeting) {
  streams_[stream].meeting = std::move(meeting);
}

void replica::heartbeat(protocol::instant now) {
  for (auto const& [name, of] : streams_) beat(of, now);
}

void replica::beat(stream const& of, protocol::instant now) {
  std::set<subscriber*> readers;
  for (auto const& [topic, each] : of.channels) readers.insert(each->readers.begin(), each->readers.end());
  if (readers.empty()) return;
  protocol::live::heartbeat const message{of.meeting, of.newest, now, of.writable};
  auto const beat =
      make_frame(protocol::write_notification("heartbeat", protocol::encode(message)), frame_kind::notice);
  for (auto* each : readers) each->send(beat);
}

std::size_t replica::bytes() const {
  std::size_t out = 0;
  for (auto const* each : by_id_) out += each->ring_bytes + each->snapshot.payload().size();
  return out;
}

}  // namespace dais::hub
