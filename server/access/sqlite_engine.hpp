#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "protocol/hash256.hpp"
#include "protocol/values.hpp"
#include "server/journal/sqlite/database.hpp"

namespace dais::access {

/// A fault of SQLite on its way out of a statement; caught where a method of the store ends.
struct engine_failed {
  journal::error why;
};

template <class Value>
Value or_throw(journal::result<Value> outcome) {
  if (!outcome) throw engine_failed{std::move(outcome).error()};
  if constexpr (!std::is_void_v<Value>) return std::move(*outcome);
}

inline std::int64_t number_of(protocol::instant at) { return at.time_since_epoch().count(); }
inline protocol::instant instant_of(std::int64_t number) {
  return protocol::instant(std::chrono::milliseconds(number));
}

/// One statement with its parameters bound, in order. They must outlive it.
class query {
public:
  template <class... Parameters>
  query(journal::sqlite::database& on, std::string_view text, Parameters const&... parameters)
      : x_on(on), x_statement(or_throw(on.prepare(text))) {
    int place = 0;
    (bind(++place, parameters), ...);
  }

  bool step() { return or_throw(x_statement.step()); }
  void run() { or_throw(x_statement.run()); }
  /// Runs, and says how many rows that changed.
  std::int64_t changes() {
    run();
    return or_throw(x_on.integer("SELECT changes()"));
  }

  std::int64_t integer(int column) const { return x_statement.integer(column); }
  std::string text(int column) const { return std::string(x_statement.bytes(column)); }

private:
  void bind(int place, std::int64_t value) { x_statement.bind(place, value); }
  void bind(int place, std::size_t value) { x_statement.bind(place, static_cast<std::int64_t>(value)); }
  void bind(int place, protocol::instant at) { x_statement.bind(place, number_of(at)); }
  void bind(int place, std::string const& text) { x_statement.bind(place, std::string_view(text)); }
  void bind(int place, protocol::hash256 const& hash) {
    x_statement.bind_blob(place, hash.bytes.data(), hash.bytes.size());
  }

  journal::sqlite::database& x_on;
  journal::sqlite::statement x_statement;
};

}  // namespace dais::access
