// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/language_tag.hpp"

#include <algorithm>

namespace prosper::rdf {
namespace {

constexpr char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr char to_upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

}  // namespace

bool are_same_language(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return to_lower(a) == to_lower(b); });
}

std::string fold_language(std::string_view tag) {
  std::string folded(tag);
  std::transform(folded.begin(), folded.end(), folded.begin(), to_lower);
  return folded;
}

std::string first_spelling(std::string_view tag) {
  std::string upper(tag);
  std::transform(upper.begin(), upper.end(), upper.begin(), to_upper);
  return upper;
}

}  // namespace prosper::rdf
