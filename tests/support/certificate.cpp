#include "tests/support/certificate.hpp"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <memory>
#include <stdexcept>

namespace dais::support {
namespace {

template <auto Free>
struct freed_by {
  void operator()(auto* what) const { Free(what); }
};

void add_extension(X509* to, int kind, std::string const& value) {
  std::unique_ptr<X509_EXTENSION, freed_by<X509_EXTENSION_free>> const made(
      X509V3_EXT_conf_nid(nullptr, nullptr, kind, value.c_str()));
  if (!made || X509_add_ext(to, made.get(), -1) != 1) throw std::runtime_error("no such extension: " + value);
}

template <class Write>
void write_pem(std::filesystem::path const& to, Write write) {
  std::unique_ptr<std::FILE, freed_by<std::fclose>> const file(std::fopen(to.c_str(), "w"));
  if (!file || write(file.get()) != 1) throw std::runtime_error("cannot write " + to.string());
}

}  // namespace

certificate make_certificate(std::filesystem::path const& folder, std::string const& names, int days) {
  constexpr long day = 24L * 60 * 60;
  std::filesystem::create_directories(folder);
  std::unique_ptr<EVP_PKEY, freed_by<EVP_PKEY_free>> const key(EVP_EC_gen("P-256"));
  std::unique_ptr<X509, freed_by<X509_free>> const made(X509_new());
  X509_set_version(made.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(made.get()), -day + (days < 0 ? days * day : 0));
  X509_gmtime_adj(X509_getm_notAfter(made.get()), days * day);
  X509_set_pubkey(made.get(), key.get());
  auto* const name = X509_get_subject_name(made.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<unsigned char const*>("Dais test"), -1, -1, 0);
  X509_set_issuer_name(made.get(), name);
  add_extension(made.get(), NID_basic_constraints, "critical,CA:TRUE");
  add_extension(made.get(), NID_subject_alt_name, names);
  if (X509_sign(made.get(), key.get(), EVP_sha256()) == 0) throw std::runtime_error("cannot sign a certificate");
  certificate const out{folder / "chain.pem", folder / "key.pem"};
  write_pem(out.chain, [&](std::FILE* file) { return PEM_write_X509(file, made.get()); });
  write_pem(out.key, [&](std::FILE* file) {
    return PEM_write_PrivateKey(file, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  });
  return out;
}

}  // namespace dais::support
