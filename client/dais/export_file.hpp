#pragma once

#include <string>

#include "client/dais/context.hpp"

namespace dais::command_line {

/// A download that the server makes for us: /exports/<meeting>/<what>.<format>.
struct export_options {
  std::string what, format;
  std::string file;      ///< "" or "-" for stdout
  std::string language;  ///< of the export; "" for that of our words
};

/// Fetches it and writes it out. What nobody can read on a terminal is not written to one.
exit_code write_export(context const& with, export_options const& given);

}  // namespace dais::command_line
