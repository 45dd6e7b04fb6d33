// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace prosper::rdf {

/// Malformed text: RDF document, SPARQL request or notice file. Lines and columns count from 1,
/// columns in code points; 0 means unknown. `what()` reads "source:line:column: message".
class SyntaxError : public std::runtime_error {
 public:
  SyntaxError(std::string source, std::size_t line, std::size_t column, std::string message);

  const std::string& source() const { return source_; }

  std::size_t line() const { return line_; }

  std::size_t column() const { return column_; }

  /// What was found and what was expected, without the place.
  const std::string& message() const { return message_; }

 private:
  std::string source_;
  std::size_t line_;
  std::size_t column_;
  std::string message_;
};

}  // namespace prosper::rdf
