#pragma once

#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ssl/context.hpp>

#include <boost/system/error_code.hpp>

#include <optional>
#include <string>

#include "client/native/failure.hpp"

namespace dais::native {

/// Trusts what the system trusts (or what SSL_CERT_FILE names); TLS 1.2 or newer.
inline boost::asio::ssl::context trusting_context() {
  boost::asio::ssl::context out(boost::asio::ssl::context::tls_client);
  SSL_CTX_set_min_proto_version(out.native_handle(), TLS1_2_VERSION);
  out.set_default_verify_paths();
  out.set_verify_mode(boost::asio::ssl::verify_peer);
  return out;
}

/// Tells the server which host we want (its name; RFC 6066 allows no addresses), and checks that its certificate is for
/// that host.
template <class Stream>
void expect_host(Stream& stream, std::string const& host) {
  auto* const check = SSL_get0_param(stream.native_handle());
  boost::system::error_code is_name;
  boost::asio::ip::make_address(host, is_name);
  if (!is_name) {
    X509_VERIFY_PARAM_set1_ip_asc(check, host.c_str());
    return;
  }
  SSL_set_tlsext_host_name(stream.native_handle(), host.c_str());
  X509_VERIFY_PARAM_set_hostflags(check, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
  X509_VERIFY_PARAM_set1_host(check, host.c_str(), host.size());
}

/// After a handshake that failed: what is wrong with the server's certificate ("certificate has expired"), if anything.
template <class Stream>
std::optional<failure> certificate_fault(Stream& stream) {
  auto const verdict = SSL_get_verify_result(stream.native_handle());
  if (verdict == X509_V_OK) return std::nullopt;
  return failure{failure::kind::not_trusted, X509_verify_cert_error_string(verdict)};
}

}  // namespace dais::native
