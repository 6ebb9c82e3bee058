#pragma once
// The areas of a meeting's file, in the order in which they are imported.

#include "server/domain/meeting/import/import_run.hpp"

namespace dais::domain {

void import_details(import_run& run);
void import_agenda(import_run& run);
void import_programme(import_run& run);
void import_documents(import_run& run);
void import_delegations(import_run& run);
void import_funds(import_run& run);
void import_sponsorship(import_run& run);

/// What the file took away from under something that stays: a category, or a kind of document, still in use.
void check_still_used(import_run& run);

}  // namespace dais::domain
