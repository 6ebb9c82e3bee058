#pragma once
// Letters that go by e-mail: each is printed, handed to the mail server, and noted in the journal as sent.

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <utility>

#include "server/app/world.hpp"
#include "server/mail/message.hpp"

namespace dais::app {

/// One for the whole server; any shard may ask. A letter that could not be sent waits on, and its applicant can be
/// written to by hand.
class letter_post {
public:
  /// `to` absent: this server sends no e-mail. `of` outlives it.
  letter_post(world& of, std::optional<mail::mail_settings> to);

  bool can_send() const { return to_.has_value(); }
  /// On the meeting's home shard: starts to send every letter that waits, has an address and is not on its way, one
  /// after the other. Yields how many that are.
  std::size_t send_waiting(meeting_stream& of);
  /// Gives up the letter under way; those behind it wait for the next time.
  void stop() { stopping_.request_stop(); }

private:
  struct addressed {
    protocol::application_id application;
    std::string to;
  };
  struct journey;

  void next(std::shared_ptr<journey> on);
  void note_sent(journey& on, protocol::application_id const& application);

  world& of_;
  std::optional<mail::mail_settings> to_;
  std::stop_source stopping_;
  std::mutex mutex_;
  std::set<std::pair<std::string, protocol::application_id>> on_their_way_;  ///< with the stream's name
};

}  // namespace dais::app
