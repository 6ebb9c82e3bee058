#pragma once
// The grammar of a meeting's symbols, which is data: an ECMAScript regular expression.

#include <optional>
#include <regex>
#include <string>
#include <string_view>

#include "server/domain/documents/state.hpp"
#include "server/domain/refusals.hpp"

namespace dais::domain {

/// A grammar that cannot be made to run for long: it is matched without backtracking (hence no back-references), a
/// counted repetition {n} applies to single characters and to at most 20 of them, and a symbol has at most 80.
class symbol_grammar {
public:
  /// Absent where the pattern is no regular expression or breaks these bounds.
  static std::optional<symbol_grammar> from(std::string const& pattern);
  bool allows(std::string_view symbol) const;

private:
  explicit symbol_grammar(std::regex form) : x_form(std::move(form)) {}
  std::regex x_form;
};

/// The document other than `own` of which a revision has `symbol`, if there is one.
std::optional<protocol::document_id> holder_of(documents_state const& documents, protocol::symbol const& symbol,
                                               protocol::document_id const* own);

/// Says what is wrong with a symbol for the document `own` (null for a new one): form, or given already.
void check_symbol(documents_state const& documents, std::optional<symbol_grammar> const& grammar,
                  protocol::symbol const& symbol, protocol::document_id const* own, std::string const& path,
                  problems& found);

}  // namespace dais::domain
