#pragma once
// Personal data inside an event.

#include <optional>

#include "protocol/values.hpp"

namespace dais::domain {

/// Data about `person`. On its way into the journal `data` is sealed with the person's own key; once that is destroyed,
/// it reads as nothing: the person is erased. An event holds personal data in this form only.
template <class T>
struct personal {
  protocol::person_id person;
  std::optional<T> data;
  bool operator==(personal const&) const = default;
};

}  // namespace dais::domain
