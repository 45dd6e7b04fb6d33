// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/operators.hpp"

namespace prosper::sparql::execution {

namespace {

/// §10.2: one solution a row; UNDEF binds nothing.
class RowsOperator final : public Operator {
 public:
  RowsOperator(const algebra::Values& values, Run& run) : values_(values), run_(run) {}

  bool next(Batch& batch) override {
    batch.reset(values_.variables.size());
    for (; position_ < values_.rows.size() && !batch.is_full(); ++position_) {
      for (std::size_t column = 0; column < batch.columns.size(); ++column) {
        const std::optional<rdf::Term>& term = values_.rows[position_][column];
        batch.columns[column].push_back(term ? run_.vocabulary().id_of(*term) : unbound);
      }
      ++batch.rows;
    }
    return batch.rows > 0;
  }

 private:
  const algebra::Values& values_;
  Run& run_;
  std::size_t position_ = 0;
};

}  // namespace

OperatorPtr make_rows(const optimizer::Rows& rows, const PlanNode& /*node*/, Run& run) {
  return std::make_unique<RowsOperator>(rows.values, run);
}

}  // namespace prosper::sparql::execution
