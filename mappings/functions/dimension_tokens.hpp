// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mappings/functions/dimension_grammar.hpp"

namespace prosper::mappings {

/// A word, number, separator or parenthesis of a DIMS value.
struct DimensionToken {
  enum class Kind { Word, Number, Separator, Parenthesis, Colon };
  Kind kind;
  /// A number with '.' as decimal point, a word as written, the inside of a parenthesis.
  std::string text;
  /// Where it stands in the value, in bytes.
  std::size_t begin;
  std::size_t end;
};

std::vector<DimensionToken> tokenize_dimensions(std::string_view text);

/// "H", "haut.", "LA" …: nothing for other words. `L` alone (upper case) is ambiguous: see
/// is_capital_l.
std::optional<DimensionKind> dimension_kind_of(std::string_view word);
bool is_capital_l(std::string_view word);

/// A unit word and what one of it is: 10^exponent centimetres or grams.
struct DimensionUnit {
  bool is_weight = false;
  int exponent = 0;
};

std::optional<DimensionUnit> dimension_unit_of(std::string_view word);

/// `number` × 10^exponent, without trailing zeros; nothing if it is 0.
std::optional<std::string> shift_decimal(std::string_view number, int exponent);

}  // namespace prosper::mappings
