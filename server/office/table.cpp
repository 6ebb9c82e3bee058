#include "server/office/table.hpp"

#include <type_traits>

#include "server/catalogue/dates.hpp"
#include "server/catalogue/message.hpp"
#include "server/catalogue/money.hpp"

namespace dais::office {
namespace {

std::string share_words(share const& of, std::string const& language) {
  if (of.whole <= 0) return "—";
  auto const percent = (of.part * 200 + of.whole) / (of.whole * 2);
  return catalogue::format(language, "paper.report.share",
                           {{"part", of.part}, {"whole", of.whole}, {"percent", percent}});
}

}  // namespace

std::string words_of(table_cell const& cell, writing const& as) {
  return std::visit(
      [&](auto const& value) -> std::string {
        using type = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<type, std::monostate>)
          return "";
        else if constexpr (std::is_same_v<type, std::string>)
          return value;
        else if constexpr (std::is_same_v<type, std::int64_t>)
          return catalogue::format_number(as.language, value);
        else if constexpr (std::is_same_v<type, protocol::centimes>)
          return catalogue::format_money(as.language, value, as.currency);
        else if constexpr (std::is_same_v<type, protocol::date>)
          return catalogue::format_date(as.language, value);
        else if constexpr (std::is_same_v<type, protocol::instant>)
          return catalogue::format_moment(as.language, value, as.time_zone);
        else
          return share_words(value, as.language);
      },
      cell);
}

bool is_number(table_cell const& cell) {
  return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<protocol::centimes>(cell) ||
         std::holds_alternative<share>(cell);
}

}  // namespace dais::office
