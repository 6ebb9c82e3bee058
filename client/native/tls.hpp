#pragma once

#include <openssl/ssl.h>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>

#include <boost/system/error_code.hpp>

#include <string>

namespace dais::native {

/// Trusts what the system trusts (or what SSL_CERT_FILE names); TLS 1.2 or newer.
inline boost::asio::ssl::context trusting_context() {
  boost::asio::ssl::context out(boost::asio::ssl::context::tls_client);
  SSL_CTX_set_min_proto_version(out.native_handle(), TLS1_2_VERSION);
  out.set_default_verify_paths();
  out.set_verify_mode(boost::asio::ssl::verify_peer);
  return out;
}

/// Tells the server which host we want, and checks that its certificate is for that host.
template <class Stream>
void expect_host(Stream& stream, std::string const& host) {
  SSL_set_tlsext_host_name(stream.native_handle(), host.c_str());
  stream.set_verify_callback(boost::asio::ssl::host_name_verification(host));
}

}  // namespace dais::native
