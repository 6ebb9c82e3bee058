#include "tests/support/daisd_process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>

extern char** environ;

namespace dais::support {
namespace {

/// A program whose output can be read.
struct started {
  ::pid_t process;
  int output;
};

started start(std::vector<std::string> const& arguments) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  ::posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  std::vector<char*> raw;
  for (auto const& each : arguments) raw.push_back(const_cast<char*>(each.c_str()));
  raw.push_back(nullptr);
  ::pid_t process = -1;
  auto const failed = ::posix_spawnp(&process, raw[0], &actions, nullptr, raw.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  if (failed != 0) throw std::runtime_error("cannot start " + arguments.front());
  return {process, ends[0]};
}

/// The next line; nothing at the end of the output.
std::optional<std::string> read_line(int from) {
  std::string out;
  for (char c = 0; ::read(from, &c, 1) == 1;) {
    if (c == '\n') return out;
    out += c;
  }
  return std::nullopt;
}

int status_of(int raw) { return WIFEXITED(raw) ? WEXITSTATUS(raw) : -1; }

}  // namespace

daisd_process::daisd_process(std::filesystem::path data, std::size_t disk) : data_(std::move(data)) {
  std::vector<std::string> arguments{
      DAIS_DAISD, "serve",    "--data", data_.string(), "--port",
      "0",        "--shards", "2",      "--demo",       DAIS_SOURCE_DIR "/deploy/demo/small.json"};
  if (disk > 0) {
    std::filesystem::create_directories(data_);
    std::vector<std::string> const own_disk{"unshare",
                                            "--map-root-user",
                                            "--mount",
                                            "sh",
                                            "-c",
                                            R"(mount -t tmpfs -o size="$0" tmpfs "$1" && shift && exec "$@")",
                                            std::to_string(disk),
                                            data_.string()};
    arguments.insert(arguments.begin(), own_disk.begin(), own_disk.end());
  }
  auto const it = start(arguments);
  running_ = it.process;
  output_ = it.output;
  std::string const listening = "listening on http://127.0.0.1:", link = "/link/";
  while (auto const line = read_line(output_)) {
    if (line->starts_with(listening)) where_ = {false, "127.0.0.1", line->substr(listening.size()), ""};
    auto const at = line->find(link);
    if (at == std::string::npos) continue;
    // "COP3, focal point of Upper Sample: http://…/link/…"
    auto name = line->substr(0, line->find(": "));
    std::ranges::transform(name, name.begin(), [](char c) {
      return c == ' ' ? '_' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    });
    for (auto const* role : {"secretariat", "president", "committee", "focal_point", "delegate", "display"})
      if (name.find(role) != std::string::npos) links_[role] = line->substr(at + link.size());
    if (links_.size() == 6) break;
  }
  if (!where_) wait();
}

daisd_process::~daisd_process() { kill(); }

std::string daisd_process::sign_in(std::string const& role) {
  auto const answer = call("", "sessions.sign_in", {{"link", links_.at(role)}});
  if (!answer || !answer->contains("result")) throw std::runtime_error("the link of the " + role + " does not sign in");
  return (*answer)["result"]["token"].get<std::string>();
}

void daisd_process::kill() {
  if (running_ <= 0) return;
  ::kill(running_, SIGKILL);
  wait();
}

int daisd_process::stop() {
  ::kill(running_, SIGTERM);
  return wait();
}

int daisd_process::wait() {
  int status = 0;
  if (running_ > 0) ::waitpid(running_, &status, 0);
  running_ = -1;
  if (output_ >= 0) ::close(output_);
  output_ = -1;
  return status_of(status);
}

std::filesystem::path daisd_process::inside(std::filesystem::path const& file) const {
  return std::filesystem::path("/proc") / std::to_string(running_) / "root" / file.relative_path();
}

std::optional<protocol::json> daisd_process::call(std::string const& token, std::string const& method,
                                                  protocol::json params) const {
  native::http_request request;
  request.method = "POST";
  request.target = "/rpc";
  request.headers["Content-Type"] = "application/json";
  request.body =
      protocol::json{{"jsonrpc", "2.0"}, {"id", 1}, {"method", method}, {"params", std::move(params)}}.dump();
  auto const response = send(std::move(request), token);
  if (!response) return std::nullopt;
  return protocol::json::parse(response->body);
}

std::optional<native::http_response> daisd_process::send(native::http_request request, std::string const& token) const {
  if (!token.empty()) request.headers["Authorization"] = "Bearer " + token;
  auto response = native::exchange(*where_, request);
  if (!response) return std::nullopt;
  return std::move(*response);
}

}  // namespace dais::support
