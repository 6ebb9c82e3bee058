#pragma once
// A program that runs beside the test, as a person or a script starts it.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace dais::integration {

/// How a program ended, and all that it wrote.
struct ended {
  int code = 0;  ///< 128 and the signal's number where a signal ended it, as a shell says it
  std::string out, err;
};

/// Every wait gives up after half a minute and throws, with what the program has written until then.
class program {
public:
  using environment = std::map<std::string, std::string>;

  /// `words` begin with the program's file. `input` is what it reads on stdin; `terminal` is a file to be its stdin
  /// instead.
  program(std::vector<std::string> words, environment const& with, std::string const& input = {}, int terminal = -1);
  /// Kills it if it still runs.
  ~program();
  program(program const&) = delete;
  program& operator=(program const&) = delete;

  /// Waits until it has written this to stdout, after what an earlier call waited for.
  void wait_for(std::string_view text) { wait_in(x_out, text); }
  /// The same of stderr.
  void wait_for_note(std::string_view text) { wait_in(x_err, text); }
  /// Nobody reads its stdout any more.
  void stop_reading();
  void signal(int number) const;
  /// Waits for its end.
  ended end();

private:
  struct stream {
    int from = -1;
    std::string text;
    std::size_t seen = 0;
  };

  void wait_in(stream& of, std::string_view text);
  /// Reads what comes next; false when there is nothing more to come.
  bool read_some();
  void reap();

  stream x_out, x_err;
  ::pid_t x_pid = -1;
  int x_status = 0;
};

}  // namespace dais::integration
