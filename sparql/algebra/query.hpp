// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "sparql/algebra/pattern.hpp"

namespace prosper::sparql::algebra {

/// FROM and FROM NAMED, §13.2. Both empty: the dataset of the request or of the store.
struct Dataset {
  std::vector<rdf::Iri> default_graphs;
  std::vector<rdf::Iri> named_graphs;

  bool is_given() const { return !default_graphs.empty() || !named_graphs.empty(); }
};

struct SelectForm {
  /// The columns of the result, in order (SELECT * expanded: in-scope variables in order of
  /// appearance, internal ones left out).
  std::vector<Variable> variables;
};

struct AskForm {};

struct ConstructForm {
  /// Blank nodes in a template are rdf::BlankNode terms: fresh for every solution. The label is the
  /// author's, or begins with '.' where the author gave none.
  std::vector<TriplePattern> triples;
};

struct DescribeForm {
  /// The IRIs and variables named; DESCRIBE * expanded.
  std::vector<TermOrVariable> targets;
};

/// A whole query. `pattern` carries the solution modifiers already.
struct Query {
  using Form = std::variant<SelectForm, AskForm, ConstructForm, DescribeForm>;
  Form form;
  Dataset dataset;
  PatternPtr pattern;
  /// The prefixes of the prologue, for graph results.
  std::vector<std::pair<std::string, std::string>> prefixes;
  /// BASE in force at the end of the prologue; IRI() resolves against it.
  std::string base_iri;
};

}  // namespace prosper::sparql::algebra
