#pragma once
// Reading a JSON value that may be anything, and remembering where it stands.

#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/allocation_check/check.hpp"

namespace dais::allocation_check {

/// `path` with one more step, escaped as in RFC 6901.
std::string below(std::string const& path, std::string_view key);

/// A value of the input and where it stands. Lives no longer than the input.
struct spot {
  json const* value = nullptr;  ///< null where there is none
  std::string path;

  bool absent() const { return value == nullptr; }
  /// The member of that name; absent where there is none, or where this is no object.
  spot operator[](std::string const& key) const;
};

/// Takes values out of the input. What is wrong is remembered, and a harmless value goes on in its place.
class reader {
public:
  std::string text(spot const& at);
  std::int64_t whole(spot const& at, std::int64_t least, std::int64_t most = std::numeric_limits<std::int64_t>::max());
  std::int64_t whole_or(std::int64_t usual, spot const& at, std::int64_t least, std::int64_t most);
  /// The elements of a list; of none where it is absent and may be.
  std::vector<spot> list(spot const& at, bool may_be_absent);
  /// Attribute tests: an object of scalars and lists of scalars.
  json who(spot const& at, bool may_be_absent);
  /// `text` of the member `id`, which no other element of its list may have.
  std::string id(spot const& at, std::set<std::string>& taken);
  bool yes_or_no(bool usual, spot const& at);
  /// Which of two words; the first where absent. True for the second.
  bool second_of(std::string_view first, std::string_view second, spot const& at);

  void fault(spot const& at, std::string words);
  std::vector<finding> const& faults() const { return x_faults; }

private:
  std::vector<finding> x_faults;
};

bool scalar(json const& value);

/// What makes a value unfit to be read or hashed: fractions, integers beyond 64 bits, bad UTF-8, more than 32 levels.
std::optional<finding> unfit(json const& value, document in);

}  // namespace dais::allocation_check
