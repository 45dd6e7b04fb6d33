// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "store/rdf/io/character_classes.hpp"

namespace prosper::rdf {

/// What is wrong with a text, and at which byte.
struct TextFault {
  const char* at;
  std::string message;
};

/// Walks the terminals that Turtle, TriG, N-Triples and N-Quads share, in well-formed UTF-8. Texts
/// are handed out as they stand in the document, or, where they have escapes, in `unescaped`.
/// Throws TextFault.
class TerminalScanner {
 public:
  TerminalScanner() = default;

  explicit TerminalScanner(std::string_view text) : at_(text.data()), end_(at_ + text.size()) {}

  const char* place() const { return at_; }

  bool is_at_end() const { return at_ == end_; }

  bool is_at(char c) const { return at_ != end_ && *at_ == c; }

  bool is_at(std::string_view token) const {
    return std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(token);
  }

  void skip(std::size_t bytes) { at_ += bytes; }

  /// "expected <what>, found <what stands here>"
  [[noreturn]] void fail_expecting(std::string_view what) const;

 protected:
  /// IRIREF [18] at '<', relative or absolute.
  std::string_view scan_iri(std::string& unescaped);
  /// A string up to `quote`, behind its opening one, where `plain` needs no second look.
  std::string_view scan_string(CharacterClass plain, char quote, std::string& unescaped);
  /// BLANK_NODE_LABEL [141s] at '_'; without "_:".
  std::string_view scan_label();
  /// LANGTAG [144s] at '@'; without it.
  std::string_view scan_language();

  void append_escape(std::string& out, bool in_string);
  /// Behind (PN_CHARS | '.')*, or with ':' too.
  const char* skip_name(CharacterClass ascii, const char* from) const;

  static std::string_view between(const char* start, const char* end) {
    return {start, static_cast<std::size_t>(end - start)};
  }

  const char* at_ = nullptr;
  const char* end_ = nullptr;
  std::string_view end_name_ = "the end of the line";
  /// The last byte looked at may lie behind the place: names end before their dots.
  const char* looked_to_ = nullptr;

 private:
  std::string_view scan_escaped_iri(const char* start, std::string& unescaped);
  std::string_view scan_escaped_string(CharacterClass plain, char quote, const char* start,
                                       std::string& unescaped);
  void append_code_point(std::string& out, std::size_t digits);
};

}  // namespace prosper::rdf
