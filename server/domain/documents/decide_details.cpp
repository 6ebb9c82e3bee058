// Creating and changing documents, and the files of their drafts.

#include <algorithm>

#include "server/domain/documents/decide.hpp"
#include "server/domain/documents/details.hpp"
#include "server/domain/limits.hpp"

namespace dais::domain {
namespace {

using protocol::error_code;
using protocol::reject;
using protocol::topics::document;

auto unknown_document(protocol::document_id const& id) { return refuse_unknown("/document", "document", id.value); }

auto no_draft() {
  return reject(error_code::not_now, "/document",
                "This document has no draft to put files into; start a revision first.");
}

}  // namespace

decision<protocol::documents::create> decide(meeting_state const& state, protocol::documents::create const& command,
                                             context const& with) {
  if (state.documents.documents.size() >= most::documents) return refuse_full("documents", most::documents);
  problems found;
  check_details(state, command.details, nullptr, "/details", found);
  if (!found.empty()) return refuse(std::move(found));
  protocol::document_id const id{with.fresh()};
  return decided<meeting_event, protocol::documents::created>{{document_created{id, command.details}}, {id}};
}

decision<protocol::documents::change> decide(meeting_state const& state, protocol::documents::change const& command,
                                             context const&) {
  auto const& all = state.documents.documents;
  auto const found = all.find(command.document);
  if (found == all.end()) return unknown_document(command.document);
  if (found->second.version != command.version) return refuse_stale("document", found->second.version);
  problems wrong;
  check_details(state, command.details, &command.document, "/details", wrong);
  if (!wrong.empty()) return refuse(std::move(wrong));
  if (found->second.details == command.details) return accepted{};
  return accepted{{document_changed{command.document, command.details}}, {}};
}

decision<protocol::documents::attach> decide(meeting_state const& state, protocol::documents::attach const& command,
                                             context const&) {
  using answer = decided<meeting_event, protocol::document_file>;
  auto const& all = state.documents.documents;
  auto const found = all.find(command.document);
  if (found == all.end()) return unknown_document(command.document);
  if (!found->second.draft) return no_draft();
  auto const& languages = state.details.languages.items;
  if (std::ranges::find(languages, command.language) == languages.end()) {
    std::string allowed;
    for (auto const& each : languages) allowed += (allowed.empty() ? "" : ", ") + each.value;
    return reject(error_code::unknown_value, "/language",
                  "\"" + command.language.value + "\" is no language of this meeting; choose one of: " + allowed + ".",
                  {{"allowed", allowed}});
  }
  auto const file = found->second.draft->files.find(command.language);
  if (file != found->second.draft->files.end() && file->second == command.file) return answer{{}, command.file};
  return answer{{file_attached{command.document, command.language, command.file}}, command.file};
}

decision<protocol::documents::detach> decide(meeting_state const& state, protocol::documents::detach const& command,
                                             context const&) {
  auto const& all = state.documents.documents;
  auto const found = all.find(command.document);
  if (found == all.end()) return unknown_document(command.document);
  if (!found->second.draft) return no_draft();
  if (!found->second.draft->files.contains(command.language))
    return reject(error_code::not_found, "/language",
                  "The draft has no file in \"" + command.language.value + "\"; choose a language that it has.",
                  {{"name", command.language.value}});
  return accepted{{file_detached{command.document, command.language}}, {}};
}

}  // namespace dais::domain
