#include "server/hub/outbox.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dais::hub {

namespace {

constexpr std::size_t kept_capacity = 16;

}  // namespace

outbox::verdict outbox::push_live(frame message, std::string prefix) {
  if (x_closing) return verdict::dropped;
  auto const topic = message.topic();
  auto const is_stale = std::ranges::find(x_stale, topic) != x_stale.end();
  if (is_stale && message.kind() == frame_kind::patch) return verdict::dropped;

  auto const kind = message.kind();
  entry made{.message = std::move(message), .own = std::move(prefix), .kind = entry_kind::live};
  auto const size = size_of(made);
  auto const is_refreshing = x_refreshing != topic_id::none && topic == x_refreshing;
  if (!is_refreshing && x_live_bytes != 0 && x_live_bytes + size > x_limits.live_bytes) {
    drop_live();
    if (kind != frame_kind::notice) mark_stale(topic);
    return verdict::overflowed;
  }
  if (is_stale && kind == frame_kind::snapshot) std::erase(x_stale, topic);
  append(std::move(made));
  x_live_bytes += size;
  return verdict::queued;
}

bool outbox::push_reply(frame message, std::string prefix) {
  if (x_closing) return true;
  entry made{.message = std::move(message), .own = std::move(prefix), .kind = entry_kind::reply};
  auto const size = size_of(made);
  if (x_reply_bytes != 0 && x_reply_bytes + size > x_limits.reply_bytes) return false;
  append(std::move(made));
  x_reply_bytes += size;
  return true;
}

void outbox::push_control(control which, std::string bytes) {
  if (x_closing) return;
  auto const kind = which == control::ping ? entry_kind::ping : entry_kind::pong;
  auto const first_free = x_next + (x_begun == 0 ? 0 : 1);
  for (auto i = first_free; i < x_entries.size(); ++i) {
    if (x_entries[i].kind == kind) {
      x_entries[i].own = std::move(bytes);
      return;
    }
  }
  x_entries.insert(x_entries.begin() + static_cast<std::ptrdiff_t>(first_free),
                   entry{.message = {}, .own = std::move(bytes), .kind = kind});
}

void outbox::push_close(std::string bytes) {
  if (x_closing) return;
  drop_live();
  x_stale.clear();
  x_closing = true;
  append(entry{.message = {}, .own = std::move(bytes), .kind = entry_kind::close});
}

std::size_t outbox::parts(entry const& of, std::span<std::string_view, 3> into) const {
  std::size_t count = 0;
  if (!of.own.empty()) into[count++] = of.own;
  if (of.message) {
    if (x_framing == framing::websocket) {
      into[count++] = of.message.ws_bytes();
    } else {
      into[count++] = of.message.payload();
      into[count++] = "\n\n";
    }
  }
  return count;
}

std::size_t outbox::size_of(entry const& of) const {
  std::array<std::string_view, 3> views;
  std::size_t size = 0;
  auto const count = parts(of, views);
  for (std::size_t i = 0; i < count; ++i) size += views[i].size();
  return size;
}

std::size_t outbox::gather(std::span<std::string_view> into) const {
  std::size_t used = 0;
  auto skip = x_begun;
  for (auto i = x_next; i < x_entries.size(); ++i) {
    std::array<std::string_view, 3> views;
    auto const count = parts(x_entries[i], views);
    for (std::size_t part = 0; part < count; ++part) {
      auto view = views[part];
      auto const skipped = std::min(skip, view.size());
      view.remove_prefix(skipped);
      skip -= skipped;
      if (view.empty()) continue;
      if (used == into.size()) return used;
      into[used++] = view;
    }
  }
  return used;
}

void outbox::wrote(std::size_t bytes) {
  x_begun += bytes;
  while (x_next < x_entries.size()) {
    auto const size = size_of(x_entries[x_next]);
    if (x_begun < size) break;
    x_begun -= size;
    forget(x_entries[x_next]);
    x_entries[x_next] = {};
    ++x_next;
  }
  if (x_next == x_entries.size()) {
    x_entries.clear();
    x_next = 0;
    if (x_entries.capacity() > kept_capacity) std::vector<entry>().swap(x_entries);
  }
}

topic_id outbox::take_stale() {
  if (x_stale.empty() || x_live_bytes != 0) return topic_id::none;
  auto const topic = x_stale.front();
  x_stale.erase(x_stale.begin());
  x_refreshing = topic;
  return topic;
}

void outbox::append(entry made) {
  if (x_next > kept_capacity && x_next * 2 > x_entries.size()) {
    x_entries.erase(x_entries.begin(), x_entries.begin() + static_cast<std::ptrdiff_t>(x_next));
    x_next = 0;
  }
  x_entries.push_back(std::move(made));
}

void outbox::forget(entry const& of) {
  auto const size = size_of(of);
  if (of.kind == entry_kind::live) x_live_bytes -= size;
  if (of.kind == entry_kind::reply) x_reply_bytes -= size;
}

void outbox::drop_live() {
  auto const first_free = x_next + (x_begun == 0 ? 0 : 1);
  auto kept = x_entries.begin() + static_cast<std::ptrdiff_t>(std::min(first_free, x_entries.size()));
  for (auto i = kept; i != x_entries.end(); ++i) {
    if (i->kind == entry_kind::live) {
      forget(*i);
      if (i->message.kind() != frame_kind::notice) mark_stale(i->message.topic());
    } else {
      if (kept != i) *kept = std::move(*i);
      ++kept;
    }
  }
  x_entries.erase(kept, x_entries.end());
}

void outbox::mark_stale(topic_id topic) {
  if (std::ranges::find(x_stale, topic) == x_stale.end()) x_stale.push_back(topic);
}

}  // namespace dais::hub
