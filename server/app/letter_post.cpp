#include "server/app/letter_post.hpp"

#include <vector>

#include "protocol/codec.hpp"
#include "server/app/commands.hpp"
#include "server/app/decisions.hpp"
#include "server/app/letters.hpp"
#include "server/catalogue/message.hpp"
#include "server/domain/sponsorship/decide.hpp"
#include "server/executor/lane.hpp"
#include "server/mail/send.hpp"
#include "server/runtime/log.hpp"

namespace dais::app {
namespace {

/// The address in the member's entry, as the delegation wants it.
std::optional<std::string> address_of(domain::meeting_state const& state, domain::application const& of) {
  auto const delegation = state.registration.delegations.find(of.delegation);
  if (delegation == state.registration.delegations.end()) return std::nullopt;
  auto const member = delegation->second.members.find(of.member);
  if (member == delegation->second.members.end()) return std::nullopt;
  auto const& details = member->second.wanted().details;
  return details && details->email ? std::optional(details->email->value) : std::nullopt;
}

template <class State>
void take(meeting_stream& from, std::string const& topic, State& into) {
  if (auto const shown = from.state_of(topic))
    if (auto read = protocol::decode<State>(*shown)) into = std::move(*read);
}

sponsorship_facts facts_of(meeting_stream& from, protocol::instant now) {
  sponsorship_facts facts;
  facts.now = now;
  take(from, "meeting", facts.meeting);
  take(from, "sponsorship@committee", facts.sponsorship);
  take(from, "sponsorship", facts.published);
  take(from, "sponsorship.terms@committee", facts.terms);
  return facts;
}

}  // namespace

/// The letters of one meeting that are being sent, in their order.
struct letter_post::journey {
  meeting_stream& stream;
  std::shared_ptr<sponsorship_facts const> facts;
  std::vector<addressed> letters;
  std::size_t at = 0;
};

letter_post::letter_post(world& of, std::optional<mail::mail_settings> to) : of_(of), to_(std::move(to)) {}

std::size_t letter_post::send_waiting(meeting_stream& of) {
  auto const& state = of.run().committed();
  std::vector<addressed> found;
  std::scoped_lock const lock(mutex_);
  for (auto const& [id, each] : state.sponsorship.applications) {
    if (!each.letter || each.letter->sent) continue;
    auto const address = address_of(state, each);
    if (address && on_their_way_.insert({of.name(), id}).second) found.push_back({id, *address});
  }
  auto const count = found.size();
  if (count == 0) return 0;
  auto facts = std::make_shared<sponsorship_facts const>(facts_of(of, of_.with().time.now()));
  next(std::make_shared<journey>(of, std::move(facts), std::move(found)));
  return count;
}

void letter_post::next(std::shared_ptr<journey> on) {
  if (on->at == on->letters.size() || stopping_.stop_requested()) return;
  auto const letter = on->letters[on->at++];
  auto const work = [this, on, letter]() -> bool {
    auto const paper = letter_to(*on->facts, letter.application);
    if (!paper) return false;
    auto printed = office::print(*paper);
    if (!printed) return false;
    auto const words = [&](std::string_view key) {
      return catalogue::format(paper->head.language, key,
                               {{"meeting", paper->head.meeting_name}, {"reference", paper->reference}});
    };
    mail::message const message{letter.to,
                                paper->name,
                                words("paper.mail.subject"),
                                words("paper.mail.body"),
                                paper->head.language,
                                "letter-" + paper->reference + ".pdf",
                                std::move(*printed),
                                "letter-" + paper->reference + "-" +
                                    std::to_string(paper->head.as_of.time_since_epoch().count()) + "@dais.invalid"};
    auto const sent = mail::send(*to_, message, {.stop = stopping_.get_token()});
    if (!sent)
      runtime::log(runtime::severity::warning, "a letter could not be sent",
                   {{"application", letter.application.value}, {"why", sent.error().words}});
    return sent.has_value();
  };
  bool const taken = of_.with().pool.submit(on->stream.home(), work, [this, on, letter](auto got) {
    if (got && *got) note_sent(*on, letter.application);
    {
      std::scoped_lock const lock(mutex_);
      on_their_way_.erase({on->stream.name(), letter.application});
    }
    next(on);
  });
  if (taken) return;
  std::scoped_lock const lock(mutex_);
  for (auto const& each : on->letters) on_their_way_.erase({on->stream.name(), each.application});
}

void letter_post::note_sent(journey& on, protocol::application_id const& application) {
  executor::executor<meeting_model>::command made;
  made.id.value = "letter-" + executor::random_id();
  made.method = protocol::sponsorship::send_letters::info.name;
  made.request = request_digest(made.method, on.stream.name(), protocol::encode(application));
  made.decide = decision_of<meeting_model>(domain::record_letter{application});
  made.reply = [](protocol::result<executor::receipt> noted) {
    if (!noted)
      runtime::log(runtime::severity::warning, "a letter was sent, but that could not be noted",
                   {{"why", noted.error().problems.front().words}});
  };
  on.stream.run().submit(std::move(made));
}

}  // namespace dais::app
