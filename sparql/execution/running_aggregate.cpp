// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/running_aggregate.hpp"

#include "vocabularies/terms/xsd.hpp"

namespace prosper::sparql::execution {

namespace {

functions::AccumulatorKind kind_of(algebra::AggregateFunction function) {
  switch (function) {
    case algebra::AggregateFunction::Count:
      return functions::AccumulatorKind::Count;
    case algebra::AggregateFunction::Sum:
      return functions::AccumulatorKind::Sum;
    case algebra::AggregateFunction::Min:
      return functions::AccumulatorKind::Min;
    case algebra::AggregateFunction::Max:
      return functions::AccumulatorKind::Max;
    case algebra::AggregateFunction::Avg:
      return functions::AccumulatorKind::Avg;
    case algebra::AggregateFunction::Sample:
      return functions::AccumulatorKind::Sample;
    case algebra::AggregateFunction::GroupConcat:
      break;
  }
  return functions::AccumulatorKind::GroupConcat;
}

}  // namespace

AggregateInput::AggregateInput(const algebra::Aggregate& of_plan,
                               const optimizer::ActiveGraph& graph,
                               const optimizer::PlanNode& input, Run& run)
    : aggregate(of_plan) {
  if (aggregate.operand)
    operand = std::make_unique<RowExpression>(aggregate.operand, graph, input, run);
  for (std::size_t place = 0; place < input.columns.size(); ++place)
    if (!run.variable(input.columns[place].slot).is_internal()) visible.push_back(place);
}

RunningAggregate::RunningAggregate(const AggregateInput& input, Run& run)
    : input_(input), run_(run) {
  if (input.aggregate.function != algebra::AggregateFunction::Count)
    accumulator_ =
        functions::make_accumulator(kind_of(input.aggregate.function), input.aggregate.separator);
  if (input.aggregate.distinct)
    seen_ = std::make_unique<RowSet>(input.operand ? 1 : input.visible.size(), run.limits());
}

void RunningAggregate::add(const Batch& batch, std::size_t row) {
  if (!input_.operand) {
    if (seen_) {
      IdKey key;
      for (const std::size_t place : input_.visible) key.push_back(batch.columns[place][row]);
      if (!seen_->insert(key).is_new) return;
    }
    ++count_;
    return;
  }
  const store::TermId id = input_.operand->id(batch, row);
  if (seen_ && id != unbound && !seen_->insert({&id, 1}).is_new) return;
  if (!accumulator_) {
    if (id != unbound) ++count_;
  } else {
    accumulator_->add(id == unbound ? std::nullopt : functions::Result(run_.term(id)));
  }
}

store::TermId RunningAggregate::result() {
  const functions::Result value = accumulator_
                                      ? accumulator_->result()
                                      : functions::Result(rdf::make_typed_literal(
                                            std::to_string(count_), vocabularies::xsd::integer));
  return value ? run_.vocabulary().id_of(*value) : unbound;
}

}  // namespace prosper::sparql::execution
