#pragma once
// A pool of made-up people who apply for sponsorship, for a demo: the file `<meeting's file>-applicants.json`.

#include <filesystem>
#include <optional>

#include <boost/describe/class.hpp>

#include "server/app/demo_steps.hpp"

namespace dais::app {

/// Somebody who applies. `files`: which of the files that the terms ask for lie with the application. `late`: applies
/// after the closing date. `account`: gets an account of the demo.
struct pool_applicant {
  protocol::delegation_id delegation;
  protocol::member_details member;
  protocol::application_details application;
  std::optional<protocol::application_assessment> assessment;
  protocol::list<protocol::field_id, 16> files;
  std::optional<bool> late;
  std::optional<bool> account;
};
BOOST_DESCRIBE_STRUCT(pool_applicant, (), (delegation, member, application, assessment, files, late, account))

struct applicant_pool {
  protocol::text<1, 40> format;  ///< "dais-applicants/1"
  protocol::list<pool_applicant, 500> applicants;
};
BOOST_DESCRIBE_STRUCT(applicant_pool, (), (format, applicants))

/// Where a pool for this meeting's file lies, if there is one.
std::filesystem::path pool_of(std::filesystem::path const& meeting_file);

/// An error names what is wrong, and where.
std::expected<applicant_pool, std::string> read_pool(std::filesystem::path const& from);

/// Registers everybody of the pool with application, files and assessment; once those who are on time are there, moves
/// the closing date from that of the meeting's file to the present. Doing it again changes nothing.
outcome add_applicants(server& on, protocol::meeting_file const& file, applicant_pool const& pool);

}  // namespace dais::app
