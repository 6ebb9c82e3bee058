#pragma once
// Lists as files: the agenda, the participants, the documents, as PDF, CSV or JSON, in the reader's language.

#include <map>
#include <string>
#include <string_view>

#include "protocol/errors.hpp"
#include "protocol/json.hpp"
#include "protocol/values.hpp"

namespace dais::app {

/// "participants.pdf" with the reader's language.
struct export_request {
  std::string content;
  std::string format;  ///< pdf, csv or json
  protocol::language language;
};

/// Reads the last segment of an export's path; not_found for what there is not, wrong_format for the format.
protocol::result<export_request> read_export(std::string_view file, std::string language);

/// Everything that an export is made of: states of topics that its reader may follow, by their names. "documents" is
/// there under that name whatever its audience.
struct export_source {
  std::map<std::string, protocol::json> topics;
  protocol::instant now;
};

struct exported {
  std::string media_type;
  std::string bytes;
  std::string file_name;
};

/// Blocking: PDF takes up to some seconds.
protocol::result<exported> make_export(export_request const& what, export_source const& from);

}  // namespace dais::app
