// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace prosper::mappings {

/// One indexing term of a nested value: "scène biblique (Descente de Croix)" gives two.
struct IndexTerm {
  std::string label;
  /// 0 for a head, 1 inside its parentheses, and so on; what follows ':' is one deeper.
  int depth = 0;
  bool uncertain = false;
};

/// Flattens REPR, TECH and the like: ';' ',' '#' and line breaks part terms, parentheses nest, ':'
/// introduces a sub-term. "?" marks the term before it. Unbalanced parentheses close at the end.
std::vector<IndexTerm> parse_index_terms(std::string_view text);

/// One denomination (DENO): "anneau (2)", "figurine (fragment, ?)".
struct Denomination {
  std::string label;
  /// Number of pieces; 0 when not said.
  int count = 0;
  std::vector<std::string> qualifiers;
  bool uncertain = false;
};

std::vector<Denomination> parse_denominations(std::string_view text);

}  // namespace prosper::mappings
