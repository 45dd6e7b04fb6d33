// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "mappings/rml/document.hpp"

namespace prosper::mappings::rml {

struct CompileOptions {
  /// Named in errors.
  std::string document_name;
  /// Relative IRIs of the document and of generated terms belong to it; ends in '/'.
  std::string base_iri;
  const FunctionRegistry* functions = nullptr;
};

/// Compiles a mapping document in Turtle. Throws rdf::SyntaxError for bad Turtle and MappingError
/// for bad RML: an unknown property, function or term type, a missing or doubled map, a bad
/// template. `functions` must outlive the document.
Document compile_document(std::string_view turtle, const CompileOptions& options);

}  // namespace prosper::mappings::rml
