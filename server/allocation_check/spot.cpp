#include "server/allocation_check/spot.hpp"

#include <algorithm>
#include <utility>

#include "protocol/limits.hpp"
#include "protocol/values.hpp"

namespace dais::allocation_check {
namespace {

std::optional<finding> unfit_below(json const& value, document in, std::string const& path, int levels) {
  auto const because = [&](char const* words) { return finding{in, path, words}; };
  if (levels > protocol::limits::depth) return because("This is nested too deeply.");
  if (value.is_number_float()) return because("This is not a whole number.");
  if (value.is_binary() || value.is_discarded()) return because("This is no JSON value.");
  if (value.is_number_unsigned() &&
      value.get<std::uint64_t>() > std::uint64_t{std::numeric_limits<std::int64_t>::max()})
    return because("This number does not fit in 64 bits.");
  if (value.is_string() && !protocol::valid_utf8(value.get_ref<std::string const&>()))
    return because("This text is not valid UTF-8.");
  if (value.is_array())
    for (std::size_t i = 0; i < value.size(); ++i)
      if (auto bad = unfit_below(value[i], in, below(path, std::to_string(i)), levels + 1)) return bad;
  if (value.is_object())
    for (auto const& [key, each] : value.items()) {
      if (!protocol::valid_utf8(key)) return because("A key of this object is not valid UTF-8.");
      if (auto bad = unfit_below(each, in, below(path, key), levels + 1)) return bad;
    }
  return std::nullopt;
}

}  // namespace

std::string below(std::string const& path, std::string_view key) {
  std::string step = path + "/";
  for (char const each : key)
    if (each == '~')
      step += "~0";
    else if (each == '/')
      step += "~1";
    else
      step += each;
  return step;
}

spot spot::operator[](std::string const& key) const {
  spot member{nullptr, below(path, key)};
  if (value && value->is_object())
    if (auto const found = value->find(key); found != value->end()) member.value = &*found;
  return member;
}

bool scalar(json const& value) { return value.is_string() || value.is_boolean() || value.is_number_integer(); }

std::optional<finding> unfit(json const& value, document in) { return unfit_below(value, in, "", 0); }

void reader::fault(spot const& at, std::string words) {
  if (x_faults.size() < most_findings) x_faults.push_back({document::input, at.path, std::move(words)});
}

std::string reader::text(spot const& at) {
  if (!at.absent() && at.value->is_string()) return at.value->get<std::string>();
  fault(at, at.absent() ? "This text is missing." : "This has to be a text.");
  return {};
}

std::int64_t reader::whole(spot const& at, std::int64_t least, std::int64_t most) {
  if (at.absent() || !at.value->is_number_integer()) {
    fault(at, at.absent() ? "This number is missing." : "This has to be a whole number.");
    return least;
  }
  auto const number = at.value->get<std::int64_t>();
  if (number >= least && number <= most) return number;
  fault(at, "This number has to be from " + std::to_string(least) + " to " + std::to_string(most) + ".");
  return least;
}

std::int64_t reader::whole_or(std::int64_t usual, spot const& at, std::int64_t least, std::int64_t most) {
  return at.absent() ? usual : whole(at, least, most);
}

std::vector<spot> reader::list(spot const& at, bool may_be_absent) {
  std::vector<spot> elements;
  if (at.absent() && may_be_absent) return elements;
  if (at.absent() || !at.value->is_array()) {
    fault(at, "This has to be a list.");
    return elements;
  }
  for (std::size_t i = 0; i < at.value->size(); ++i)
    elements.push_back({&(*at.value)[i], below(at.path, std::to_string(i))});
  return elements;
}

json reader::who(spot const& at, bool may_be_absent) {
  if (at.absent() && may_be_absent) return json::object();
  if (at.absent() || !at.value->is_object()) {
    fault(at, "This has to be an object of attribute tests.");
    return json::object();
  }
  for (auto const& [attribute, wanted] : at.value->items()) {
    bool const good = wanted.is_array() ? std::ranges::all_of(wanted, scalar) : scalar(wanted);
    if (!good)
      fault(at[attribute], "An attribute is tested against a text, a whole number, true, false, or a list of them.");
  }
  return *at.value;
}

std::string reader::id(spot const& at, std::set<std::string>& taken) {
  auto const name = text(at);
  if (!taken.insert(name).second) fault(at, "Another one has the same name.");
  return name;
}

bool reader::yes_or_no(bool usual, spot const& at) {
  if (at.absent()) return usual;
  if (at.value->is_boolean()) return at.value->get<bool>();
  fault(at, "This has to be true or false.");
  return usual;
}

bool reader::second_of(std::string_view first, std::string_view second, spot const& at) {
  if (at.absent()) return false;
  auto const word = text(at);
  if (word != first && word != second)
    fault(at, "This has to be \"" + std::string(first) + "\" or \"" + std::string(second) + "\".");
  return word == second;
}

}  // namespace dais::allocation_check
