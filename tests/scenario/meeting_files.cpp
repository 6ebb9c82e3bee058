#include "tests/scenario/meeting_files.hpp"

#include <fstream>
#include <functional>
#include <iterator>
#include <stdexcept>

#include "protocol/codec.hpp"
#include "protocol/json_lines.hpp"

namespace dais::scenario {

protocol::result<domain::import_meeting> read_import(protocol::json const& params) {
  auto const name = params.at("file").get<std::string>();
  std::ifstream in(std::string(DAIS_SOURCE_DIR) + "/tests/scenario/meetings/" + name + ".json");
  if (!in) throw std::runtime_error("there is no meeting " + name);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  auto content = protocol::json::parse(text);
  if (params.contains("change")) {
    content = content.patch(params["change"]);
    text = content.dump(1);
  }
  auto file = protocol::decode<protocol::meeting_file>(content);
  if (!file) return std::unexpected(file.error());
  auto const hash = std::to_string(std::hash<std::string>{}(text));
  return domain::import_meeting{*file, protocol::lines_of(text).value(), hash, params.value("digest", "")};
}

}  // namespace dais::scenario
