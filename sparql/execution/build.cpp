// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "sparql/execution/operators.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::sparql::execution {

namespace {

/// Around every operator: the limits are checked, the rows counted.
class Watched final : public Operator {
 public:
  Watched(const PlanNode& node, Run& run, OperatorPtr inner)
      : limits_(run.limits()), count_(run.counts[&node]), inner_(std::move(inner)) {}

  bool next(Batch& batch) override {
    limits_.check_batch();
    if (is_at_end_) {
      batch.rows = 0;
      return false;
    }
    is_at_end_ = !inner_->next(batch);
    count_ += batch.rows;
    return !is_at_end_;
  }

 private:
  request::Limits& limits_;
  /// References into an unordered_map stay.
  std::uint64_t& count_;
  OperatorPtr inner_;
  bool is_at_end_ = false;
};

class NothingOperator final : public Operator {
 public:
  bool next(Batch& batch) override {
    batch.reset(0);
    return false;
  }
};

OperatorPtr build_unwatched(const PlanNode& node, Run& run, const Batch* seed) {
  const auto input = [&](std::size_t index) { return build(*node.inputs[index], run, seed); };
  const auto inputs = [&] {
    std::vector<OperatorPtr> all;
    for (std::size_t index = 0; index < node.inputs.size(); ++index) all.push_back(input(index));
    return all;
  };
  return std::visit(
      algebra::Overloaded{
          [&](const optimizer::Unit&) { return make_unit(node); },
          [&](const optimizer::Nothing&) -> OperatorPtr {
            return std::make_unique<NothingOperator>();
          },
          [&](const optimizer::Seed&) {
            PROSPER_ASSERT(seed != nullptr);
            return make_seed(node, *seed);
          },
          [&](const optimizer::Scan& o) { return make_scan(o, node, run); },
          [&](const optimizer::NamedGraphs&) { return make_named_graphs(node, run); },
          [&](const optimizer::Rows& o) { return make_rows(o, node, run); },
          [&](const optimizer::MergeJoin& o) {
            return make_merge_join(o, node, run, input(0), input(1));
          },
          [&](const optimizer::HashJoin&) { return make_hash_join(node, run, input(0), input(1)); },
          [&](const optimizer::IndexJoin& o) { return make_index_join(o, node, run, input(0)); },
          [&](const optimizer::PathJoin& o) { return make_path_join(o, node, run, input(0)); },
          [&](const optimizer::ServiceJoin& o) {
            return make_service_join(o, node, run, input(0));
          },
          [&](const optimizer::HashLeftJoin& o) {
            return make_hash_left_join(o, node, run, input(0), input(1));
          },
          [&](const optimizer::SeededLeftJoin& o) {
            return make_seeded_left_join(o, node, run, input(0));
          },
          [&](const optimizer::SemiJoin& o) { return make_semi_join(o, node, run, input(0)); },
          [&](const optimizer::Minus& o) { return make_minus(o, node, run, input(0), input(1)); },
          [&](const optimizer::Union&) { return make_union(node, inputs()); },
          [&](const optimizer::Filter& o) { return make_filter(o, node, run, input(0)); },
          [&](const optimizer::Extend& o) { return make_extend(o, node, run, input(0)); },
          [&](const optimizer::BindGraph& o) { return make_bind_graph(o, node, input(0)); },
          [&](const optimizer::Group& o) { return make_group(o, node, run, input(0)); },
          [&](const optimizer::OrderBy& o) { return make_order_by(o, node, run, input(0)); },
          [&](const optimizer::Project&) { return make_project(node, input(0)); },
          [&](const optimizer::Distinct&) { return make_distinct(node, run, input(0)); },
          [&](const optimizer::Reduced&) { return make_reduced(node, input(0)); },
          [&](const optimizer::Slice& o) { return make_slice(o, node, input(0)); },
          [&](const optimizer::ReferencePattern& o) {
            return make_reference_pattern(o, node, run);
          },
      },
      node.operation);
}

}  // namespace

OperatorPtr build(const PlanNode& plan, Run& run, const Batch* seed) {
  return std::make_unique<Watched>(plan, run, build_unwatched(plan, run, seed));
}

std::size_t place_of(optimizer::Slot slot, const PlanNode& node) {
  for (std::size_t place = 0; place < node.columns.size(); ++place)
    if (node.columns[place].slot == slot) return place;
  return no_column;
}

std::vector<std::size_t> places_in(const PlanNode& from, const PlanNode& to) {
  std::vector<std::size_t> places;
  for (const optimizer::Column& column : to.columns) places.push_back(place_of(column.slot, from));
  return places;
}

}  // namespace prosper::sparql::execution
