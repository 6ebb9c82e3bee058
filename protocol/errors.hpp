#pragma once
// What a refused request is told: stable codes, the field at fault, words, and the values that the words speak of.

#include <expected>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace dais::protocol {

/// Stable for ever: clients and catalogues ("error.<code>") are keyed by these names.
enum class error_code {
  not_json,           ///< the text is no JSON
  bad_utf8,           ///< the text is not UTF-8
  too_deep,           ///< nested deeper than limits::depth
  too_large,          ///< more bytes or elements than allowed
  duplicate_key,      ///< one key twice in an object
  invalid_request,    ///< not a JSON-RPC 2.0 request
  unknown_method,     ///
  unknown_topic,      ///
  missing_field,      ///
  unknown_field,      ///
  wrong_type,         ///
  wrong_format,       ///< a string that is not of the form asked for
  unknown_value,      ///< not one of the listed values
  too_short,          ///
  too_long,           ///
  out_of_range,       ///
  bad_language,       ///< no BCP 47 language tag
  not_found,          ///< names something that is not there
  already_there,      ///< names something that is there already
  not_now,            ///< the state of the thing does not allow it
  incomplete,         ///< something is missing before this can be done
  nothing_to_do,      ///< it is so already
  stale,              ///< somebody changed the thing since the version that the request names
  signed_out,         ///< sign in first
  forbidden,          ///< your role does not allow it
  wrong_credentials,  ///
  too_many_attempts,  ///< wait; `retry_after` says how many seconds
  too_many_requests,  ///
  link_used,          ///< the one-time link is used, expired or unknown
  command_id_reused,  ///< the same command_id with other contents, or of another account
  read_only,          ///< the journal cannot be written now; nothing was saved
  wrong_content,      ///< an uploaded file is not what it says
  storage_full,       ///
  internal            ///< a defect of the server; nothing was saved
};
BOOST_DESCRIBE_ENUM(error_code, not_json, bad_utf8, too_deep, too_large, duplicate_key, invalid_request, unknown_method,
                    unknown_topic, missing_field, unknown_field, wrong_type, wrong_format, unknown_value, too_short,
                    too_long, out_of_range, bad_language, not_found, already_there, not_now, incomplete, nothing_to_do,
                    stale, signed_out, forbidden, wrong_credentials, too_many_attempts, too_many_requests, link_used,
                    command_id_reused, read_only, wrong_content, storage_full, internal)

/// One thing that is wrong. `path` is a JSON Pointer into params ("/member/email"), empty for the whole request.
/// `words` is an English sentence that says what is wrong and what to do; `values` are what a translation needs.
struct problem {
  error_code code = error_code::internal;
  std::string path;
  std::string words;
  std::map<std::string, std::string> values;
};
BOOST_DESCRIBE_STRUCT(problem, (), (code, path, words, values))

/// Why a request was refused: at least one problem, the first is the one to show.
struct rejection {
  std::vector<problem> problems;

  rejection() = default;
  rejection(error_code code, std::string path, std::string words, std::map<std::string, std::string> values = {})
      : problems{{code, std::move(path), std::move(words), std::move(values)}} {}

  error_code code() const { return problems.empty() ? error_code::internal : problems.front().code; }
};

template <class T>
using result = std::expected<T, rejection>;

inline std::unexpected<rejection> reject(error_code code, std::string path, std::string words,
                                         std::map<std::string, std::string> values = {}) {
  return std::unexpected(rejection(code, std::move(path), std::move(words), std::move(values)));
}

}  // namespace dais::protocol
