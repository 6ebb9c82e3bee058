#pragma once
// What can be downloaded: lists (agenda, participants, documents) as PDF, CSV, XLSX or JSON, reports about sponsorship
// as PDF, XLSX or JSON, and an applicant's letter as PDF; in the reader's language.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/errors.hpp"
#include "protocol/json.hpp"
#include "protocol/values.hpp"
#include "server/domain/sponsorship/allocating.hpp"

namespace dais::app {

/// "participants.pdf" with the reader's language. The language of a letter is empty where none was asked for: it is
/// then the addressee's.
struct export_request {
  std::string content;
  std::string format;  ///< pdf, csv, xlsx or json
  protocol::language language;
  std::optional<protocol::application_id> application;  ///< of a letter
  std::optional<protocol::proposal_id> proposal;        ///< that an audit is about; absent: the last one notified
};

/// Reads the last segment of an export's path, and `lang` and `proposal` of its query; not_found for what there is not,
/// wrong_format for the format.
protocol::result<export_request> read_export(std::string_view file, std::string language, std::string proposal = {});

/// What somebody is told who asks for a letter that is not there, or is somebody else's.
protocol::rejection no_such_letter();

/// Topics that an export is made of, besides "meeting".
std::vector<std::string> topics_of(export_request const& what);

/// Everything that an export is made of: states of topics by their names. "documents" is there under that name whatever
/// its audience. All are topics that the reader may follow, but for a letter: of "sponsorship@committee" there is only
/// the addressee's application then.
struct export_source {
  std::map<std::string, protocol::json> topics;
  protocol::instant now;
  std::optional<domain::allocation_case> allocation;  ///< of the proposal that an audit is about
};

struct exported {
  std::string media_type;
  std::string bytes;
  std::string file_name;
};

/// Blocking: PDF takes up to some seconds.
protocol::result<exported> make_export(export_request const& what, export_source const& from);

}  // namespace dais::app
