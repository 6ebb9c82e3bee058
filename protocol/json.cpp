#include "protocol/json.hpp"

#include <set>
#include <vector>

#include "protocol/limits.hpp"
#include "protocol/values.hpp"

namespace dais::protocol {
namespace {

/// Builds a value while it watches depth, repeated keys and overflowing numbers; stops at the first fault.
class bounded_builder : public nlohmann::json_sax<json> {
public:
  json take() { return std::move(root_); }
  std::optional<rejection> const& fault() const { return fault_; }

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(number_integer_t value) override { return put(value); }
  bool number_unsigned(number_unsigned_t value) override { return put(value); }
  bool number_float(number_float_t value, string_t const& spelled) override {
    if (spelled.find_first_of(".eE") == string_t::npos)
      return fail(error_code::out_of_range, "The number " + spelled.substr(0, 40) + " does not fit in 64 bits.");
    return put(value);
  }
  bool string(string_t& value) override { return put(std::move(value)); }
  bool binary(binary_t&) override { return fail(error_code::not_json, "Binary values are not JSON."); }
  bool start_object(std::size_t) override { return open(json::object()); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& value) override {
    if (stack_.back()->contains(value))
      return fail(error_code::duplicate_key, "The key \"" + value.substr(0, 80) + "\" stands twice in one object.");
    key_ = std::move(value);
    return true;
  }
  bool parse_error(std::size_t position, std::string const&, nlohmann::detail::exception const&) override {
    return fail(error_code::not_json, "This is not valid JSON: see byte " + std::to_string(position) + ".");
  }

private:
  bool fail(error_code code, std::string words) {
    fault_ = rejection(code, "", std::move(words));
    return false;
  }

  json* place(json&& value) {
    if (stack_.empty()) return &(root_ = std::move(value));
    json& parent = *stack_.back();
    if (parent.is_array()) {
      parent.push_back(std::move(value));
      return &parent.back();
    }
    return &(parent[key_] = std::move(value));
  }

  bool put(json&& value) {
    place(std::move(value));
    return true;
  }

  bool open(json&& container) {
    if (stack_.size() >= static_cast<std::size_t>(limits::depth))
      return fail(error_code::too_deep,
                  "The JSON text is nested deeper than " + std::to_string(limits::depth) + " levels.");
    stack_.push_back(place(std::move(container)));
    return true;
  }

  bool close() {
    stack_.pop_back();
    return true;
  }

  json root_;
  std::vector<json*> stack_;
  std::string key_;
  std::optional<rejection> fault_;
};

}  // namespace

result<json> parse(std::string_view text, std::size_t max_bytes) {
  if (text.size() > max_bytes)
    return reject(error_code::too_large, "", "The message has more than " + std::to_string(max_bytes) + " bytes.");
  if (!valid_utf8(text)) return reject(error_code::bad_utf8, "", "The message is not valid UTF-8.");
  // nlohmann/json takes a zero byte for the end of the text.
  if (auto const zero = text.find('\0'); zero != text.npos)
    return reject(error_code::not_json, "", "This is not valid JSON: see byte " + std::to_string(zero + 1) + ".");
  bounded_builder builder;
  json::sax_parse(text, &builder);
  if (builder.fault()) return std::unexpected(*builder.fault());
  return builder.take();
}

std::string canonical(json const& value) { return value.dump(-1, ' ', false, json::error_handler_t::strict); }

}  // namespace dais::protocol
