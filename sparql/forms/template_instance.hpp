// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sparql/algebra/solution_stream.hpp"
#include "sparql/algebra/variable.hpp"
#include "store/rdf/quad.hpp"

namespace prosper::sparql::forms {

/// Blank nodes that no store and no other request has, named by the labels of a template.
class FreshBlankNodes {
 public:
  FreshBlankNodes();

  /// The same node for the same label until `begin_scope`.
  rdf::BlankNode node(const std::string& label);

  void begin_scope() { nodes_.clear(); }

 private:
  std::string prefix_;
  std::uint64_t count_ = 0;
  std::map<std::string, rdf::BlankNode> nodes_;
};

/// A template with the bindings of one solution put in (§16.2, SPARQL 1.1 Update §3.1.3).
class TemplateInstance {
 public:
  /// Borrows all; a cell of `row` a variable.
  TemplateInstance(const std::vector<std::string>& variables, const SolutionRow& row,
                   FreshBlankNodes& blank_nodes)
      : variables_(variables), row_(row), blank_nodes_(blank_nodes) {}

  /// Nothing for an unbound variable.
  std::optional<rdf::Term> term(const algebra::TermOrVariable& value) const;
  /// Nothing when a variable is unbound or the result would not be an RDF triple.
  std::optional<rdf::Triple> triple(const algebra::TriplePattern& pattern) const;

 private:
  const std::vector<std::string>& variables_;
  const SolutionRow& row_;
  FreshBlankNodes& blank_nodes_;
};

}  // namespace prosper::sparql::forms
