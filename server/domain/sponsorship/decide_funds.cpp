// The funds from which sponsorship is paid.

#include "server/domain/limits.hpp"
#include "server/domain/refusals.hpp"
#include "server/domain/sponsorship/decide.hpp"

namespace dais::domain {

decision<protocol::sponsorship::put_fund> decide(meeting_state const& state,
                                                 protocol::sponsorship::put_fund const& command, context const&) {
  auto const& details = command.details;
  auto const found = state.sponsorship.funds.find(details.id);
  if (found == state.sponsorship.funds.end()) {
    if (command.version != 0) return refuse_unknown("/details/id", "fund", details.id.value);
    if (state.sponsorship.funds.size() >= most::funds) return refuse_full("funds", most::funds);
    return accepted{{fund_put{details}}, {}};
  }
  auto const& now = found->second;
  if (command.version == 0)
    return protocol::reject(protocol::error_code::already_there, "/details/id",
                            "There is a fund \"" + details.id.value + "\" already; change that one.",
                            {{"name", details.id.value}});
  if (now.version != command.version) return refuse_stale("fund", now.version);
  if (now.name == details.name && now.amount == details.amount && now.earmark == details.earmark.value &&
      now.who == details.who && now.kinds == details.kinds)
    return accepted{};
  return accepted{{fund_put{details}}, {}};
}

decision<protocol::sponsorship::remove_fund> decide(meeting_state const& state,
                                                    protocol::sponsorship::remove_fund const& command, context const&) {
  auto const found = state.sponsorship.funds.find(command.fund);
  if (found == state.sponsorship.funds.end()) return refuse_unknown("/fund", "fund", command.fund.value);
  if (found->second.version != command.version) return refuse_stale("fund", found->second.version);
  return accepted{{fund_removed{command.fund}}, {}};
}

}  // namespace dais::domain
