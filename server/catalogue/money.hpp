#pragma once
// Numbers and money as a reader writes them.

#include <cstdint>
#include <string>
#include <string_view>

#include "protocol/values.hpp"

namespace dais::catalogue {

/// "CHF 3,172.00" in English, "3 172,00 CHF" in French; the currency is its ISO 4217 code.
std::string format_money(std::string_view language, protocol::centimes amount, std::string_view currency);
/// "12,345"
std::string format_number(std::string_view language, std::int64_t number);

}  // namespace dais::catalogue
