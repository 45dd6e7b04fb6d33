// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "sparql/execution/batch.hpp"
#include "sparql/execution/run.hpp"

namespace prosper::sparql::execution {

/// One operator at work: hands out batches with the columns of its plan node.
class Operator {
 public:
  Operator() = default;
  Operator(const Operator&) = delete;
  Operator& operator=(const Operator&) = delete;
  virtual ~Operator() = default;

  /// Replaces `batch` with more rows, at least one; false (and no row) at the end.
  virtual bool next(Batch& batch) = 0;
};

using OperatorPtr = std::unique_ptr<Operator>;

/// The operators of a plan. `seed` is what Seed leaves hand out: the rows that an operator above
/// puts there before it builds. Borrows all; checks the limits for every batch and counts rows.
OperatorPtr build(const optimizer::PlanNode& plan, Run& run, const Batch* seed);

/// Where a column has no counterpart.
inline constexpr std::size_t no_column = static_cast<std::size_t>(-1);

/// The place of a slot among the columns of a node, or no_column.
std::size_t place_of(optimizer::Slot slot, const optimizer::PlanNode& node);
/// For every column of `to` its place in `from`, or no_column.
std::vector<std::size_t> places_in(const optimizer::PlanNode& from, const optimizer::PlanNode& to);

/// The id at a place of a row; unbound for no_column.
inline store::TermId cell(const Batch& batch, std::size_t place, std::size_t row) {
  return place == no_column ? unbound : batch.columns[place][row];
}

}  // namespace prosper::sparql::execution
