#pragma once
// Exports about sponsorship: reports, the auditor's bundle, letters.

#include <string>

#include "server/app/exports.hpp"
#include "server/office/paper.hpp"
#include "server/office/spreadsheet.hpp"

namespace dais::app {

/// Blocking, as make_export.
protocol::result<exported> make_sponsorship_export(export_request const& what, export_source const& from);

/// A paper or a spreadsheet under its media type; a refusal where it could not be made.
protocol::result<exported> as_paper(office::pdf made, std::string file_name);
protocol::result<exported> as_spreadsheet(office::spreadsheet const& of, std::string file_name);

}  // namespace dais::app
