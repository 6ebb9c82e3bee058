#include "tests/integration/program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <stdexcept>

namespace dais::integration {
namespace {

constexpr std::chrono::seconds patience{30};

int file_with(std::string const& text) {
  int const out = ::memfd_create("stdin", MFD_CLOEXEC);
  if (out < 0 || ::write(out, text.data(), text.size()) != static_cast<ssize_t>(text.size()) ||
      ::lseek(out, 0, SEEK_SET) != 0)
    throw std::runtime_error("cannot make the program's stdin");
  return out;
}

std::vector<char*> pointers(std::vector<std::string>& to) {
  std::vector<char*> out;
  for (auto& one : to) out.push_back(one.data());
  out.push_back(nullptr);
  return out;
}

void close_once(int& file) {
  if (file >= 0) ::close(file);
  file = -1;
}

}  // namespace

program::program(std::vector<std::string> words, environment const& with, std::string const& input, int terminal) {
  std::array<int, 2> out{}, err{};
  if (::pipe2(out.data(), O_CLOEXEC) != 0 || ::pipe2(err.data(), O_CLOEXEC) != 0)
    throw std::runtime_error("cannot make a pipe");
  int const given = terminal < 0 ? file_with(input) : -1;
  ::posix_spawn_file_actions_t files;
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawn_file_actions_adddup2(&files, terminal < 0 ? given : terminal, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&files, out[1], STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&files, err[1], STDERR_FILENO);
  // The server of this very process has sockets that are no business of the program's.
  ::posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
  ::posix_spawnattr_t how;
  ::posix_spawnattr_init(&how);
  ::sigset_t usual;
  ::sigemptyset(&usual);
  ::sigaddset(&usual, SIGPIPE);
  ::posix_spawnattr_setsigdefault(&how, &usual);
  ::posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGDEF);
  std::vector<std::string> variables;
  for (auto const& [name, value] : with) variables.push_back(name + '=' + value);
  int const fault =
      ::posix_spawn(&x_pid, words.front().c_str(), &files, &how, pointers(words).data(), pointers(variables).data());
  ::posix_spawnattr_destroy(&how);
  ::posix_spawn_file_actions_destroy(&files);
  for (int const file : {out[1], err[1], given})
    if (file >= 0) ::close(file);
  x_out.from = out[0];
  x_err.from = err[0];
  if (fault != 0) {
    x_pid = -1;
    throw std::runtime_error("cannot start " + words.front());
  }
}

program::~program() {
  if (x_pid > 0) ::kill(x_pid, SIGKILL);
  reap();
  close_once(x_out.from);
  close_once(x_err.from);
}

void program::stop_reading() { close_once(x_out.from); }

void program::signal(int number) const {
  if (x_pid > 0) ::kill(x_pid, number);
}

bool program::read_some() {
  std::array<::pollfd, 2> ready{{{x_out.from, POLLIN, 0}, {x_err.from, POLLIN, 0}}};
  if (x_out.from < 0 && x_err.from < 0) return false;
  auto const wait = std::chrono::milliseconds(patience).count();
  int const count = ::poll(ready.data(), ready.size(), static_cast<int>(wait));
  if (count < 0 && errno == EINTR) return true;
  if (count <= 0) throw std::runtime_error("nothing more came of the program after:\n" + x_out.text + x_err.text);
  for (auto* one : {&x_out, &x_err}) {
    auto const& state = one == &x_out ? ready[0] : ready[1];
    if (one->from < 0 || state.revents == 0) continue;
    std::array<char, 65536> piece;
    auto const size = ::read(one->from, piece.data(), piece.size());
    if (size > 0)
      one->text.append(piece.data(), static_cast<std::size_t>(size));
    else
      close_once(one->from);
  }
  return true;
}

void program::wait_in(stream& of, std::string_view text) {
  for (;;) {
    if (auto const found = of.text.find(text, of.seen); found != std::string::npos) {
      of.seen = found + text.size();
      return;
    }
    if (!read_some())
      throw std::runtime_error("the program ended without " + std::string(text) + ":\n" + x_out.text + x_err.text);
  }
}

ended program::end() {
  while (read_some()) continue;
  reap();
  int const code = WIFEXITED(x_status) ? WEXITSTATUS(x_status) : 128 + WTERMSIG(x_status);
  return {code, x_out.text, x_err.text};
}

void program::reap() {
  if (x_pid > 0) ::waitpid(x_pid, &x_status, 0);
  x_pid = -1;
}

}  // namespace dais::integration
