#pragma once
// Days, hours and spans as a reader writes them: weekday and month in words, hours from 0 to 23.
// A zone is an IANA name ("Europe/Zurich"); an unknown one is read as UTC.

#include <string>
#include <string_view>

#include "protocol/values.hpp"

namespace dais::catalogue {

/// "Monday, 11 September 2023"
std::string format_day(std::string_view language, protocol::date day);
/// "11 September 2023"
std::string format_date(std::string_view language, protocol::date day);
/// "11–14 September 2023"; one day where both are the same.
std::string format_dates(std::string_view language, protocol::date first, protocol::date last);

/// The day on which an instant falls in a zone.
protocol::date day_in(protocol::instant at, std::string_view zone);

/// "15:00"
std::string format_hour(std::string_view language, protocol::instant at, std::string_view zone);
/// "10:00–13:00"
std::string format_hours(std::string_view language, protocol::instant from, protocol::instant to,
                         std::string_view zone);
/// "11 September 2023, 15:00 CEST", with the zone named because the reader may be elsewhere.
std::string format_moment(std::string_view language, protocol::instant at, std::string_view zone);

}  // namespace dais::catalogue
