// What a reader may download that is made for them.

#include "protocol/codec.hpp"
#include "server/access/rights.hpp"
#include "server/app/answers.hpp"
#include "server/app/exports.hpp"
#include "server/app/service.hpp"
#include "server/app/sponsorship_audit.hpp"
#include "server/domain/sponsorship/allocating.hpp"
#include "server/gateway/text.hpp"

namespace dais::app {

using protocol::error_code;

namespace {

/// States of a meeting that an export is made of; on the meeting's own shard.
protocol::result<export_source> source_of(meeting_stream& stream, access::principal const& by,
                                          export_request const& what, protocol::instant now) {
  auto const& state = stream.run().committed();
  export_source from{{}, now, {}};
  auto const take = [&](std::string const& name, std::string const& topic) {
    if (auto shown = stream.state_of(topic)) from.topics[name] = std::move(*shown);
  };
  take("meeting", "meeting");
  for (auto const& each : topics_of(what)) take(each, each);
  if (what.content == "documents")
    if (auto const audience = access::widest_audience(by, state.id); audience != protocol::audience::everyone)
      take("documents", "documents@" + protocol::encode(audience).get<std::string>());
  if (what.content == "participants")
    for (auto const& [id, ignored] : from.topics["participants"]["delegations"].items())
      take("participants/" + id, "participants/" + id);
  if (what.application) {
    auto const found = state.sponsorship.applications.find(*what.application);
    if (found == state.sponsorship.applications.end() ||
        access::may_have(by, state.id, what.content, found->second.delegation, found->second.member))
      return std::unexpected(no_such_letter());
    auto& shown = from.topics["sponsorship@committee"]["applications"];
    shown = {{what.application->value, shown[what.application->value]}};
  }
  if (what.content == "sponsorship-audit") {
    auto const all = protocol::decode<protocol::topics::allocations>(from.topics["allocation@committee"]);
    auto const proposal = all ? audited_proposal(*all, what.proposal) : std::nullopt;
    if (!proposal) return from;
    auto input = domain::allocation_input(state, {.scenario = {}, .proposal = proposal, .setup = {}});
    if (!input) return std::unexpected(input.error());
    from.allocation = std::move(*input);
  }
  return from;
}

/// Whether a letter is this reader's is known where the application is; until then all letters are answered alike.
std::optional<protocol::rejection> may_ask(access::principal const& by, protocol::meeting_id const& meeting,
                                           export_request const& what) {
  if (!what.application) return access::may_export(by, meeting, what.content);
  auto no = access::may_have(by, meeting, what.content, {}, {});
  return no && no->code() == error_code::signed_out ? no : std::nullopt;
}

}  // namespace

void service::export_file(gateway::principal by, std::string path, std::string query,
                          gateway::done<gateway::answer<gateway::content>> then) {
  auto const parts = segments_of(path);
  auto* const stream = parts.size() == 2 ? find(protocol::meeting_id{parts[0]}) : nullptr;
  if (stream == nullptr)
    return then(refused(error_code::not_found, "", "Ask for /exports/<meeting>/<content>.<format>."));
  auto const what = read_export(parts[1], gateway::query_value(query, "lang").value_or(""),
                                gateway::query_value(query, "proposal").value_or(""));
  if (!what) return then(refused(what.error()));
  if (auto const no = may_ask(holder(by), protocol::meeting_id{parts[0]}, *what)) return then(refused(*no));
  stream->home().post([this, stream, by, what = *what, then = std::move(then)]() mutable {
    auto from = source_of(*stream, holder(by), what, of_.with().time.now());
    if (!from) return here().post([why = from.error(), then = std::move(then)]() mutable { then(refused(why)); });
    auto const finish = std::make_shared<decltype(then)>(std::move(then));
    bool const taken = of_.with().pool.submit(
        here(), [what, from = std::move(*from)] { return make_export(what, from); },
        [finish](auto got) {
          if (!got) return (*finish)(refused(error_code::internal, "", "The export could not be made."));
          if (!*got) return (*finish)(refused(got->error()));
          (*finish)(gateway::content{200, (*got)->media_type, std::move((*got)->bytes), (*got)->file_name});
        });
    if (!taken)
      here().post([finish] {
        (*finish)(refused(error_code::too_many_requests, "", "The server is busy; try again in a moment."));
      });
  });
}

}  // namespace dais::app
