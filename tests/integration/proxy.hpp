#pragma once
// What stands between a client and the server: it may end TLS, and may do harm.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client/native/address.hpp"
#include "tests/support/certificate.hpp"

namespace dais::integration {

using support::certificate;
using support::make_certificate;

/// Forwards each connection on a free port of 127.0.0.1.
class proxy {
public:
  /// Sees a piece of an answer before the client does, with the head of the request and the number of bytes that went
  /// before; may change it. False breaks the connection after the piece.
  using meddler = std::function<bool(std::string const& request, std::uint64_t at, std::string& piece)>;

  explicit proxy(native::address to, std::optional<certificate> tls = {}, meddler meddle = {});
  ~proxy();
  proxy(proxy const&) = delete;
  proxy& operator=(proxy const&) = delete;

  native::address where(std::string const& host = "127.0.0.1") const;
  /// The heads of all requests so far.
  std::vector<std::string> requests() const;
  /// Breaks every connection that is open.
  void drop();

private:
  class shell;
  std::unique_ptr<shell> x_shell;
};

}  // namespace dais::integration
