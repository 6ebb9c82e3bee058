#include <algorithm>

#include "server/domain/documents/details.hpp"
#include "server/domain/documents/symbols.hpp"
#include "server/domain/limits.hpp"
#include "server/domain/meeting/import/areas.hpp"

namespace dais::domain {
namespace {

using protocol::error_code;
using protocol::meeting::change_kind;
using protocol::topics::document;

/// A file names a document by the symbol it began with: a revision's own symbol is no difference.
bool ever_had(document const& of, std::optional<protocol::symbol> const& symbol) {
  return (of.current && of.current->symbol == symbol) || (of.draft && of.draft->symbol == symbol) ||
         std::ranges::any_of(of.earlier, [&](auto const& each) { return each.symbol == symbol; });
}

void check_languages(import_run const& run, protocol::file_document const& of, std::string const& path,
                     problems& found) {
  auto const& allowed = run.file().meeting.languages.items;
  for (std::size_t i = 0; i < of.languages.items.size(); ++i)
    if (std::ranges::find(allowed, of.languages.items[i]) == allowed.end())
      found.push_back({error_code::unknown_value,
                       path + "/languages/" + std::to_string(i),
                       "\"" + of.languages.items[i].value + "\" is no language of this meeting; name it there first.",
                       {}});
}

void import_document(import_run& run, std::optional<symbol_grammar> const& grammar, std::size_t index) {
  auto const& of = run.file().documents.items[index];
  std::string const path = "/documents/" + std::to_string(index), what = "document " + of.id.value;
  problems found;
  run.is_first("document", of.id.value, path + "/id", found);
  protocol::document_details details{
      of.symbol, of.title, of.kind, of.audience, {run.items(of.items.items, path + "/items", found)}};
  check_kind(run.file().meeting, of.kind.value, path + "/kind", found);
  check_languages(run, of, path, found);
  if (of.symbol) check_symbol(run.state().documents, grammar, *of.symbol, &of.id, path + "/symbol", found);
  auto const& documents = run.state().documents.documents;
  auto const now = documents.find(of.id);
  if (now == documents.end() && documents.size() >= most::documents)
    found.push_back({error_code::too_large, path, "There are 2000 documents already, which is the limit.", {}});
  if (!found.empty()) return run.refuse(what, std::move(found));
  if (now == documents.end()) return run.accept(change_kind::added, path, what, {}, {document_created{of.id, details}});
  if (ever_had(now->second, details.symbol)) details.symbol = now->second.details.symbol;
  if (now->second.details == details) return run.leave();
  run.accept(change_kind::changed, path, what, differences(now->second.details, details),
             {document_changed{of.id, details}});
}

}  // namespace

void import_documents(import_run& run) {
  auto const grammar = symbol_grammar::from(run.file().meeting.symbol_pattern.value);
  for (std::size_t i = 0; i < run.file().documents.items.size(); ++i) import_document(run, grammar, i);
}

}  // namespace dais::domain
