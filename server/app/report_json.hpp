#pragma once
// A report for programs.

#include <string>

#include "protocol/json.hpp"
#include "protocol/values.hpp"
#include "server/office/report.hpp"

namespace dais::app {

/// Figures and tables by their ids, amounts in hundredths of the currency; paragraphs and rows of totals are left out.
protocol::json report_json(office::report_paper const& report, std::string const& schema,
                           protocol::meeting_id const& meeting);

}  // namespace dais::app
