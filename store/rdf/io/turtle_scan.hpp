// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/rdf/io/parser.hpp"

namespace prosper::rdf {

/// How deep brackets of a Turtle or TriG document may nest: Serd recurses on the machine stack.
inline constexpr std::size_t max_nesting = 1000;

/// A Turtle or TriG document made safe for Serd, which names anonymous blank nodes b1, b2, … and
/// turns written labels b1 into B1. Labels `_*[bB][0-9]…` therefore get one more "_" in front.
struct ScannedTurtle {
  /// The document for Serd; empty when the original needs no change.
  std::string text;
  bool has_changed = false;
  /// Offsets in `text` of the underscores put in, ascending.
  std::vector<std::size_t> insertions;
  /// The largest n of a written label b<n>…; names for anonymous nodes count on from there.
  std::uint64_t largest_numbered_label = 0;
};

/// Throws SyntaxError when the nesting is too deep, and for "{" in Turtle, where Serd reads graphs.
ScannedTurtle scan_turtle(std::string_view text, RdfFormat format, const ParseOptions& options);

/// The label as it was written: takes the added "_" away.
std::string_view written_label(std::string_view label);

}  // namespace prosper::rdf
