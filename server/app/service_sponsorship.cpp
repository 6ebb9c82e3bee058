// Allocations that are asked for, but not decided: what they come to, why not, and who took part.

#include "protocol/codec.hpp"
#include "server/app/service.hpp"
#include "server/domain/sponsorship/allocating.hpp"
#include "server/domain/sponsorship/decide.hpp"
#include "server/executor/lane.hpp"

namespace dais::app {

using protocol::error_code;
using protocol::json;

namespace {

/// Everybody who proposed, approved or tried something.
std::set<protocol::account_id> took_part(domain::sponsorship_state const& in) {
  std::set<protocol::account_id> out;
  auto const add = [&](std::optional<protocol::account_id> const& who) {
    if (who) out.insert(*who);
  };
  for (auto const& [id, each] : in.scenarios) add(each.by);
  for (auto const& each : in.trials.newest) add(each.by);
  for (auto const& [id, each] : in.proposals) {
    add(each.shown.by);
    for (auto const& approval : each.shown.approvals) add(approval.by);
  }
  return out;
}

}  // namespace

void service::allocate(asked_ptr what, protocol::allocation_source source,
                       std::function<protocol::result<json>(domain::allocation_run const&)> answer,
                       std::function<void(meeting_stream&, domain::allocation_run const&, json)> then) {
  auto* const stream = find(*what->request.meeting);
  if (stream == nullptr) return what->refuse({error_code::not_found, "/meeting", "There is no such meeting."});
  stream->home().post(
      [this, what, stream, source = std::move(source), answer = std::move(answer), then = std::move(then)]() mutable {
        auto found = domain::allocation_input(stream->run().committed(), source);
        here().post([this, what, stream, found = std::move(found), answer = std::move(answer),
                     then = std::move(then)]() mutable {
          if (!found) return what->refuse(found.error());
          struct made {
            domain::allocation_run run;
            json answer;
          };
          auto const work = [of = std::move(*found), answer = std::move(answer)]() mutable -> protocol::result<made> {
            auto run = domain::run_allocation(std::move(of));
            if (!run) return std::unexpected(run.error());
            auto said = answer(*run);
            if (!said) return std::unexpected(said.error());
            return made{std::move(*run), std::move(*said)};
          };
          bool const taken =
              of_.with().pool.submit(here(), std::move(work), [what, stream, then = std::move(then)](auto got) {
                if (!got) return what->refuse({error_code::internal, "", "The allocation could not be made."});
                if (!*got) return what->refuse(got->error());
                then(*stream, (*got)->run, std::move((*got)->answer));
              });
          if (!taken) what->refuse({error_code::too_many_requests, "", "The server is busy; try again in a moment."});
        });
      });
}

void service::simulate(asked_ptr what) {
  auto params = protocol::decode<protocol::sponsorship::simulate>(what->request.params);
  if (!params) return what->refuse(params.error());
  auto const source = params->source;
  auto const answer = [](domain::allocation_run const& run) -> protocol::result<json> {
    return protocol::encode(domain::outcome_of(run));
  };
  allocate(what, source, answer,
           [this, what, source](meeting_stream& stream, domain::allocation_run const& run, json outcome) {
             if (source.proposal) return what->with(outcome);
             domain::record_trial const tried{source.scenario, source.setup, run.hash(),
                                              static_cast<std::int64_t>(run.result.at("granted").size()),
                                              run.of.provisional};
             executor::executor<meeting_model>::command made;
             made.id.value = "trial-" + executor::random_id();
             made.by = {what->by->account, what->by->roles};
             made.method = what->request.method;
             made.request = request_digest(made.method, stream.name(), what->request.params);
             made.decide = decision_of<meeting_model>(tried);
             made.reply = [&shard = here(), what, outcome = std::move(outcome)](auto recorded) mutable {
               shard.post([what, recorded = std::move(recorded), outcome = std::move(outcome)] {
                 recorded ? what->with(outcome) : what->refuse(recorded.error());
               });
             };
             stream.home().post([&stream, made = std::move(made)]() mutable { stream.run().submit(std::move(made)); });
           });
}

void service::explain(asked_ptr what) {
  auto params = protocol::decode<protocol::sponsorship::explain>(what->request.params);
  if (!params) return what->refuse(params.error());
  auto const answer = [application = params->application](domain::allocation_run const& run) -> protocol::result<json> {
    auto const changes = domain::changes_for(run, application);
    if (changes) return protocol::encode(*changes);
    return protocol::reject(error_code::not_found, "/application",
                            "This application has a seat, or was not ranked; there is nothing to explain.",
                            {{"name", application.value}});
  };
  allocate(what, std::move(params->source), answer,
           [what](meeting_stream&, domain::allocation_run const&, json said) { what->with(said); });
}

void service::committee(asked_ptr what) {
  if (auto const params = protocol::decode<protocol::sponsorship::committee>(what->request.params); !params)
    return what->refuse(params.error());
  auto* const stream = find(*what->request.meeting);
  if (stream == nullptr) return what->refuse({error_code::not_found, "/meeting", "There is no such meeting."});
  stream->home().post([this, what, stream] {
    of_.organization().home().post([this, what, asked = took_part(stream->run().committed().sponsorship)] {
      protocol::sponsorship::committee_names out;
      auto const& accounts = of_.organization().run().committed().accounts;
      for (auto const& id : asked)
        if (auto const found = accounts.find(id); found != accounts.end() && found->second.details)
          out.names[id] = found->second.details->name.value;
      here().post([what, out] { what->with(protocol::encode(out)); });
    });
  });
}

void service::send_letters(asked_ptr what) {
  if (auto const params = protocol::decode<protocol::sponsorship::send_letters>(what->request.params); !params)
    return what->refuse(params.error());
  if (!letters_.can_send())
    return what->refuse({error_code::not_now, "",
                         "This server sends no e-mail: no mail server is configured. Print the letters, or send them "
                         "yourself, and mark them as sent."});
  auto* const stream = find(*what->request.meeting);
  if (stream == nullptr) return what->refuse({error_code::not_found, "/meeting", "There is no such meeting."});
  stream->home().post([this, what, stream] {
    auto const count = static_cast<std::int64_t>(letters_.send_waiting(*stream));
    here().post([what, count] { what->with(protocol::encode(protocol::sponsorship::letters_on_their_way{count})); });
  });
}

void service::notify(asked_ptr what, meeting_stream& to, decision<meeting_model> decide) {
  submit(what, to, std::move(decide), [this, what, &to](protocol::result<executor::receipt> outcome) {
    if (outcome) to.home().post([this, &to] { letters_.send_waiting(to); });
    here().post([what, outcome = std::move(outcome)] {
      outcome ? what->with(outcome->answer) : what->refuse(outcome.error());
    });
  });
}

}  // namespace dais::app
