// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "sparql/algebra/pattern.hpp"
#include "store/quad_source.hpp"

/// Plans: what the engine will do, made for one question and one source.
namespace prosper::sparql::optimizer {

/// The number of a variable in one plan.
using Slot = std::size_t;

/// Where patterns are matched (§18.2.1): the default graph of the dataset, one named graph, or
/// every named graph at once, its name being a column of the rows.
struct ActiveGraph {
  enum class Kind : std::uint8_t { Default, One, Column };
  Kind kind = Kind::Default;
  store::TermId graph{};
  Slot column = 0;
};

/// A position of a triple pattern: a variable, or a constant with the id the source gives it.
struct Position {
  algebra::TermOrVariable written;
  std::optional<Slot> slot;
  std::optional<store::TermId> id;
};

struct TripleAccess {
  Position subject;
  Position predicate;
  Position object;
  ActiveGraph graph;
};

struct PathAccess {
  Position subject;
  algebra::PathPtr path;
  Position object;
  ActiveGraph graph;
};

struct PlanNode;
using PlanPtr = std::shared_ptr<const PlanNode>;

/// One row that binds nothing.
struct Unit {};

/// No row.
struct Nothing {};

/// The rows that the operator above hands down, again for every batch of its own input.
struct Seed {};

struct Scan {
  TripleAccess access;
  /// None: as the source likes it.
  std::optional<store::ScanOrder> order;
};

/// The names of the named graphs.
struct NamedGraphs {
  Slot column;
};

struct Rows {
  algebra::Values values;
};

/// Both inputs are sorted by `key`, which both always bind.
struct MergeJoin {
  Slot key;
};

/// Keeps the rows of the second input in memory.
struct HashJoin {};

/// Looks up the triples that go with every row of the input.
struct IndexJoin {
  TripleAccess access;
};

/// Walks a path from what a row of the input gives.
struct PathJoin {
  PathAccess access;
};

/// Asks another endpoint for what goes with the rows of the input, some at a time.
struct ServiceJoin {
  algebra::Service service;
};

/// LeftJoin that keeps the rows of the second input in memory.
struct HashLeftJoin {
  algebra::ExpressionPtr condition;
  ActiveGraph graph;
};

/// LeftJoin whose second input is computed from a Seed: the rows of the first with their number.
struct SeededLeftJoin {
  algebra::ExpressionPtr condition;
  ActiveGraph graph;
  Slot row_number;
};

/// FILTER (NOT) EXISTS; the second input is computed from a Seed.
struct SemiJoin {
  bool negated = false;
  Slot row_number;
};

struct Minus {
  /// Equality of this column makes two rows comparable, but is no shared variable (§18.6, Graph).
  std::optional<Slot> graph_column;
};

struct Union {};

struct Filter {
  std::vector<algebra::ExpressionPtr> conditions;
  ActiveGraph graph;
};

struct Extend {
  std::vector<std::pair<Slot, algebra::ExpressionPtr>> bindings;
  ActiveGraph graph;
};

/// Makes `variable` the graph of a row; rows that bind it otherwise go.
struct BindGraph {
  Slot column;
  Slot variable;
};

struct Group {
  std::vector<Slot> keys;
  std::vector<std::pair<Slot, algebra::Aggregate>> aggregates;
  ActiveGraph graph;
  bool is_one_group = false;
};

struct OrderBy {
  std::vector<algebra::SortCondition> conditions;
  ActiveGraph graph;
  /// Only so many of the first rows are needed.
  std::optional<std::uint64_t> limit;
};

/// Keeps the columns of its node.
struct Project {};

struct Distinct {};

struct Reduced {};

struct Slice {
  std::uint64_t offset = 0;
  std::optional<std::uint64_t> limit;
};

/// Evaluated by sparql/reference: what the engine has no operator for.
struct ReferencePattern {
  algebra::PatternPtr pattern;
};

struct Column {
  Slot slot;
  /// Bound in every row.
  bool is_certain = true;
};

struct PlanNode {
  using Operation = std::variant<Unit, Nothing, Seed, Scan, NamedGraphs, Rows, MergeJoin, HashJoin,
                                 IndexJoin, PathJoin, ServiceJoin, HashLeftJoin, SeededLeftJoin,
                                 SemiJoin, Minus, Union, Filter, Extend, BindGraph, Group, OrderBy,
                                 Project, Distinct, Reduced, Slice, ReferencePattern>;
  Operation operation;
  std::vector<PlanPtr> inputs;
  std::vector<Column> columns;
  /// The rows come sorted by the ids of these columns, the first before the second.
  std::vector<Slot> sorted_by;
  /// Expected.
  double rows = 0;
  /// Of this node and all below it, in rows looked at.
  double cost = 0;
};

struct Plan {
  PlanPtr root;
  /// By slot.
  std::vector<algebra::Variable> variables;
  /// The columns of the answer.
  std::vector<Slot> answer;
};

/// The column of a slot; null when the node has none.
const Column* find_column(const PlanNode& node, Slot slot);

}  // namespace prosper::sparql::optimizer
