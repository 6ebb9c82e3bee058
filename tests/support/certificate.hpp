#pragma once

#include <filesystem>
#include <string>

namespace dais::support {

/// A certificate and its key as PEM files; the certificate is its own issuer, so that it is what a client must trust.
struct certificate {
  std::filesystem::path chain, key;
};

/// Makes one in a folder. `names` as OpenSSL writes them: "DNS:localhost,IP:127.0.0.1". It is valid from a day ago,
/// until so many days from now.
certificate make_certificate(std::filesystem::path const& folder, std::string const& names, int days);

}  // namespace dais::support
