// SPDX-License-Identifier: Apache-2.0
#include "sparql/functions/code_points.hpp"

#include <stdexcept>
#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/stringpiece.h>

namespace prosper::sparql::functions {
namespace {

bool starts_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// ICU lengths are 32 bits; no literal comes near.
icu::StringPiece piece_of(std::string_view text) {
  if (text.size() > INT32_MAX) throw std::length_error("a string of more than 2 GiB");
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

}  // namespace

std::size_t byte_offset(std::string_view text, std::size_t code_point) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!starts_code_point(text[i])) continue;
    if (code_point == 0) return i;
    --code_point;
  }
  return text.size();
}

std::string to_upper_case(std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToUpper("", 0, piece_of(text), sink, nullptr, status);
  return out;
}

std::string to_lower_case(std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToLower("", 0, piece_of(text), sink, nullptr, status);
  return out;
}

}  // namespace prosper::sparql::functions
