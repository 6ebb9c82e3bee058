#include "server/app/sponsorship_exports.hpp"

#include <optional>
#include <utility>

#include "protocol/codec.hpp"
#include "server/app/letters.hpp"
#include "server/app/report_json.hpp"
#include "server/app/sponsorship_audit.hpp"
#include "server/app/sponsorship_reports.hpp"

namespace dais::app {
namespace {

using protocol::error_code;
using protocol::json;

protocol::result<sponsorship_facts> facts_from(export_request const& what, export_source const& from) {
  sponsorship_facts out{what.language.value, from.now, {}, {}, {}, {}, {}};
  std::optional<protocol::rejection> wrong;
  auto const read = [&]<class State>(std::string const& topic, State& to) {
    auto const found = from.topics.find(topic);
    if (found == from.topics.end()) return;
    auto got = protocol::decode<State>(found->second);
    if (got)
      to = std::move(*got);
    else
      wrong = got.error();
  };
  read("meeting", out.meeting);
  read("sponsorship@committee", out.sponsorship);
  read("sponsorship", out.published);
  read("sponsorship.terms@committee", out.terms);
  read("allocation@committee", out.allocations);
  if (wrong) return std::unexpected(std::move(*wrong));
  return out;
}

protocol::result<exported> letter(export_request const& what, sponsorship_facts facts) {
  auto const paper = letter_to(std::move(facts), *what.application);
  if (!paper) return std::unexpected(no_such_letter());
  return as_paper(office::print(*paper), "letter-" + paper->reference + "-" + paper->head.language + ".pdf");
}

/// `bundle`: what .json gives.
protocol::result<exported> as_asked(export_request const& what, office::report_paper const& report, json const& bundle,
                                    std::string const& file) {
  if (what.format == "json") return exported{"application/json", bundle.dump(2) + "\n", file};
  if (what.format == "xlsx") return as_spreadsheet(office::sheets_of(report), file);
  return as_paper(office::print(report), file);
}

protocol::result<exported> audit(export_request const& what, export_source const& from, sponsorship_facts const& facts,
                                 std::string const& file) {
  auto const proposal = audited_proposal(facts.allocations, what.proposal);
  if (!proposal || !from.allocation)
    return protocol::reject(error_code::not_found, "", "There is no such proposal, or none that was notified.");
  auto const run = domain::run_allocation(*from.allocation);
  if (!run) return std::unexpected(run.error());
  return as_asked(what, audit_report(facts, *proposal, *run), audit_bundle(facts, *proposal, *run), file);
}

}  // namespace

protocol::result<exported> make_sponsorship_export(export_request const& what, export_source const& from) {
  auto read = facts_from(what, from);
  if (!read) return std::unexpected(read.error());
  if (what.application) return letter(what, std::move(*read));
  auto const& facts = *read;
  auto const& meeting = facts.meeting.id;
  std::string const file = meeting.value + "-" + what.content + "-" + what.language.value + "." + what.format;
  if (what.content == "sponsorship-audit") return audit(what, from, facts, file);
  auto const report = what.content == "sponsorship-donors" ? donors_report(facts) : meeting_report(facts);
  return as_asked(what, report, report_json(report, "dais-" + what.content + "/1", meeting), file);
}

protocol::result<exported> as_paper(office::pdf made, std::string file_name) {
  if (!made) return protocol::reject(error_code::internal, "", "The paper could not be made; ask for another format.");
  return exported{"application/pdf", std::move(*made), std::move(file_name)};
}

protocol::result<exported> as_spreadsheet(office::spreadsheet const& of, std::string file_name) {
  auto made = office::xlsx(of);
  if (!made)
    return protocol::reject(error_code::internal, "", "The spreadsheet could not be made; ask for another format.");
  return exported{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", std::move(*made),
                  std::move(file_name)};
}

}  // namespace dais::app
