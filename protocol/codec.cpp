#include "protocol/codec.hpp"

#include <algorithm>

namespace dais::protocol {

void decoding::report(error_code code, std::string words, std::map<std::string, std::string> values) {
  if (found_.problems.size() < limits::problems)
    found_.problems.push_back({code, path_, std::move(words), std::move(values)});
}

namespace detail {

std::string schema_name(std::string_view pretty_function) {
  auto const start = pretty_function.find("[T = ") + 5;
  std::string name(pretty_function.substr(start, pretty_function.rfind(']') - start));
  for (std::string_view const prefix : {"dais::protocol::", "dais::"})
    if (name.starts_with(prefix)) name.erase(0, prefix.size());
  for (std::size_t at; (at = name.find("::")) != std::string::npos;) name.replace(at, 2, "_");
  return name;
}

bool read_string(json const& in, decoding& out) {
  if (in.is_string()) return true;
  out.report(error_code::wrong_type, "Give a text in quotation marks here.");
  return false;
}

void check_text(std::string const& value, std::size_t min, std::size_t max, decoding& out) {
  std::size_t const size = length(value);
  if (size < min)
    out.report(size == 0 ? error_code::missing_field : error_code::too_short,
               "Give at least " + std::to_string(min) + (min == 1 ? " character." : " characters."),
               {{"min", std::to_string(min)}});
  else if (size > max)
    out.report(error_code::too_long,
               "Shorten this to at most " + std::to_string(max) + " characters; it has " + std::to_string(size) + ".",
               {{"max", std::to_string(max)}, {"size", std::to_string(size)}});
  else if (has_control_characters(value))
    out.report(error_code::wrong_format, "Take out the control characters.");
  else if (min > 0 && value.find_first_not_of(" \t\n") == std::string::npos)
    out.report(error_code::missing_field, "Give a text that is not only spaces.", {{"min", std::to_string(min)}});
}

void report_unknown_value(std::string const& value, std::vector<std::string> const& allowed, decoding& out) {
  std::string known;
  for (auto const& each : allowed) known += (known.empty() ? "" : ", ") + each;
  out.report(error_code::unknown_value, "\"" + value.substr(0, 80) + "\" is not one of: " + known + ".",
             {{"allowed", known}});
}

}  // namespace detail

void codec<std::int64_t>::read(json const& in, std::int64_t& value, decoding& out) {
  if (!in.is_number_integer()) return out.report(error_code::wrong_type, "Give a whole number here.");
  if (in.is_number_unsigned() && in.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX))
    return out.report(error_code::out_of_range, "The number is too large.");
  value = in.get<std::int64_t>();
}

void codec<centimes>::read(json const& in, centimes& value, decoding& out) {
  codec<std::int64_t>::read(in, value.value, out);
  if (value.value < 0 || value.value > 100'000'000'000)
    out.report(error_code::out_of_range, "Give an amount from 0 to 100,000,000,000 hundredths.",
               {{"min", "0"}, {"max", "100000000000"}});
}

void codec<email>::read(json const& in, email& value, decoding& out) {
  if (!detail::read_string(in, out)) return;
  value.value = in.get<std::string>();
  std::ranges::transform(value.value, value.value.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  if (!valid_email(value.value))
    out.report(error_code::wrong_format, "Give an e-mail address such as name@example.org.");
}

void codec<instant>::read(json const& in, instant& value, decoding& out) {
  if (!detail::read_string(in, out)) return;
  auto const parsed = parse_instant(in.get_ref<std::string const&>());
  if (!parsed) return out.report(error_code::wrong_format, "Give a date and time such as 2023-09-11T10:00:00+02:00.");
  value = *parsed;
}

void codec<date>::read(json const& in, date& value, decoding& out) {
  if (!detail::read_string(in, out)) return;
  auto const parsed = parse_date(in.get_ref<std::string const&>());
  if (!parsed) return out.report(error_code::wrong_format, "Give a date such as 2023-09-11.");
  value = *parsed;
}

}  // namespace dais::protocol
