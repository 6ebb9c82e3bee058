#pragma once
// A command of the domain as an executor takes it.

#include <functional>

#include "protocol/codec.hpp"
#include "server/executor/executor.hpp"

namespace dais::app {

template <class Model>
using decision = std::move_only_function<protocol::result<typename executor::executor<Model>::outcome>(
    typename Model::state const&, domain::context const&)>;

/// A decision of the domain, with its answer as JSON.
template <class Model, class Command>
decision<Model> decision_of(Command command) {
  return [command = std::move(command)](
             typename Model::state const& state,
             domain::context const& with) -> protocol::result<typename executor::executor<Model>::outcome> {
    auto made = decide(state, command, with);
    if (!made) return std::unexpected(std::move(made.error()));
    return typename executor::executor<Model>::outcome{std::move(made->events), protocol::encode(made->answer)};
  };
}

}  // namespace dais::app
