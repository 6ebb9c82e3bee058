#pragma once
// The program `daisd` in a process of its own, to be killed and started again.

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "client/native/address.hpp"
#include "client/native/http.hpp"
#include "protocol/json.hpp"

namespace dais::support {

class daisd_process {
public:
  /// Serves the small demo meeting from `data` on a free port. With `disk` bytes, `data` lies on a file system of its
  /// own of that size, which only this process and `inside` see.
  explicit daisd_process(std::filesystem::path data, std::size_t disk = 0);
  ~daisd_process();
  daisd_process(daisd_process const&) = delete;
  daisd_process& operator=(daisd_process const&) = delete;

  /// False where this machine does not permit a file system of one's own.
  bool runs() const { return running_ > 0 && where_.has_value(); }
  native::address const& where() const { return *where_; }
  ::pid_t process() const { return running_; }
  /// The token of a new session of the account that the demo made for this role.
  std::string sign_in(std::string const& role);

  /// kill -9, at once.
  void kill();
  /// SIGTERM; its exit status.
  int stop();
  /// The path to a file that this process sees there.
  std::filesystem::path inside(std::filesystem::path const& file) const;

  /// POST /rpc: the whole answer; nothing if the connection broke.
  std::optional<protocol::json> call(std::string const& token, std::string const& method, protocol::json params) const;
  std::optional<native::http_response> send(native::http_request request, std::string const& token) const;

private:
  int wait();

  std::filesystem::path data_;
  ::pid_t running_ = -1;
  int output_ = -1;
  std::optional<native::address> where_;
  std::map<std::string, std::string> links_;  ///< by role
};

}  // namespace dais::support
