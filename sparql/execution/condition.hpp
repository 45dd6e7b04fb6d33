// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "sparql/execution/row_expression.hpp"

namespace prosper::sparql::execution {

/// One test of a row; its answer is a truth value of §17.2.
class RowTest {
 public:
  RowTest() = default;
  RowTest(const RowTest&) = delete;
  RowTest& operator=(const RowTest&) = delete;
  virtual ~RowTest() = default;
  virtual request::Truth test(const Batch& batch, std::size_t row) = 0;

  /// Adds the places of the columns whose terms it will look at.
  virtual void add_text_columns(std::vector<std::size_t>& /*places*/) const {}
};

/// The test of a boolean expression: on ids where they decide (BOUND, sameTerm, = and IN with
/// constants that are no literals, integers against integers), else by RowExpression.
std::unique_ptr<RowTest> make_test(const algebra::ExpressionPtr& expression,
                                   const optimizer::ActiveGraph& graph,
                                   const optimizer::PlanNode& node, Run& run);

/// A condition of FILTER or OPTIONAL. Borrows all but the expression.
class Condition {
 public:
  Condition(const algebra::ExpressionPtr& expression, const optimizer::ActiveGraph& graph,
            const optimizer::PlanNode& node, Run& run)
      : test_(make_test(expression, graph, node, run)) {
    test_->add_text_columns(text_columns_);
  }

  /// Fetches the terms that the test needs of a whole batch, in id order.
  void fetch_terms(const Batch& batch, Run& run) const;

  /// An error is not true.
  bool holds(const Batch& batch, std::size_t row) { return test_->test(batch, row) == true; }

 private:
  std::unique_ptr<RowTest> test_;
  std::vector<std::size_t> text_columns_;
};

}  // namespace prosper::sparql::execution
