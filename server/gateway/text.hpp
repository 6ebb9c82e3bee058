#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dais::gateway {

/// ASCII only, whatever the locale.
bool is_alphanumeric(char c);
/// Characters of an HTTP token (RFC 9110, 5.6.2).
bool is_token_character(char c);
char to_lower(char c);
bool equal_ignoring_case(std::string_view a, std::string_view b);
/// Without spaces and tabs at both ends.
std::string_view trimmed(std::string_view text);
/// The elements of a comma-separated list, trimmed, without empty ones. Commas inside quotes do not separate.
std::vector<std::string_view> list_elements(std::string_view list);
/// Whether a comma-separated list has the element, without or with regard to case.
bool list_has(std::string_view list, std::string_view element);
bool list_has_exactly(std::string_view list, std::string_view element);
/// A whole number without sign, of at most 19 digits; nothing when it is anything else.
std::optional<std::uint64_t> whole_number(std::string_view digits);
/// Undoes %XX; nothing when an escape is broken. `plus_is_space` for form and query values.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space = false);
/// Everything but letters, digits and `-._~` as %XX.
std::string percent_encoded(std::string_view text);
/// The decoded value of a query's first parameter of this name; nothing when there is none or it is broken.
std::optional<std::string> query_value(std::string_view query, std::string_view name);

}  // namespace dais::gateway
