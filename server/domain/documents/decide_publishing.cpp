// Publishing, withdrawing and revising.

#include "server/domain/documents/decide.hpp"
#include "server/domain/documents/symbols.hpp"

namespace dais::domain {
namespace {

using protocol::document_state;
using protocol::error_code;
using protocol::reject;

auto unknown_document(protocol::document_id const& id) { return refuse_unknown("/document", "document", id.value); }

}  // namespace

decision<protocol::documents::publish> decide(meeting_state const& state, protocol::documents::publish const& command,
                                              context const&) {
  auto const& all = state.documents.documents;
  auto const found = all.find(command.document);
  if (found == all.end()) return unknown_document(command.document);
  auto const& document = found->second;
  if (!document.draft && document.state == document_state::published)
    return reject(error_code::nothing_to_do, "/document",
                  "This document is published already, and has no new revision; nothing is left to do.");
  if (document.version != command.version) return refuse_stale("document", document.version);
  if (!document.draft)
    return reject(error_code::not_now, "/document",
                  "This document was withdrawn; start a revision and put files into it, then publish that.");
  if (document.draft->files.empty())
    return reject(error_code::incomplete, "/document",
                  "This document has no file yet; upload it in at least one language before you publish it.");
  return accepted{{document_published{command.document}}, {}};
}

decision<protocol::documents::withdraw> decide(meeting_state const& state, protocol::documents::withdraw const& command,
                                               context const&) {
  auto const& all = state.documents.documents;
  auto const found = all.find(command.document);
  if (found == all.end()) return unknown_document(command.document);
  if (found->second.state == document_state::withdrawn)
    return reject(error_code::nothing_to_do, "/document", "This document is withdrawn already; nothing is left to do.");
  if (found->second.state == document_state::draft)
    return reject(error_code::not_now, "/document",
                  "This document was never published, so it cannot be withdrawn; nobody outside has seen it.");
  return accepted{{document_withdrawn{command.document, command.reason}}, {}};
}

decision<protocol::documents::revise> decide(meeting_state const& state, protocol::documents::revise const& command,
                                             context const&) {
  auto const& all = state.documents.documents;
  auto const found = all.find(command.document);
  if (found == all.end()) return unknown_document(command.document);
  auto const& document = found->second;
  if (document.draft)
    return reject(error_code::not_now, "/document",
                  "This document has a draft already; put the files into that one, and publish it.");
  problems wrong;
  if (command.symbol)
    check_symbol(state.documents, symbol_grammar::from(state.details.symbol_pattern.value), *command.symbol,
                 &command.document, "/symbol", wrong);
  if (!wrong.empty()) return refuse(std::move(wrong));
  return accepted{{revision_started{command.document, command.symbol ? command.symbol : document.details.symbol}}, {}};
}

}  // namespace dais::domain
