#include "server/domain/documents/symbols.hpp"

#include <algorithm>
#include <cctype>

namespace dais::domain {
namespace {

constexpr int most_repeats = 20;
constexpr std::size_t longest_symbol = 80;

/// Whether every {n}, {n,} and {n,m} of the pattern counts single characters, and few of them.
bool counts_are_small(std::string const& pattern) {
  bool escaped = false, in_class = false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    char const c = pattern[i];
    if (escaped) {
      escaped = false;
    } else if (c == '\\') {
      escaped = true;
    } else if (in_class) {
      in_class = c != ']';
    } else if (c == '[') {
      in_class = true;
    } else if (c == '{') {
      if (i > 0 && (pattern[i - 1] == ')' || pattern[i - 1] == '}') && (i < 2 || pattern[i - 2] != '\\')) return false;
      int number = 0;
      for (++i; i < pattern.size() && pattern[i] != '}'; ++i) {
        bool const digit = std::isdigit(static_cast<unsigned char>(pattern[i])) != 0;
        number = digit ? number * 10 + (pattern[i] - '0') : 0;
        if (number > most_repeats) return false;
      }
    }
  }
  return true;
}

bool has(std::optional<protocol::topics::document_revision> const& revision, protocol::symbol const& symbol) {
  return revision && revision->symbol == symbol;
}

}  // namespace

std::optional<symbol_grammar> symbol_grammar::from(std::string const& pattern) {
  if (!counts_are_small(pattern)) return std::nullopt;
  try {
    return symbol_grammar(std::regex(pattern, std::regex::ECMAScript | std::regex_constants::__polynomial));
  } catch (std::regex_error const&) {
    return std::nullopt;
  }
}

bool symbol_grammar::allows(std::string_view symbol) const {
  if (symbol.size() > longest_symbol) return false;
  try {
    return std::regex_match(symbol.begin(), symbol.end(), x_form);
  } catch (std::regex_error const&) {
    return false;
  }
}

std::optional<protocol::document_id> holder_of(documents_state const& documents, protocol::symbol const& symbol,
                                               protocol::document_id const* own) {
  for (auto const& [id, document] : documents.documents) {
    if (own && id == *own) continue;
    if (document.details.symbol == symbol || has(document.current, symbol) || has(document.draft, symbol) ||
        std::ranges::any_of(document.earlier, [&](auto const& each) { return each.symbol == symbol; }))
      return id;
  }
  return std::nullopt;
}

void check_symbol(documents_state const& documents, std::optional<symbol_grammar> const& grammar,
                  protocol::symbol const& symbol, protocol::document_id const* own, std::string const& path,
                  problems& found) {
  if (!grammar || !grammar->allows(symbol.value))
    found.push_back(
        {protocol::error_code::wrong_format,
         path,
         "\"" + symbol.value + "\" is no symbol of this meeting; write it in the form that the meeting uses.",
         {{"symbol", symbol.value}}});
  else if (auto const holder = holder_of(documents, symbol, own))
    found.push_back({protocol::error_code::already_there,
                     path,
                     "Another document has the symbol " + symbol.value + " already; give this one another.",
                     {{"symbol", symbol.value}, {"document", holder->value}}});
}

}  // namespace dais::domain
