// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/turtle_reader.hpp"

#include <string>

#include "store/rdf/io/turtle_statements.hpp"
#include "store/rdf/syntax_error.hpp"

namespace prosper::rdf {

void read_turtle(TextWindow& document, RdfFormat format, const ParseOptions& options,
                 DocumentSink& sink) {
  TurtleStatements statements(document, format, options, sink);
  try {
    statements.read();
  } catch (const TextFault& fault) {
    const SourcePosition place = document.position_of(fault.at);
    throw SyntaxError(options.source_name, place.line, place.column, fault.message);
  } catch (const NameFault& fault) {
    const SourcePosition place = document.position_of(statements.token_place());
    throw SyntaxError(options.source_name, place.line, place.column, fault.message);
  }
}

}  // namespace prosper::rdf
