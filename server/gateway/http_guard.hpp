#pragma once

#include "server/gateway/request.hpp"

#include <string>
#include <string_view>

namespace dais::gateway {

/// Checks what decides where a request ends (request smuggling, RFC 9112, 6.3 and 11.2): 0 when it is in order; 501 for
/// a Transfer-Encoding other than exactly `chunked`; 400 for chunked in HTTP/1.0, for both Transfer-Encoding and
/// Content-Length, and for either of them twice.
int framing_fault(request_head const& head);

/// What is wrong with a request in general: status 0 when nothing is.
struct request_fault {
  int status = 0;
  std::string message;
};

/// Checks Host (exactly one, well formed; RFC 9112, 3.2) and the method (501 for one that nobody knows, 405 for
/// CONNECT, TRACE, OPTIONS and the others that no address here takes).
request_fault check_head(request_head const& head);

/// `name[:port]`, `a.b.c.d[:port]` or `[v6][:port]`.
bool is_valid_host(std::string_view host);

}  // namespace dais::gateway
