// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/xml_scan.hpp"

#include <algorithm>
#include <string>

#include "store/rdf/source_position.hpp"
#include "store/rdf/syntax_error.hpp"

namespace prosper::rdf {
namespace {

[[noreturn]] void fail(std::string_view text, std::size_t offset, const ParseOptions& options,
                       const std::string& message) {
  const SourcePosition place = position_of(text, offset);
  throw SyntaxError(options.source_name, place.line, place.column, message);
}

/// Behind `ending`, or at the end of the text.
std::size_t skip_past(std::string_view text, std::size_t offset, std::string_view ending) {
  const std::size_t found = text.find(ending, offset);
  return found == text.npos ? text.size() : found + ending.size();
}

/// Behind the ">" of a tag that starts at `offset`.
std::size_t skip_tag(std::string_view text, std::size_t offset) {
  char quote = '\0';
  for (; offset < text.size(); ++offset) {
    const char c = text[offset];
    if (quote != '\0') {
      quote = c == quote ? '\0' : quote;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return offset + 1;
    }
  }
  return offset;
}

}  // namespace

void check_xml(std::string_view text, const ParseOptions& options) {
  if (const std::size_t nul = text.find('\0'); nul != text.npos) {
    fail(text, nul, options, "RDF/XML must be UTF-8, or another encoding that extends ASCII");
  }
  std::size_t depth = 0;
  std::size_t offset = text.find('<');
  while (offset < text.size()) {
    const std::string_view rest = text.substr(offset);
    if (rest.starts_with("<!--")) {
      offset = skip_past(text, offset, "-->");
    } else if (rest.starts_with("<![CDATA[")) {
      offset = skip_past(text, offset, "]]>");
    } else if (rest.starts_with("<?")) {
      offset = skip_past(text, offset, "?>");
    } else if (rest.starts_with("<!")) {
      ++offset;
    } else if (rest.starts_with("</")) {
      depth -= depth == 0 ? 0 : 1;
      ++offset;
    } else {
      const std::size_t end = skip_tag(text, offset);
      const bool is_empty = end - offset >= 2 && text[end - 2] == '/';
      if (!is_empty && ++depth > max_element_nesting) {
        fail(text, offset, options,
             "elements nest deeper than " + std::to_string(max_element_nesting) + " levels");
      }
      offset = end;
    }
    offset = text.find('<', offset);
  }
}

}  // namespace prosper::rdf
