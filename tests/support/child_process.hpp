#pragma once

#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>

namespace dais::support {

/// A forked process that runs one function and then ends at once, without destructors or leak checks. Killed and reaped
/// at the end if it still runs. Use only in tests that have one thread.
class child_process {
public:
  template <class Function>
  explicit child_process(Function run) : x_pid(::fork()) {
    if (x_pid == 0) ::_exit(outcome_of(run));
  }
  ~child_process() {
    kill();
    wait();
  }
  child_process(child_process const&) = delete;
  child_process& operator=(child_process const&) = delete;

  void kill() {
    if (x_pid > 0) ::kill(x_pid, SIGKILL);
  }

  /// What the function returned; -1 if it was killed.
  int wait() {
    if (x_pid > 0 && ::waitpid(x_pid, &x_status, 0) == x_pid) x_pid = -1;
    return WIFEXITED(x_status) ? WEXITSTATUS(x_status) : -1;
  }

private:
  /// An exception must not reach the test framework, which would go on with the next test in the child.
  template <class Function>
  static int outcome_of(Function& run) {
    try {
      return run();
    } catch (std::exception const& thrown) {
      std::fprintf(stderr, "in the child process: %s\n", thrown.what());
      return 99;
    }
  }

  ::pid_t x_pid;
  int x_status = 0;
};

inline constexpr int cannot_mount = 77;

/// Moves this process to file systems of its own, as root or as a user who is root there alone.
inline bool own_file_systems() {
  auto const user = ::getuid();
  auto const group = ::getgid();
  if (::unshare(CLONE_NEWNS) == 0) return true;
  if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
  std::ofstream("/proc/self/uid_map") << "0 " << user << " 1";
  std::ofstream("/proc/self/setgroups") << "deny";
  std::ofstream("/proc/self/gid_map") << "0 " << group << " 1";
  return ::getuid() == 0;
}

/// Runs a function in a child whose folder `at` is a real file system of so many bytes, seen by the child alone.
/// Returns what the function returned, or `cannot_mount` where this is not permitted.
template <class Function>
int on_a_small_disk(std::filesystem::path const& at, std::size_t bytes, Function run) {
  return child_process([&] {
           if (!own_file_systems()) return cannot_mount;
           ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
           auto const options = "size=" + std::to_string(bytes);
           if (::mount("tmpfs", at.c_str(), "tmpfs", 0, options.c_str()) != 0) return cannot_mount;
           return run();
         })
      .wait();
}

/// Runs a function in a child in which no file may grow beyond so many bytes.
template <class Function>
int with_small_files(std::size_t bytes, Function run) {
  return child_process([&] {
           ::signal(SIGXFSZ, SIG_IGN);
           ::rlimit const limit{bytes, bytes};
           ::setrlimit(RLIMIT_FSIZE, &limit);
           return run();
         })
      .wait();
}

}  // namespace dais::support
