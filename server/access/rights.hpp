#pragma once
// Questions to the rights table. Each answers with nothing where it is allowed, else with why not: signed_out where
// nobody is signed in and signing in could help, else forbidden.

#include <functional>
#include <optional>
#include <string_view>

#include "protocol/errors.hpp"
#include "protocol/methods/documents.hpp"
#include "protocol/values.hpp"
#include "server/access/principal.hpp"

namespace dais::access {

/// The category of a delegation of the meeting at hand; nothing where there is no such delegation.
using category_lookup = std::function<std::optional<protocol::category_id>(protocol::delegation_id const&)>;

/// May they call this method? `delegation` is the field of that name in its params, where it has one. Also
/// unknown_method. Methods that reach further for the secretariat than for others (sessions of another account, a
/// meeting that is new) ask acts_for_organization besides.
std::optional<protocol::rejection> may_call(principal const& who, std::string_view method,
                                            std::optional<protocol::meeting_id> const& meeting,
                                            std::optional<protocol::delegation_id> const& delegation);

/// May they follow this topic of a meeting, or of the organization where there is no meeting? Also unknown_topic, for
/// a name that can be no topic there.
std::optional<protocol::rejection> may_follow(principal const& who, std::optional<protocol::meeting_id> const& meeting,
                                              std::string_view topic, category_lookup const& category_of);

/// May they export this content ("participants", "agenda", "documents") of a meeting? Also not_found.
std::optional<protocol::rejection> may_export(principal const& who, protocol::meeting_id const& meeting,
                                              std::string_view content);

/// May they read the published documents of this audience in a meeting?
std::optional<protocol::rejection> may_read(principal const& who, protocol::meeting_id const& meeting,
                                            protocol::audience audience);

/// May they have what belongs to an application of this member of a delegation: its "files", the "letter"?
std::optional<protocol::rejection> may_have(principal const& who, protocol::meeting_id const& meeting,
                                            std::string_view part, protocol::delegation_id const& delegation,
                                            protocol::member_id const& member);

/// Is this the secretariat of all meetings, which alone acts on accounts and makes new meetings?
bool acts_for_organization(principal const& who);

/// The widest audience whose documents they may read in a meeting, for lists and exports.
protocol::audience widest_audience(principal const& who, protocol::meeting_id const& meeting);

}  // namespace dais::access
