// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/rdf/syntax_error.hpp"

namespace prosper::sparql {

/// A request as the grammar reads it: valid UTF-8 whose codepoint escapes (§19.2) are replaced.
/// Keeps the way back to the text as it was sent, so that errors name places the author can find.
/// Borrows `original`, which must outlive it; tokens of the syntax tree point into it.
class SourceText {
 public:
  /// `kind` names the request in errors: "query" or "update". Throws rdf::SyntaxError when the text
  /// is longer than `maximum_bytes`, no UTF-8, or holds NUL or an escaped surrogate.
  SourceText(std::string kind, std::string_view original, std::size_t maximum_bytes);
  SourceText(const SourceText&) = delete;
  SourceText& operator=(const SourceText&) = delete;

  const std::string& kind() const { return kind_; }

  /// The text to parse.
  std::string_view text() const { return text_; }

  /// An error at `place`, a pointer into text() or just behind it.
  rdf::SyntaxError error(const char* place, std::string message) const;

 private:
  rdf::SyntaxError error_at(std::size_t original_offset, std::string message) const;
  std::size_t original_offset(const char* place) const;
  void replace_escapes(std::size_t first);

  std::string kind_;
  std::string_view original_;
  std::string replaced_;
  std::string_view text_;
  /// (offset in text(), offset in the original) behind each replaced escape, ascending.
  std::vector<std::pair<std::size_t, std::size_t>> anchors_;
};

}  // namespace prosper::sparql
