// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prosper::sparql::functions {

/// Some text, then what a group matched (0: the whole match).
struct ReplacementPart {
  std::string text;
  std::optional<int> group;
};

/// The replacement string of fn:replace (F&O 3.1 §5.6.3): \\ and \$ are characters, $n a group; of
/// the digits after $ as many are read as still name one of the `groups`, and a group beyond them
/// is empty. `literal` (flag q) takes every character for itself. No value when malformed.
std::optional<std::vector<ReplacementPart>> parse_replacement(std::string_view text, int groups,
                                                              bool literal);

}  // namespace prosper::sparql::functions
