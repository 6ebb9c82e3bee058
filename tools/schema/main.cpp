// dais_schema FOLDER [VERSION]: writes messages.json, openrpc.json, meeting_file.json and types.ts into FOLDER. A file
// that would not change keeps its time.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "protocol/schema/schema.hpp"

namespace {

bool write(std::filesystem::path const& file, std::string const& text) {
  std::ifstream before(file, std::ios::binary);
  if (before && std::string(std::istreambuf_iterator(before), {}) == text) return true;
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  if (!out) std::cerr << "dais_schema: cannot write " << file << ".\n";
  return static_cast<bool>(out);
}

std::string spelled(dais::protocol::json const& value) { return value.dump(2) + "\n"; }

}  // namespace

int main(int count, char** arguments) {
  namespace schema = dais::protocol::schema;
  if (count < 2 || count > 3) {
    std::cerr << "usage: dais_schema FOLDER [VERSION]\n";
    return 2;
  }
  std::filesystem::path const folder = arguments[1];
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed) {
    std::cerr << "dais_schema: cannot make the folder " << folder << ": " << failed.message() << ".\n";
    return 1;
  }
  bool const written = write(folder / "messages.json", spelled(schema::messages_schema())) &&
                       write(folder / "openrpc.json", spelled(schema::openrpc(count == 3 ? arguments[2] : "0"))) &&
                       write(folder / "meeting_file.json", spelled(schema::meeting_file_schema())) &&
                       write(folder / "types.ts", schema::typescript());
  return written ? 0 : 1;
}
