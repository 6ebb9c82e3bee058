#pragma once

#include <stdlib.h>

#include <filesystem>
#include <stdexcept>
#include <string>

namespace dais::support {

/// A folder of its own for one test, removed with everything in it.
class temporary_folder {
public:
  temporary_folder() {
    auto name = (std::filesystem::temp_directory_path() / "dais-test-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("cannot make " + name);
    x_path = name;
  }
  ~temporary_folder() {
    std::error_code ignored;
    std::filesystem::remove_all(x_path, ignored);
  }
  temporary_folder(temporary_folder const&) = delete;
  temporary_folder& operator=(temporary_folder const&) = delete;

  std::filesystem::path const& path() const { return x_path; }
  std::filesystem::path operator/(std::string_view name) const { return x_path / name; }

private:
  std::filesystem::path x_path;
};

}  // namespace dais::support
