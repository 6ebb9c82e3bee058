#include "protocol/merge_patch.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace dais::protocol {
namespace {

/// An object of few keys, so that two of them share some.
rc::Gen<json> object_of(rc::Gen<json> value) {
  auto const members = rc::gen::container<std::vector<std::pair<std::string, json>>>(
      rc::gen::pair(rc::gen::element<std::string>("a", "b", "c", "~1/"), std::move(value)));
  return rc::gen::map(rc::gen::resize(4, members), [](std::vector<std::pair<std::string, json>> const& from) {
    json object = json::object();
    for (auto const& [key, each] : from) object[key] = each;
    return object;
  });
}

/// A JSON value without nulls.
rc::Gen<json> some_value(int depth) {
  auto const leaf = rc::gen::oneOf(
      rc::gen::map(rc::gen::arbitrary<bool>(), [](bool each) { return json(each); }),
      rc::gen::map(rc::gen::inRange(0, 3), [](int each) { return json(each); }),
      rc::gen::map(rc::gen::element<std::string>("", "a", "b"), [](std::string const& each) { return json(each); }));
  if (depth == 0) return leaf;
  auto const list =
      rc::gen::map(rc::gen::container<std::vector<json>>(rc::gen::lazy([depth] { return some_value(depth - 1); })),
                   [](std::vector<json> const& each) { return json(each); });
  auto const object = object_of(rc::gen::lazy([depth] { return some_value(depth - 1); }));
  return rc::gen::oneOf(leaf, rc::gen::resize(3, list), object, object);
}

rc::Gen<json> some_object() { return object_of(some_value(3)); }

RC_GTEST_PROP(merge_patch, applying_the_difference_gives_the_later_value, ()) {
  auto value = *some_object();
  auto const later = *some_object();
  merge_apply(value, merge_diff(value, later));
  RC_ASSERT(value == later);
}

RC_GTEST_PROP(merge_patch, equal_values_have_an_empty_difference, ()) {
  auto const value = *some_object();
  RC_ASSERT(merge_diff(value, value) == json::object());
}

RC_GTEST_PROP(merge_patch, a_difference_can_be_applied_twice, ()) {
  auto value = *some_object();
  auto const later = *some_object();
  auto const patch = merge_diff(value, later);
  merge_apply(value, patch);
  merge_apply(value, patch);
  RC_ASSERT(value == later);
}

RC_GTEST_PROP(merge_patch, a_chain_of_differences_leads_to_the_last_value, ()) {
  auto folded = *some_object();
  auto before = folded;
  for (auto const& next : *rc::gen::resize(10, rc::gen::container<std::vector<json>>(some_object()))) {
    merge_apply(folded, merge_diff(before, next));
    before = next;
  }
  RC_ASSERT(folded == before);
}

}  // namespace
}  // namespace dais::protocol
