#include "server/executor/lane.hpp"

#include <array>

#include <sodium.h>

#include "server/executor/sealing.hpp"
#include "server/journal/chain.hpp"

namespace dais::executor {

std::expected<stretch, std::string> read_stretch(storage& store, std::string const& stream, protocol::seq after,
                                                 journal::hash256 previous, std::size_t limit) {
  auto const fault = [&](protocol::seq at, std::string const& why) {
    return std::unexpected("entry " + std::to_string(at) + " of stream " + stream + ": " + why);
  };
  auto entries = store.journal.read(stream, after, limit);
  if (!entries) return std::unexpected(entries.error().detail);
  stretch out{{}, previous};
  std::set<std::string> persons;
  for (auto const& entry : *entries) {
    protocol::seq const due = after + static_cast<protocol::seq>(out.records.size()) + 1;
    if (entry.seq != due) return fault(due, "it is missing");
    if (journal::link(out.last, entry.body) != entry.hash)
      return fault(due, "it is not as it was written; run daisd verify");
    auto read = read_record(entry.body);
    if (!read) return fault(due, read.error().problems.front().words);
    persons.merge(persons_in(read->events));
    out.records.push_back(std::move(*read));
    out.last = entry.hash;
  }
  auto const keys = keys_for(store.keys, stream, persons, journal::if_missing::leave);
  if (!keys) return std::unexpected(keys.error().detail);
  for (auto& each : out.records)
    if (auto const opened = open_personal(each.events, *keys, stream); !opened)
      return fault(each.seq, opened.error().detail);
  return out;
}

journal::result<journal::head> append_records(storage& store, std::string const& stream, protocol::seq expected,
                                              std::vector<record> records) {
  std::set<std::string> persons;
  for (auto const& each : records) persons.merge(persons_in(each.events));
  auto const keys = keys_for(store.keys, stream, persons, journal::if_missing::create);
  if (!keys) return std::unexpected(keys.error());
  std::vector<std::string> bodies;
  for (auto& each : records) {
    seal_personal(each.events, *keys, stream);
    bodies.push_back(write_record(each));
  }
  return store.journal.append(stream, expected, bodies);
}

journal::result<void> forget_all(storage& store, std::string const& stream, std::vector<std::string> const& persons) {
  for (auto const& each : persons)
    if (auto const done = store.keys.forget(key_name(stream, each)); !done) return done;
  return {};
}

journal::result<protocol::json> read_answer(storage& store, std::string const& stream, protocol::seq at) {
  auto const found = store.journal.find(stream, at);
  if (!found) return std::unexpected(found.error());
  if (!*found)
    return std::unexpected(journal::error{journal::fault::corrupt, "entry " + std::to_string(at) + " is not there"});
  auto const read = read_record((*found)->body);
  if (!read) return std::unexpected(journal::error{journal::fault::corrupt, read.error().problems.front().words});
  return read->answer;
}

std::string random_id() {
  std::array<unsigned char, 12> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::string out;
  for (auto const byte : bytes) out += "abcdefghijklmnopqrstuvwxyz234567"[byte & 31];
  return out;
}

}  // namespace dais::executor
