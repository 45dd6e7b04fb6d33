// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "store/rdf/io/terminal_scanner.hpp"

namespace prosper::rdf {

/// Walks the terminals of N-Triples and N-Quads (RDF 1.1 N-Triples §7).
class LineScanner : public TerminalScanner {
 public:
  using TerminalScanner::TerminalScanner;

  /// At a line end or at the end of the text.
  bool is_at_line_end() const { return at_ == end_ || *at_ == '\n' || *at_ == '\r'; }

  void skip_blanks() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\t')) ++at_;
  }

  /// To the next line end, or behind a run of them: EOL [8].
  void skip_to_line_end() {
    while (!is_at_line_end()) ++at_;
  }

  void skip_line_ends() {
    while (at_ != end_ && (*at_ == '\n' || *at_ == '\r')) ++at_;
  }

  /// IRIREF [8] at '<'; absolute.
  std::string_view iri(std::string& unescaped);

  /// BLANK_NODE_LABEL [141s] at '_'; without "_:".
  std::string_view label() { return scan_label(); }

  /// STRING_LITERAL_QUOTE [9] at '"'.
  std::string_view string(std::string& unescaped) {
    ++at_;
    return scan_string(StringCharacter, '"', unescaped);
  }

  /// LANGTAG [144s] at '@'; without it.
  std::string_view language() { return scan_language(); }
};

}  // namespace prosper::rdf
