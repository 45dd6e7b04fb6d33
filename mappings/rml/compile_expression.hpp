// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "mappings/rml/document.hpp"
#include "mappings/rml/mapping_graph.hpp"

namespace prosper::mappings::rml {

/// Where a term map stands decides its default term type and which types are allowed.
enum class TermPosition { Subject, Predicate, Object, Graph };

/// Compiles expression and term maps; notes which references they make.
class ExpressionCompiler {
 public:
  ExpressionCompiler(const MappingGraph& graph, const FunctionRegistry& functions)
      : graph_(graph), functions_(functions) {}

  /// The expression that `node` carries: constant, reference, template or function execution.
  Expression expression(const rdf::Term& node);
  TermMap term_map(const rdf::Term& node, TermPosition position);
  /// A term map that is a constant, from the shortcut properties.
  TermMap constant_map(const rdf::Term& owner, const rdf::Term& constant, TermPosition position);
  /// Maps given as `shortcut` constants and as `map` nodes, in that order.
  std::vector<TermMap> term_maps(const rdf::Term& owner, std::string_view shortcut,
                                 std::string_view map, TermPosition position);
  /// An expression given as `shortcut` (by `make`) or as a `map` node; monostate when neither is.
  Expression shortcut_or_map(const rdf::Term& owner, std::string_view shortcut,
                             std::string_view map, bool shortcut_is_reference);

  const std::set<std::string>& references() const { return references_; }

  bool makes_blank_nodes() const { return makes_blank_nodes_; }

 private:
  Expression template_expression(const rdf::Term& node, const rdf::Term& text);
  std::shared_ptr<const FunctionCall> function_call(const rdf::Term& node,
                                                    const rdf::Term& execution);
  std::string constant_iri(const rdf::Term& node, std::string_view shortcut, std::string_view map);
  TermType term_type(const rdf::Term& node, const TermMap& map, TermPosition position) const;
  void check_type(const rdf::Term& node, const TermMap& map, TermPosition position) const;
  void add_conditions(const rdf::Term& node, TermMap& map);

  const MappingGraph& graph_;
  const FunctionRegistry& functions_;
  std::set<std::string> references_;
  bool makes_blank_nodes_ = false;
  int depth_ = 0;
};

/// BCP 47: well-formed as far as RDF literals need it.
bool is_language_tag(std::string_view text);

}  // namespace prosper::mappings::rml
