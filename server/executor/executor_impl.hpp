#pragma once
// How the executor works. To be included only where a model's executor is made for the whole program
// (`template class executor<…>`), and in tests.

#include <exception>
#include <memory>
#include <utility>

#include "server/executor/executor.hpp"
#include "server/executor/lane.hpp"
#include "server/runtime/log.hpp"

namespace dais::executor {

template <class Model>
void executor<Model>::run(std::move_only_function<void(std::expected<protocol::seq, std::string>)> ready) {
  read_on([this, ready = std::move(ready)](std::expected<void, std::string> done) mutable {
    if (!done) return ready(std::unexpected(done.error()));
    unpublished_.clear();
    if (owed_.empty()) return ready(committed_seq_);
    forget_owed([this, ready = std::move(ready)]() mutable { ready(committed_seq_); });
  });
}

template <class Model>
void executor<Model>::submit(command what) {
  if (stopped_ || !writable_) return what.reply(std::unexpected(read_only()));
  if (waiting_.size() >= bounds_.waiting)
    return what.reply(protocol::reject(protocol::error_code::too_many_requests, "",
                                       "Too many changes are waiting; try again in a moment."));
  waiting_.push_back(std::move(what));
  schedule();
}

template <class Model>
void executor<Model>::stop() {
  stopped_ = true;
  retry_.cancel();
  refuse_waiting();
}

template <class Model>
protocol::rejection executor<Model>::read_only() {
  return {protocol::error_code::read_only, "",
          "Nothing was saved: the server cannot write at the moment. It keeps trying; send this again in a moment."};
}

template <class Model>
void executor<Model>::schedule() {
  if (scheduled_ || in_flight_ || waiting_.empty()) return;
  scheduled_ = true;
  home_.post([this] {
    scheduled_ = false;
    take_batch();
  });
}

template <class Model>
void executor<Model>::take_batch() {
  if (in_flight_ || waiting_.empty() || !writable_) return;
  auto work = std::make_shared<batch>();
  for (std::size_t taken = 0; taken < bounds_.batch && !waiting_.empty() && !work->failed; ++taken) {
    command next = std::move(waiting_.front());
    waiting_.pop_front();
    decide(next, *work);
  }
  if (work->failed || work->entries.empty()) {
    if (work->failed) working_ = committed_;
    send_replies(*work);
    return schedule();
  }
  append(std::move(work));
}

template <class Model>
void executor<Model>::decide(command& what, batch& into) {
  std::string const account = what.by.account ? what.by.account->value : "";
  auto const reused = [&] {
    into.replies.emplace_back(std::move(what.reply),
                              protocol::reject(protocol::error_code::command_id_reused, "/command_id",
                                               "This command_id was used for something else; make a new one."));
  };
  for (auto const& each : into.entries) {
    if (each.entry.command != what.id) continue;
    bool const same = each.entry.request == what.request && each.entry.account == what.by.account;
    if (!same) return reused();
    into.replies.emplace_back(std::move(what.reply), receipt{each.entry.seq, each.entry.answer});
    return;
  }
  if (auto const* before = index_.find(what.id.value)) {
    if (before->account != account || before->request != command_index::shortened(what.request)) return reused();
    return answer_again(what, before->seq, into);
  }
  try {
    decide_new(what, into);
  } catch (std::exception const&) {
    runtime::log(runtime::severity::error, "a rule failed",
                 {{"method", what.method}, {"why", runtime::describe(std::current_exception())}});
    into.failed = true;
    for (auto& [ignored, answer] : into.replies) answer = std::unexpected(internal());
    into.replies.emplace_back(std::move(what.reply), std::unexpected(internal()));
    into.entries.clear();
    working_ = committed_;
  }
}

template <class Model>
protocol::rejection executor<Model>::internal() {
  return {protocol::error_code::internal, "", "The server made a mistake. Nothing was saved; send this again."};
}

template <class Model>
void executor<Model>::decide_new(command& what, batch& into) {
  domain::position const place{committed_seq_ + static_cast<protocol::seq>(into.entries.size()) + 1,
                               std::chrono::floor<std::chrono::milliseconds>(time_.now())};
  auto decided = what.decide(working_, domain::context{what.by, place.now, place.at, random_id()});
  if (!decided) {
    into.replies.emplace_back(std::move(what.reply), std::unexpected(std::move(decided.error())));
    return;
  }
  if (decided->events.empty()) {
    into.replies.emplace_back(std::move(what.reply), receipt{place.at - 1, std::move(decided->answer)});
    return;
  }
  stored made{{place.at, place.now, std::move(decided->events)}, {}};
  for (auto const& each : made.what.events) Model::apply(working_, each, place);
  made.entry = {place.at,       stream_,     place.now,    what.by.account,
                what.id,        what.method, what.request, protocol::json::array(),
                decided->answer};
  for (auto const& each : made.what.events) made.entry.events.push_back(write_event(each));
  into.replies.emplace_back(std::move(what.reply), receipt{place.at, std::move(decided->answer)});
  into.entries.push_back(std::move(made));
}

template <class Model>
void executor<Model>::answer_again(command& what, protocol::seq at, batch& into) {
  if (auto kept = index_.answer(at)) {
    into.replies.emplace_back(std::move(what.reply), receipt{at, std::move(*kept)});
    return;
  }
  auto const asked = std::make_shared<reply>(std::move(what.reply));
  bool const taken = store_.lane.submit(
      home_, [this, at] { return read_answer(store_, stream_, at); },
      [asked, at](auto got) {
        if (got && *got) return (*asked)(receipt{at, std::move(**got)});
        (*asked)(std::unexpected(read_only()));
      });
  if (!taken) (*asked)(std::unexpected(read_only()));
}

template <class Model>
void executor<Model>::append(std::shared_ptr<batch> work) {
  std::vector<record> records;
  for (auto const& each : work->entries) records.push_back(each.entry);
  in_flight_ = true;
  bool const taken = store_.lane.submit(
      home_,
      [this, expected = committed_seq_, records = std::move(records)]() mutable {
        return append_records(store_, stream_, expected, std::move(records));
      },
      [this, work](auto got) {
        in_flight_ = false;
        if (got && *got) return appended(*work, **got);
        fail(*work, got ? got->error().detail : runtime::describe(got.error()));
      });
  if (taken) return;
  in_flight_ = false;
  fail(*work, "the storage lane is full");
}

template <class Model>
void executor<Model>::appended(batch& work, journal::head const& end) {
  accept({std::move(work.entries), end.hash});
  publish();
  if (owed_.empty()) {
    send_replies(work);
    return schedule();
  }
  in_flight_ = true;
  forget_owed([this, held = std::make_shared<batch>(std::move(work))] {
    in_flight_ = false;
    send_replies(*held);
    schedule();
  });
}

template <class Model>
void executor<Model>::accept(stretch_of_events const& all) {
  for (auto const& each : all.entries) {
    domain::position const place{each.what.at, each.what.now};
    for (auto const& event : each.what.events) {
      Model::apply(committed_, event, place);
      if (auto const person = Model::forgotten(event)) owed_.push_back(person->value);
    }
    if (epoch_.empty())
      epoch_ = each.entry.command.value.substr(0, 32) + "." + std::to_string(each.what.now.time_since_epoch().count());
    index_.add(each.entry.command.value, each.what.at, each.entry.account ? each.entry.account->value : "",
               each.entry.request, each.entry.answer);
    committed_seq_ = each.what.at;
    unpublished_.push_back(each.what);
  }
  if (!all.entries.empty()) last_hash_ = all.last;
}

template <class Model>
void executor<Model>::publish() {
  if (hear_.on_publish && !unpublished_.empty()) hear_.on_publish(committed_, unpublished_);
  unpublished_.clear();
}

template <class Model>
void executor<Model>::send_replies(batch& work) {
  for (auto& [to, answer] : work.replies) to(std::move(answer));
  work.replies.clear();
}

template <class Model>
void executor<Model>::fail(batch& work, std::string const& why) {
  runtime::log(runtime::severity::error, "the journal could not be written", {{"stream", stream_}, {"why", why}});
  working_ = committed_;
  set_writable(false);
  for (auto& [to, ignored] : work.replies) to(std::unexpected(read_only()));
  refuse_waiting();
  retry_later();
}

template <class Model>
void executor<Model>::refuse_waiting() {
  while (!waiting_.empty()) {
    waiting_.front().reply(std::unexpected(read_only()));
    waiting_.pop_front();
  }
}

template <class Model>
void executor<Model>::set_writable(bool now) {
  if (writable_ == now) return;
  writable_ = now;
  if (hear_.on_writable) hear_.on_writable(now);
}

template <class Model>
void executor<Model>::retry_later() {
  if (stopped_) return;
  retry_.expires_after(bounds_.retry);
  retry_.async_wait([this](boost::system::error_code const& cancelled) {
    if (!cancelled && !stopped_) recover();
  });
}

template <class Model>
void executor<Model>::recover() {
  bool const taken = store_.lane.submit(
      home_, [this] { return store_.journal.probe(); },
      [this](auto got) {
        if (!got || !*got) return retry_later();
        read_on([this](std::expected<void, std::string> done) {
          if (!done) return retry_later();
          publish();
          auto const go_on = [this] {
            set_writable(true);
            runtime::log(runtime::severity::info, "the journal can be written again", {{"stream", stream_}});
          };
          if (owed_.empty()) return go_on();
          forget_owed(go_on);
        });
      });
  if (!taken) retry_later();
}

template <class Model>
void executor<Model>::read_on(std::move_only_function<void(std::expected<void, std::string>)> then) {
  auto const asked = std::make_shared<decltype(then)>(std::move(then));
  bool const taken = store_.lane.submit(
      home_, [this, after = committed_seq_, previous = last_hash_] { return load(after, previous); },
      [this, asked](auto got) {
        loaded const part =
            got ? std::move(*got) : loaded(std::unexpected("reading failed: " + runtime::describe(got.error())));
        if (!part) return (*asked)(std::unexpected(part.error()));
        bool const more = part->entries.size() == bounds_.stretch;
        accept(*part);
        if (more) return read_on([asked](auto done) { (*asked)(std::move(done)); });
        working_ = committed_;
        (*asked)({});
      });
  if (!taken) (*asked)(std::unexpected("the storage lane is full"));
}

template <class Model>
void executor<Model>::forget_owed(std::move_only_function<void()> then) {
  bool const taken = store_.lane.submit(
      home_, [this, persons = owed_] { return forget_all(store_, stream_, persons); },
      [this, then = std::move(then)](auto got) mutable {
        if (got && *got) {
          owed_.clear();
          return then();
        }
        runtime::log(runtime::severity::error, "a key could not be destroyed", {{"stream", stream_}});
        then();
        set_writable(false);
        retry_later();
      });
  if (!taken) retry_later();
}

template <class Model>
typename executor<Model>::loaded executor<Model>::load(protocol::seq after, journal::hash256 previous) {
  auto part = read_stretch(store_, stream_, after, previous, bounds_.stretch);
  if (!part) return std::unexpected(part.error());
  stretch_of_events out{{}, part->last};
  for (auto& each : part->records) {
    stored next{{each.seq, each.at, {}}, {}};
    for (auto& data : each.events) {
      auto read = read_event<event>(std::move(data), Model::forward());
      if (!read)
        return std::unexpected("entry " + std::to_string(each.seq) + " of stream " + stream_ + ": " +
                               read.error().problems.front().words);
      next.what.events.push_back(std::move(*read));
    }
    each.events = protocol::json::array();
    next.entry = std::move(each);
    out.entries.push_back(std::move(next));
  }
  return out;
}

}  // namespace dais::executor
