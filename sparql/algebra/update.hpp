// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sparql/algebra/pattern.hpp"
#include "sparql/algebra/query.hpp"

namespace prosper::sparql::algebra {

/// A quad of a template. No graph: the default graph, or WITH's graph.
struct QuadPatternTemplate {
  TriplePattern triple;
  std::optional<TermOrVariable> graph;
};

/// INSERT DATA: blank nodes are rdf::BlankNode terms, fresh per request.
struct InsertData {
  std::vector<QuadPatternTemplate> quads;
};

struct DeleteData {
  std::vector<QuadPatternTemplate> quads;
};

/// DELETE/INSERT … WHERE, and DELETE WHERE (template = pattern). SPARQL 1.1 Update §3.1.3.
struct Modify {
  std::optional<rdf::Iri> with;
  std::vector<QuadPatternTemplate> remove;
  std::vector<QuadPatternTemplate> insert;
  Dataset using_dataset;
  PatternPtr pattern;
};

struct Load {
  rdf::Iri document;
  std::optional<rdf::Iri> into;
  bool silent = false;
};

/// What CLEAR and DROP name.
struct GraphTarget {
  enum class Kind { Default, Named, All, One };
  Kind kind = Kind::Default;
  rdf::Iri graph;
};

struct Clear {
  GraphTarget target;
  bool silent = false;
};

struct Drop {
  GraphTarget target;
  bool silent = false;
};

struct Create {
  rdf::Iri graph;
  bool silent = false;
};

/// COPY, MOVE, ADD. No IRI: the default graph.
struct Transfer {
  enum class Kind { Copy, Move, Add };
  Kind kind = Kind::Copy;
  std::optional<rdf::Iri> from;
  std::optional<rdf::Iri> to;
  bool silent = false;
};

using UpdateOperation =
    std::variant<InsertData, DeleteData, Modify, Load, Clear, Drop, Create, Transfer>;

/// One request: operations in order, one transaction.
struct Update {
  std::vector<UpdateOperation> operations;
  std::string base_iri;
};

}  // namespace prosper::sparql::algebra
