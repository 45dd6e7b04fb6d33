// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "sparql/algebra/in_scope_variables.hpp"
#include "sparql/algebra/print.hpp"
#include "sparql/parser/parse.hpp"
#include "store/rdf/assert.hpp"

namespace {

namespace sparql = prosper::sparql;

/// An error must name a place of the text.
void check_place(const prosper::rdf::SyntaxError& error, std::string_view text) {
  std::size_t lines = 1;
  for (const char c : text) lines += c == '\n' || c == '\r' ? 1 : 0;
  PROSPER_ASSERT(error.line() >= 1 && error.line() <= lines);
  PROSPER_ASSERT(error.column() >= 1 && error.column() <= text.size() + 1);
  PROSPER_ASSERT(!error.message().empty());
}

/// What parses is the same a second time, and can be walked and printed.
void check_query(std::string_view text, const sparql::ParserOptions& options) {
  try {
    const auto query = sparql::parse_query(text, options);
    const std::string printed = print(query);
    PROSPER_ASSERT(printed == print(sparql::parse_query(text, options)));
    PROSPER_ASSERT(printed.find('\0') == std::string::npos);
    sparql::algebra::in_scope_variables(*query.pattern);
  } catch (const prosper::rdf::SyntaxError& error) {
    check_place(error, text);
  }
}

void check_update(std::string_view text, const sparql::ParserOptions& options) {
  try {
    PROSPER_ASSERT(print(sparql::parse_update(text, options)) ==
                   print(sparql::parse_update(text, options)));
  } catch (const prosper::rdf::SyntaxError& error) {
    check_place(error, text);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  sparql::ParserOptions options;
  options.base_iri = "http://example.org/base";
  options.maximum_bytes = size;
  check_query(text, options);
  check_update(text, options);
  return 0;
}
