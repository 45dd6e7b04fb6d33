// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sparql/execution/operator.hpp"

namespace prosper::sparql::execution {

/// Runs a plan once for every batch of rows put under it as its Seed, numbered.
class Seeding {
 public:
  /// Borrows all.
  Seeding(const optimizer::PlanNode& plan, Run& run) : plan_(plan), run_(run) {}

  /// The row numbers go into the last column of the seed.
  void start(const Batch& rows) {
    operator_.reset();
    seed_ = rows;
    auto& numbers = seed_.columns.emplace_back();
    for (std::size_t row = 0; row < rows.rows; ++row) numbers.push_back(store::TermId{row + 1});
    operator_ = build(plan_, run_, &seed_);
  }

  /// False when nothing was started, or it is at its end.
  bool next(Batch& batch) {
    if (operator_ && operator_->next(batch)) return true;
    operator_.reset();
    return false;
  }

  void stop() { operator_.reset(); }

  static std::size_t row_number(store::TermId id) { return id.bits - 1; }

 private:
  const optimizer::PlanNode& plan_;
  Run& run_;
  Batch seed_;
  OperatorPtr operator_;
};

}  // namespace prosper::sparql::execution
