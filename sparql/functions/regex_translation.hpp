// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace prosper::sparql::functions {

/// The flags of fn:matches (F&O 3.1 §5.6.1.1).
struct RegexFlags {
  bool dot_all = false;           // s
  bool multi_line = false;        // m
  bool case_insensitive = false;  // i
  bool ignore_space = false;      // x
  bool literal = false;           // q
};

/// No value when there is any other letter.
std::optional<RegexFlags> parse_regex_flags(std::string_view text);

/// What RE2 makes of an XPath regular expression.
struct RegexTranslation {
  std::string pattern;
  /// Capturing groups.
  int groups = 0;
};

/// Reads `pattern` (valid UTF-8) by the grammar of XSD 1.1 Part 2 §G with the additions of F&O 3.1
/// §5.6.1 and writes the same language in RE2's syntax. No value when the pattern is not in that
/// grammar, refers back to a group, counts beyond 1,000, nests deeper than 200 or grows beyond 1
/// MiB. One difference remains: under flag m, ^ also matches after a newline that ends the text.
std::optional<RegexTranslation> translate_regex(std::string_view pattern, const RegexFlags& flags);

}  // namespace prosper::sparql::functions
