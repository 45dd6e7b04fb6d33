// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace prosper::rdf {

/// What is wrong with a line, and at which byte.
struct LineFault {
  const char* at;
  std::string message;
};

/// Walks the terminals of N-Triples and N-Quads (RDF 1.1 N-Triples §7) in well-formed UTF-8. Texts
/// are handed out as they stand in the document, or, where they have escapes, in `unescaped`.
/// Throws LineFault.
class LineScanner {
 public:
  LineScanner() = default;

  explicit LineScanner(std::string_view text) : at_(text.data()), end_(at_ + text.size()) {}

  const char* place() const { return at_; }

  bool is_at_end() const { return at_ == end_; }

  /// At a line end or at the end of the text.
  bool is_at_line_end() const { return at_ == end_ || *at_ == '\n' || *at_ == '\r'; }

  bool is_at(char c) const { return at_ != end_ && *at_ == c; }

  bool is_at(std::string_view token) const {
    return std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(token);
  }

  void skip(std::size_t bytes) { at_ += bytes; }

  void skip_blanks() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\t')) ++at_;
  }

  /// To the next line end, or behind a run of them: EOL [8].
  void skip_to_line_end();

  void skip_line_ends() {
    while (at_ != end_ && (*at_ == '\n' || *at_ == '\r')) ++at_;
  }

  /// IRIREF [8] at '<'; absolute.
  std::string_view iri(std::string& unescaped);
  /// BLANK_NODE_LABEL [141s] at '_'; without "_:".
  std::string_view label();
  /// STRING_LITERAL_QUOTE [9] at '"'.
  std::string_view string(std::string& unescaped);
  /// LANGTAG [144s] at '@'; without it.
  std::string_view language();

  /// "expected <what>, found <what stands here>"
  [[noreturn]] void fail_expecting(std::string_view what) const;

 private:
  std::string_view escaped_iri(const char* start, std::string& unescaped);
  std::string_view escaped_string(const char* start, std::string& unescaped);
  void append_escape(std::string& out, bool in_string);
  void append_code_point(std::string& out, std::size_t digits);

  const char* at_ = nullptr;
  const char* end_ = nullptr;
};

}  // namespace prosper::rdf
