#pragma once

#include "protocol/errors.hpp"
#include "protocol/json.hpp"

namespace dais::native {

/// The result of a JSON-RPC answer, or its error as it was before it went over the wire. An error in a shape or with a
/// code that this client does not know becomes `internal` with the server's words.
protocol::result<protocol::json> read_answer(protocol::json const& message);

/// The refusal in the body of an HTTP answer, `{"error":{"code","message","field"}}`; `status` decides where it has
/// none.
protocol::rejection read_refusal(int status, std::string_view body);

}  // namespace dais::native
