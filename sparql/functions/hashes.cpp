// SPDX-License-Identifier: Apache-2.0
// MD5 and SHA of the UTF-8 bytes of a string without language (§17.4.6), in lower-case hex.
#include <array>
#include <openssl/evp.h>

#include "sparql/functions/families.hpp"
#include "sparql/functions/literals.hpp"

namespace prosper::sparql::functions {
namespace {

using Arguments = std::span<const rdf::Term>;

/// No value when OpenSSL refuses the algorithm (MD5 in FIPS mode).
template <const EVP_MD* (*algorithm)()>
Result digest(Arguments arguments, Context&) {
  const auto text = simple_string_of(arguments[0]);
  if (!text) return std::nullopt;
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned size = 0;
  if (EVP_Digest(text->data(), text->size(), bytes.data(), &size, algorithm(), nullptr) != 1) {
    return std::nullopt;
  }
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (unsigned i = 0; i < size; ++i) {
    out += digits[bytes[i] >> 4U];
    out += digits[bytes[i] & 0xFU];
  }
  return make_simple(std::move(out));
}

}  // namespace

void register_hashes(FunctionTable& table) {
  table["MD5"] = {digest<EVP_md5>, 1, 1};
  table["SHA1"] = {digest<EVP_sha1>, 1, 1};
  table["SHA256"] = {digest<EVP_sha256>, 1, 1};
  table["SHA384"] = {digest<EVP_sha384>, 1, 1};
  table["SHA512"] = {digest<EVP_sha512>, 1, 1};
}

}  // namespace prosper::sparql::functions
