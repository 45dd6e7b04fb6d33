// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>
#include <vector>

#include "sparql/execution/operator.hpp"
#include "sparql/request/expression_evaluator.hpp"

namespace prosper::sparql::execution {

using IdKey = std::vector<store::TermId>;

struct IdKeyHash {
  std::size_t operator()(const IdKey& key) const {
    std::size_t hash = key.size();
    for (const store::TermId id : key) hash = hash * 31 + std::hash<store::TermId>()(id);
    return hash;
  }
};

/// The row an expression is evaluated for; terms are fetched as they are asked for. Borrows all.
class RowScope final : public request::ExpressionScope {
 public:
  RowScope(const optimizer::PlanNode& node, const optimizer::ActiveGraph& graph, Run& run)
      : node_(node), graph_(graph), run_(run) {}

  void stand_at(const Batch& batch, std::size_t row) {
    batch_ = &batch;
    row_ = row;
  }

  const rdf::Term* value(const algebra::Variable& variable) override;
  /// Asks the naive evaluator, once for all rows with the same values.
  bool exists(const algebra::ExistsExpression& exists) override;

  std::size_t place(const algebra::Variable& variable);

 private:
  struct ExistsMemo {
    bool is_volatile = false;
    std::vector<optimizer::Slot> slots;
    std::vector<std::size_t> places;
    std::unordered_map<IdKey, bool, IdKeyHash> answers;
  };

  ExistsMemo& memo_of(const algebra::ExistsExpression& exists);
  bool ask(const algebra::ExistsExpression& exists, const ExistsMemo& memo, const IdKey& key);

  const optimizer::PlanNode& node_;
  const optimizer::ActiveGraph& graph_;
  Run& run_;
  const Batch* batch_ = nullptr;
  std::size_t row_ = 0;
  /// Variables of the expression, by where they stand in it.
  std::vector<std::pair<const algebra::Variable*, std::size_t>> places_;
  std::unordered_map<const algebra::ExistsExpression*, ExistsMemo> exists_;
};

}  // namespace prosper::sparql::execution
