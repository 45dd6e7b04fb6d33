// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/xml_encodings.hpp"

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <iconv.h>
#include <memory>

namespace prosper::rdf {
namespace {

struct Close {
  void operator()(void* converter) const { iconv_close(converter); }
};

}  // namespace

std::optional<std::array<int, 256>> one_byte_encoding(const char* name) {
  // NOLINTNEXTLINE: the failure value of iconv_open is defined as this cast.
  const auto none = reinterpret_cast<iconv_t>(std::intptr_t{-1});
  const iconv_t opened = iconv_open("UTF-32LE", name);
  if (opened == none) return std::nullopt;
  const std::unique_ptr<void, Close> converter(opened);
  std::array<int, 256> characters{};
  for (std::size_t byte = 0; byte < characters.size(); ++byte) {
    char in = static_cast<char>(byte);
    std::array<unsigned char, 8> out{};
    char* from = &in;
    char* to = reinterpret_cast<char*>(out.data());
    std::size_t in_left = 1;
    std::size_t out_left = out.size();
    iconv(opened, nullptr, nullptr, nullptr, nullptr);
    const bool is_bad = iconv(opened, &from, &in_left, &to, &out_left) == std::size_t(-1);
    if (is_bad && errno != EILSEQ) return std::nullopt;  // the first byte of several
    const bool is_one = !is_bad && out.size() - out_left == 4;
    characters[byte] = is_one ? out[0] + out[1] * 0x100 + out[2] * 0x10000 : -1;
  }
  return characters;
}

}  // namespace prosper::rdf
