#include "client/native/member_file.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "client/native/csv.hpp"
#include "protocol/codec.hpp"
#include "protocol/json.hpp"
#include "protocol/json_lines.hpp"

namespace dais::native {

using protocol::error_code;
using protocol::json;

namespace {

constexpr std::size_t largest = 32 * 1'048'576;
constexpr std::array<std::string_view, 10> columns{"delegation", "name",   "name_latin", "title",    "function",
                                                   "category",   "gender", "email",      "language", "needs"};

/// A line of the file as a flat object: column → text, and `fields`; not an object where it is no member at all.
struct flat_row {
  int line = 0;
  json cells;
  std::optional<protocol::problem> fault = {};  ///< of the line as a whole
};

bool is_column(std::string_view name) {
  return std::ranges::find(columns, name) != columns.end() ||
         (name.starts_with("fields.") && name.size() > std::string_view("fields.").size());
}

std::string column_name(std::string_view cell) {
  auto const is_space = [](char c) { return c == ' ' || c == '\t'; };
  while (!cell.empty() && is_space(cell.front())) cell.remove_prefix(1);
  while (!cell.empty() && is_space(cell.back())) cell.remove_suffix(1);
  return std::string(cell);
}

std::vector<flat_row> rows_of_csv(std::string_view text, member_file& out) {
  auto const records = read_csv(text);
  if (!records) {
    out.problems.push_back(
        {records.error().line, "", {error_code::wrong_format, "", "A quotation mark stands where none may.", {}}});
    return {};
  }
  if (records->empty()) return {};
  std::vector<std::string> names;
  for (auto const& cell : records->front().cells) {
    auto const& name = names.emplace_back(column_name(cell));
    bool const is_repeated = std::ranges::count(names, name) > 1;
    if (!is_column(name) || is_repeated)
      out.problems.push_back({records->front().line,
                              name,
                              {is_repeated ? error_code::duplicate_key : error_code::unknown_field, "", "", {}}});
  }
  std::vector<flat_row> rows;
  for (auto const& record : std::span(*records).subspan(1)) {
    flat_row row{record.line, json::object()};
    if (record.cells.size() > names.size())
      row.fault = {error_code::unknown_field, "", "There are more cells than columns.", {}};
    for (std::size_t i = 0; i < std::min(names.size(), record.cells.size()); ++i) {
      if (record.cells[i].empty() || !is_column(names[i])) continue;
      if (names[i].starts_with("fields."))
        row.cells["fields"][names[i].substr(7)] = record.cells[i];
      else
        row.cells[names[i]] = record.cells[i];
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<flat_row> rows_of_json(std::string_view text, member_file& out) {
  auto read = protocol::parse(text, largest);
  if (!read) {
    for (auto const& problem : read.error().problems) out.problems.push_back({0, "", problem});
    return {};
  }
  auto const* list = &*read;
  std::string path;
  if (read->is_object() && read->size() == 1 && read->contains("members")) {
    list = &read->at("members");
    path = "/members";
  }
  if (!list->is_array()) {
    out.problems.push_back({0, "", {error_code::wrong_type, "", "Give a list of members.", {}}});
    return {};
  }
  auto const lines = protocol::lines_of(text);
  std::vector<flat_row> rows;
  for (std::size_t i = 0; i < list->size(); ++i) {
    auto const line = lines ? static_cast<int>(lines->at(path + '/' + std::to_string(i))) : 0;
    auto const& element = list->at(i);
    auto& row = rows.emplace_back(flat_row{line, element});
    if (!element.is_object()) row.fault = {error_code::wrong_type, "", "Give an object here.", {}};
  }
  return rows;
}

/// The params of registration.add_member, with what may be left out in a file filled in.
json params_of(json cells) {
  json params = json::object();
  if (auto const found = cells.find("delegation"); found != cells.end()) params["delegation"] = *found;
  cells.erase("delegation");
  for (auto const* name : {"title", "function"})
    if (!cells.contains(name)) cells[name] = "";
  if (!cells.contains("gender")) cells["gender"] = "undisclosed";
  if (!cells.contains("fields")) cells["fields"] = json::object();
  params["details"] = std::move(cells);
  return params;
}

}  // namespace

std::string field_at(std::string_view path) {
  constexpr std::string_view front = "/details/";
  path.remove_prefix(path.starts_with(front) ? front.size() : path.starts_with('/') ? 1 : 0);
  std::string out(path);
  std::ranges::replace(out, '/', '.');
  return out;
}

member_file read_member_file(std::string_view text) {
  member_file out;
  auto const begin = text.find_first_not_of(" \t\r\n");
  bool const is_json = begin != std::string_view::npos && (text[begin] == '[' || text[begin] == '{');
  auto const rows = is_json ? rows_of_json(text, out) : rows_of_csv(text, out);
  std::map<std::string, int> lines;
  std::map<protocol::delegation_id, int> heads;
  for (auto const& row : rows) {
    if (row.fault) out.problems.push_back({row.line, "", *row.fault});
    if (!row.cells.is_object()) continue;
    auto const read = protocol::decode<protocol::registration::add_member>(params_of(row.cells));
    if (!read) {
      for (auto problem : read.error().problems) out.problems.push_back({row.line, field_at(problem.path), problem});
      continue;
    }
    auto const refuse = [&](char const* field, int first, char const* words) {
      out.problems.push_back(
          {row.line, field, {error_code::already_there, "", words, {{"line", std::to_string(first)}}}});
    };
    auto const [same, is_new] = lines.emplace(protocol::canonical(protocol::encode(*read)), row.line);
    if (!is_new) {
      refuse("", same->second, "This line repeats another.");
      continue;
    }
    if (read->details.category == protocol::member_category::head) {
      auto const [head, is_first] = heads.emplace(read->delegation, row.line);
      if (!is_first) {
        refuse("category", head->second, "The delegation has a head already.");
        continue;
      }
    }
    auto given = row.cells;
    given.erase("delegation");
    out.rows.push_back({row.line, *read, std::move(given)});
  }
  if (out.rows.empty() && out.problems.empty())
    out.problems.push_back({0, "", {error_code::incomplete, "", "There is no member in this file.", {}}});
  return out;
}

}  // namespace dais::native
