// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>
#include <vector>

#include "sparql/algebra/pattern.hpp"
#include "sparql/reference/evaluation.hpp"

/// eval(D(G), P) of §18.6, one function an operator and a file. All are lazy: the multiset is
/// computed as far as it is pulled. Patterns and the evaluation are borrowed.
namespace prosper::sparql::reference {

Solutions evaluate(const algebra::Pattern& pattern, Evaluation& evaluation, ActiveGraph graph);

/// Index-driven patterns (basic graph patterns, paths, and Graph and Join of such) can start from a
/// solution: the bindings become look-ups.
bool is_index_driven(const algebra::Pattern& pattern);
/// Join({seed}, eval(D(G), pattern)). Only for index-driven patterns.
Solutions match(const algebra::Pattern& pattern, Evaluation& evaluation, ActiveGraph graph,
                Solution seed);

Solutions match_basic_graph_pattern(const algebra::BasicGraphPattern& pattern,
                                    Evaluation& evaluation, ActiveGraph graph, Solution seed);
Solutions match_path(const algebra::PathPattern& pattern, Evaluation& evaluation, ActiveGraph graph,
                     Solution seed);
Solutions match_graph(const algebra::Graph& pattern, Evaluation& evaluation, ActiveGraph graph,
                      Solution seed);
Solutions match_join(const algebra::Join& pattern, Evaluation& evaluation, ActiveGraph graph,
                     Solution seed);

/// A SERVICE, or a join with one: it is asked for what goes with solutions of the other side.
bool is_service_driven(const algebra::Pattern& pattern);
/// The sides of a join, the one to be asked for what goes with the other second.
std::pair<const algebra::Pattern*, const algebra::Pattern*> order_services(
    const algebra::Join& join);
/// Join(seeds, eval(D(G), pattern)).
Solutions join_seeds(const algebra::Pattern& pattern, Evaluation& evaluation, ActiveGraph graph,
                     std::vector<Solution> seeds);

/// Takes solutions by the hundred, as many as one call sends.
class SeedBatches {
 public:
  explicit SeedBatches(Solutions& solutions) : solutions_(solutions) {}

  /// False at the end.
  bool next();

  std::vector<Solution> take() { return std::move(seeds_); }

 private:
  Solutions& solutions_;
  std::vector<Solution> seeds_;
};

Solutions evaluate_graph(const algebra::Graph& pattern, Evaluation& evaluation, ActiveGraph graph);
Solutions evaluate_join(const algebra::Join& pattern, Evaluation& evaluation, ActiveGraph graph);
Solutions evaluate_left_join(const algebra::LeftJoin& pattern, Evaluation& evaluation,
                             ActiveGraph graph);
Solutions evaluate_filter(const algebra::Filter& pattern, Evaluation& evaluation,
                          ActiveGraph graph);
Solutions evaluate_union(const algebra::Union& pattern, Evaluation& evaluation, ActiveGraph graph);
Solutions evaluate_minus(const algebra::Minus& pattern, Evaluation& evaluation, ActiveGraph graph);
Solutions evaluate_extend(const algebra::Extend& pattern, Evaluation& evaluation,
                          ActiveGraph graph);
Solutions evaluate_values(const algebra::Values& pattern, Evaluation& evaluation);
Solutions evaluate_group(const algebra::Group& pattern, Evaluation& evaluation, ActiveGraph graph);
Solutions evaluate_order_by(const algebra::OrderBy& pattern, Evaluation& evaluation,
                            ActiveGraph graph);
Solutions evaluate_project(const algebra::Project& pattern, Evaluation& evaluation,
                           ActiveGraph graph);
Solutions evaluate_distinct(const algebra::Distinct& pattern, Evaluation& evaluation,
                            ActiveGraph graph);
Solutions evaluate_reduced(const algebra::Reduced& pattern, Evaluation& evaluation,
                           ActiveGraph graph);
Solutions evaluate_slice(const algebra::Slice& pattern, Evaluation& evaluation, ActiveGraph graph);
Solutions evaluate_service(const algebra::Service& pattern, Evaluation& evaluation);

}  // namespace prosper::sparql::reference
