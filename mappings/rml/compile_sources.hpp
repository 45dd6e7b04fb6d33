// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "mappings/rml/compile_expression.hpp"
#include "mappings/rml/document.hpp"
#include "mappings/rml/mapping_graph.hpp"

namespace prosper::mappings::rml {

/// The source of a document that is run over notices: `rml:source prf:notices`.
inline constexpr std::string_view notices_source = "https://w3id.org/prosper/function#notices";

/// Compiles logical sources and views, each once.
class SourceCompiler {
 public:
  SourceCompiler(const MappingGraph& graph, ExpressionCompiler& expressions)
      : graph_(graph), expressions_(expressions) {}

  /// The index of the source in `take()`.
  std::size_t add(const rdf::Term& node);

  std::vector<LogicalSource> take() { return std::move(sources_); }

  /// True when an iteration of `child` sees everything of one of `parent`: the same source or form,
  /// or a view on it.
  static bool is_within(const std::vector<LogicalSource>& sources, std::size_t child,
                        std::size_t parent);
  /// The references that name columns of rows rather than fields of views.
  static std::set<std::string> columns_of(const std::set<std::string>& references,
                                          const std::vector<LogicalSource>& sources);

 private:
  LogicalSource compile(const rdf::Term& node);
  View view(const rdf::Term& node, const rdf::Term& on);
  ViewField view_field(const rdf::Term& node, const std::string& outer);
  FileSource file_source(const rdf::Term& node, const rdf::Term& source);

  const MappingGraph& graph_;
  ExpressionCompiler& expressions_;
  std::vector<LogicalSource> sources_;
  std::map<rdf::Term, std::size_t> index_of_;
  std::set<rdf::Term> open_;
};

}  // namespace prosper::mappings::rml
