#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <string>

namespace dais::runtime {

/// Starts a coroutine on `executor`. What escapes from it is logged under `name` and ends only this coroutine.
void spawn(boost::asio::any_io_executor executor, boost::asio::awaitable<void> work, std::string name);

}  // namespace dais::runtime
