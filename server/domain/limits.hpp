#pragma once
// How much one meeting may hold: what its file may hold (protocol/meeting_file.hpp), also when added one by one.

#include <cstddef>

namespace dais::domain::most {

inline constexpr std::size_t items = 500;
inline constexpr std::size_t sessions = 200;
inline constexpr std::size_t documents = 2000;
inline constexpr std::size_t delegations = 500;
/// In one delegation.
inline constexpr std::size_t members = 500;
inline constexpr std::size_t applications = 2000;
inline constexpr std::size_t funds = 12;
inline constexpr std::size_t scenarios = 100;
/// Standing at a time.
inline constexpr std::size_t notices = 1000;
inline constexpr std::size_t accounts = 20'000;

}  // namespace dais::domain::most
