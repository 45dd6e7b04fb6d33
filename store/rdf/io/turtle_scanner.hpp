// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "store/rdf/io/terminal_scanner.hpp"
#include "store/rdf/io/text_window.hpp"

namespace prosper::rdf {

/// Walks the terminals of Turtle and TriG (RDF 1.1 Turtle §6.5) through a window of the document.
/// Views that it hands out are good until the next call that may read on: everything but looking.
/// Throws TextFault, whose place is one of the window's text.
class TurtleScanner : public TerminalScanner {
 public:
  /// A prefixed name [136s], or, where no ':' stands behind it, a word such as `a`.
  struct Name {
    bool is_prefixed = false;
    std::string_view prefix;  ///< or the word
    std::string_view local;   ///< without backslashes
  };

  struct Number {
    std::string_view text;
    std::string_view datatype;
  };

  /// `window` must outlive the scanner.
  explicit TurtleScanner(TextWindow& window);

  /// Behind white space and comments (§6.2). What stands there may then be looked at, 64 bytes far.
  void skip_space();

  /// The byte here; NUL at the end.
  char look() const { return at_ == end_ ? '\0' : *at_; }

  /// Passes over `c` and the white space behind it, if it stands here.
  bool take(char c);

  /// Where the last token began.
  const char* token_place() const { return token_place_; }

  /// IRIREF [18] at '<', relative or absolute.
  std::string_view iri(std::string& unescaped);
  /// BLANK_NODE_LABEL [141s] at "_"; without "_:".
  std::string_view label();
  /// String [17] at a quote of either kind.
  std::string_view string(std::string& unescaped);
  /// LANGTAG [144s] at '@'; without it.
  std::string_view language();
  /// The letters behind '@'.
  std::string_view at_word();
  /// At a digit, a sign, or '.' before a digit.
  bool is_at_number() const;
  /// NumericLiteral [16].
  Number number();
  Name name(std::string& unescaped);

  /// Keeps a view of the last token good when reading on.
  void keep(std::string_view text) { kept_ = text; }

  std::string_view kept() const { return kept_; }

 private:
  template <class Scan>
  auto token(Scan scan);
  bool is_settled() const;
  void skip_comment();
  void read_more();
  void check_unbroken() const;
  std::string_view scan_any_string(std::string& unescaped);
  std::string_view scan_long_string(char quote, std::string& unescaped);
  Number scan_number();
  const char* exponent_end(const char* from) const;
  Name scan_name(std::string& unescaped);
  bool is_at_local() const;
  std::string_view scan_local(std::string& unescaped);

  TextWindow& window_;
  const char* token_place_ = nullptr;
  std::string_view kept_;
  std::string kept_text_;
};

}  // namespace prosper::rdf
