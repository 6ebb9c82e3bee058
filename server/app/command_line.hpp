#pragma once

namespace dais::app {

/// The program `daisd`: serve, verify, backup, restore, forget, allocate. Yields its exit code: 0 done, 1 refused or
/// damaged, 2 for a command line that is not understood.
int command_line(int argc, char** argv);

}  // namespace dais::app
