#include "server/runtime/task.hpp"

#include "server/runtime/log.hpp"

#include <boost/asio/co_spawn.hpp>

#include <exception>
#include <utility>

namespace dais::runtime {

void spawn(boost::asio::any_io_executor executor, boost::asio::awaitable<void> work, std::string name) {
  boost::asio::co_spawn(std::move(executor), std::move(work), [name = std::move(name)](std::exception_ptr problem) {
    if (problem) log(severity::error, "a task ended by an exception", {{"task", name}, {"what", describe(problem)}});
  });
}

}  // namespace dais::runtime
