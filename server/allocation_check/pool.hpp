#pragma once
// The input of an allocation, read and made plain: tests of attributes are answered, items are added up to lines.

#include <cstddef>
#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server/allocation_check/check.hpp"

namespace dais::allocation_check {

/// Bit i is the i-th fund of the input.
using fund_set = std::uint32_t;
inline constexpr std::size_t most_funds = 12;

/// What one set of funds may pay of one package, in centimes, never zero.
struct line {
  std::int64_t amount = 0;
  fund_set funds = 0;
  auto operator<=>(line const&) const = default;
};

struct package {
  std::string code;
  std::vector<line> lines;  ///< ascending

  bool payable() const;  ///< every line has a fund that may pay it
};

struct applicant {
  std::string id, delegation;
  std::int64_t points = 0;
  std::int64_t nomination_rank = 1;
  std::string lot;  ///< SHA-256 of seed ":" id
  std::vector<package> packages;
  std::optional<std::size_t> locked;  ///< the package that was notified
  std::vector<std::string> gates;     ///< why the application is not ranked; empty when it is
  std::vector<bool> in_reserve, in_ceiling;
};

struct reserve {
  std::string id;
  bool share = false;
  std::int64_t value = 0;         ///< of a count
  std::int64_t num = 0, den = 1;  ///< of a share
};

struct ceiling {
  std::string id;
  std::int64_t value = 0;
};

struct fund {
  std::string id;
  std::int64_t budget = 0;      ///< after contingency
  std::int64_t applicants = 0;  ///< not gated, with a line that this fund may pay
};

struct pool {
  bool rounds = true;
  bool breadth_first = false;   ///< precedence
  bool hold_for_shares = true;  ///< release
  std::int64_t usual_cap = 2;
  std::map<std::string, std::int64_t> caps;  ///< by delegation, where it is not the usual one
  std::vector<reserve> reserves;
  std::vector<ceiling> ceilings;
  std::vector<fund> funds;
  std::vector<applicant> applicants;  ///< in canonical order
  std::string input_sha256, policy_sha256;

  std::int64_t cap(std::string const& delegation) const;
};

std::expected<pool, std::vector<finding>> read(json const& input);

}  // namespace dais::allocation_check
