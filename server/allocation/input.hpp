#pragma once
// What an allocation is made from, as `ccm-alloc/1` says it: the committee's policy, the funds, the applicants.

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace dais::allocation {

/// Hundredths of the currency, never negative in an input.
using centimes = std::int64_t;

/// What is known of an applicant under a name of the committee's choice. Values of different types are never equal.
using attribute = std::variant<bool, std::int64_t, std::string>;

/// An attribute must be there and equal one of the values.
struct test {
  std::string name;
  std::vector<attribute> any_of;
};

/// All tests must hold; without tests, everybody is meant.
using condition = std::vector<test>;

struct points_line {
  std::string id;
  condition who;
  std::int64_t points = 0;
};

struct count_floor {
  std::int64_t seats = 0;
};
/// A part of all seats, num/den, at most all of them.
struct share_floor {
  std::int64_t num = 0;
  std::int64_t den = 1;
};

struct reserve {
  std::string id;
  condition who;
  std::variant<count_floor, share_floor> floor;
};

/// At most `value` seats for those who are meant.
struct ceiling {
  std::string id;
  condition who;
  std::int64_t value = 0;
};

struct gate {
  std::string id;
  condition who;
};

struct state_cap {
  std::int64_t usual = 2;                         ///< "default"
  std::map<std::string, std::int64_t> overrides;  ///< by delegation
};

enum class precedence { reserves, breadth };
enum class release { exhausted, unpayable };

struct policy {
  std::string seed;
  std::int64_t contingency_bp = 0;  ///< hundredths of a percent that each fund keeps back, 0 to 10000
  bool rounds = true;
  allocation::precedence precedence = precedence::reserves;
  allocation::release release = release::exhausted;
  std::vector<points_line> points;
  allocation::state_cap state_cap;
  std::vector<reserve> reserves;
  std::vector<ceiling> caps;
  std::vector<gate> gates;
};

struct fund {
  std::string id;
  centimes amount = 0;
  condition earmark;
  std::optional<std::vector<std::string>> components;  ///< kinds of items that it pays; absent: all
};

struct item {
  std::string kind;
  centimes amount = 0;
};

struct package {
  std::string code;
  std::vector<item> items;
};

enum class status { candidate, notified, withdrawn };

struct applicant {
  std::string id;
  std::string delegation;
  std::optional<std::int64_t> nomination_rank;
  allocation::status status = status::candidate;
  std::size_t granted = 0;  ///< of a notified applicant: which of the packages
  std::vector<package> packages;
  std::map<std::string, attribute> attributes;  ///< also `delegation`, and `nomination_rank` where it is given
};

struct input {
  allocation::policy policy;
  std::vector<fund> funds;
  std::vector<applicant> applicants;
};

namespace most {

/// Money is tested over all sets of funds; merge funds with equal earmarks before you need more.
inline constexpr std::size_t funds = 12;
/// Reserves, and likewise ceilings.
inline constexpr std::size_t groups = 64;
/// Of one line of the points table, up or down.
inline constexpr std::int64_t points = 1'000'000;
inline constexpr std::size_t points_lines = 1000;
/// Of a count, a cap, or either side of a share.
inline constexpr std::int64_t seats = 1'000'000;
/// Bytes of an input.
inline constexpr std::size_t bytes = 64 * 1'048'576;

}  // namespace most

}  // namespace dais::allocation
