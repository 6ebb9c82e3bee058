#include "server/allocation/digests.hpp"

#include <algorithm>

#include <sodium.h>

namespace dais::allocation {

protocol::hash256 sha256(std::string_view bytes) {
  protocol::hash256 hash;
  crypto_hash_sha256(hash.bytes.data(), reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
  return hash;
}

protocol::hash256 input_digest(protocol::json const& input) {
  auto sorted = input;
  auto& applicants = sorted.at("applicants").get_ref<protocol::json::array_t&>();
  std::ranges::sort(applicants, {}, [](protocol::json const& each) -> std::string const& {
    return each.at("id").get_ref<std::string const&>();
  });
  return sha256(protocol::canonical(sorted));
}

protocol::hash256 policy_digest(protocol::json const& input) { return sha256(protocol::canonical(input.at("policy"))); }

}  // namespace dais::allocation
