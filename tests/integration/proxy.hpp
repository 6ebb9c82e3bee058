#pragma once
// What stands between a client and the server: it may end TLS, and may do harm.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client/native/address.hpp"

namespace dais::integration {

/// A certificate and its key as PEM files; the certificate is its own issuer, so that it is what a client must trust.
struct certificate {
  std::filesystem::path chain, key;
};

/// Makes one in a folder. `names` as OpenSSL writes them: "DNS:localhost,IP:127.0.0.1". It is valid from a day ago,
/// until so many days from now.
certificate make_certificate(std::filesystem::path const& folder, std::string const& names, int days);

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
