#include "server/domain/limits.hpp"
#include "server/domain/meeting/import/areas.hpp"
#include "server/domain/sponsorship/terms.hpp"

namespace dais::domain {

using protocol::meeting::change_kind;

void import_funds(import_run& run) {
  for (std::size_t i = 0; i < run.file().funds.items.size(); ++i) {
    auto const& fund = run.file().funds.items[i];
    std::string const path = "/funds/" + std::to_string(i), what = "fund " + fund.id.value;
    problems found;
    run.is_first("fund", fund.id.value, path + "/id", found);
    auto const& funds = run.state().sponsorship.funds;
    auto const now = funds.find(fund.id);
    if (now == funds.end() && funds.size() >= most::funds)
      found.push_back({protocol::error_code::too_large, path, "There are 12 funds already, which is the limit.", {}});
    if (!found.empty()) {
      run.refuse(what, std::move(found));
    } else if (now == funds.end()) {
      run.accept(change_kind::added, path, what, {}, {fund_put{fund}});
    } else {
      protocol::fund_details const before{fund.id,         now->second.name, now->second.amount, {now->second.earmark},
                                          now->second.who, now->second.kinds};
      if (before == fund)
        run.leave();
      else
        run.accept(change_kind::changed, path, what, differences(before, fund), {fund_put{fund}});
    }
  }
}

void import_sponsorship(import_run& run) {
  auto const& terms = run.file().sponsorship;
  if (!terms) return;
  std::string const path = "/sponsorship", what = "sponsorship";
  auto const& now = run.state().sponsorship;
  if (auto wrong = check_terms(*terms, run.state(), path); !wrong.empty()) return run.refuse(what, std::move(wrong));
  if (now.terms == terms) return run.leave();
  run.accept(now.terms ? change_kind::changed : change_kind::added, path, what,
             now.terms ? differences(*now.terms, *terms) : std::vector<std::string>(), {terms_set{*terms}});
}

}  // namespace dais::domain
