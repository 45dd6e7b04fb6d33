// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <list>
#include <numeric>

#include "sparql/execution/operators.hpp"
#include "sparql/execution/row_expression.hpp"
#include "sparql/functions/operators.hpp"

namespace prosper::sparql::execution {

namespace {

using store::TermId;

/// §15.1. Stable, so that equal queries on equal data give equal pages. Terms are compared once for
/// every different id, rows by the ranks these get.
class OrderByOperator final : public Operator {
 public:
  OrderByOperator(const optimizer::OrderBy& order, const PlanNode& node, Run& run,
                  OperatorPtr input)
      : order_(order),
        run_(run),
        held_(run.limits()),
        input_(std::move(input)),
        columns_(node.inputs[0]->columns.size()),
        keys_(order.conditions.size()),
        places_(places_in(*node.inputs[0], node)) {
    for (const algebra::SortCondition& condition : order.conditions)
      expressions_.emplace_back(condition.expression, order.graph, *node.inputs[0], run);
  }

  bool next(Batch& batch) override {
    if (input_) sort_all();
    batch.reset(places_.size());
    for (; position_ < sorted_.size() && !batch.is_full(); ++position_) {
      for (std::size_t column = 0; column < places_.size(); ++column)
        batch.columns[column].push_back(columns_[places_[column]][sorted_[position_]]);
      ++batch.rows;
    }
    return batch.rows > 0;
  }

 private:
  void sort_all() {
    Batch rows;
    while (input_->next(rows)) {
      add(rows);
      // Twice as many as needed, and a good number, are sorted before the rest goes.
      constexpr std::size_t least = 65'536;
      if (order_.limit && *order_.limit <= SIZE_MAX / 2 &&
          count_ >= std::max<std::size_t>(least, *order_.limit * 2))
        keep_first();
    }
    input_.reset();
    sort();
  }

  void add(const Batch& rows) {
    for (std::size_t column = 0; column < columns_.size(); ++column)
      columns_[column].insert(columns_[column].end(), rows.columns[column].begin(),
                              rows.columns[column].end());
    for (std::size_t row = 0; row < rows.rows; ++row) {
      run_.limits().check();
      run_.begin_solution();
      std::size_t key = 0;
      for (RowExpression& expression : expressions_)
        keys_[key++].push_back(expression.id(rows, row));
    }
    count_ += rows.rows;
    held_.add(rows.rows, rows.rows * (columns_.size() + 2 * keys_.size() + 1) * sizeof(TermId));
  }

  /// An error, being unbound, comes first (§15.1).
  std::vector<std::uint32_t> rank(const std::vector<TermId>& keys) {
    std::vector<TermId> different(keys);
    std::sort(different.begin(), different.end());
    different.erase(std::unique(different.begin(), different.end()), different.end());
    std::vector<std::pair<functions::Result, TermId>> terms;
    terms.reserve(different.size());
    for (std::size_t index = 0; index < different.size(); ++index) {
      run_.limits().check();
      if (index % batch_rows == 0)
        run_.fetch(
            std::span(different).subspan(index, std::min(batch_rows, different.size() - index)));
      const TermId id = different[index];
      terms.emplace_back(id == unbound ? std::nullopt : functions::Result(run_.term(id)), id);
    }
    std::stable_sort(terms.begin(), terms.end(), [&](const auto& left, const auto& right) {
      run_.limits().check();
      return functions::order(left.first, right.first) < 0;
    });
    std::unordered_map<TermId, std::uint32_t> ranks;
    std::uint32_t current = 0;
    for (std::size_t index = 0; index < terms.size(); ++index) {
      if (index > 0 && functions::order(terms[index - 1].first, terms[index].first) != 0) ++current;
      ranks[terms[index].second] = current;
    }
    std::vector<std::uint32_t> ranked;
    ranked.reserve(keys.size());
    for (const TermId id : keys) ranked.push_back(ranks[id]);
    return ranked;
  }

  void sort() {
    std::vector<std::vector<std::uint32_t>> ranks;
    for (const std::vector<TermId>& keys : keys_) ranks.push_back(rank(keys));
    sorted_.resize(count_);
    std::iota(sorted_.begin(), sorted_.end(), 0);
    std::stable_sort(sorted_.begin(), sorted_.end(), [&](std::size_t left, std::size_t right) {
      run_.limits().check();
      for (std::size_t key = 0; key < ranks.size(); ++key) {
        if (ranks[key][left] == ranks[key][right]) continue;
        return (ranks[key][left] < ranks[key][right]) != order_.conditions[key].descending;
      }
      return false;
    });
    if (order_.limit && sorted_.size() > *order_.limit) sorted_.resize(*order_.limit);
  }

  void keep_first() {
    sort();
    const auto pick = [&](std::vector<TermId>& cells) {
      std::vector<TermId> kept;
      kept.reserve(sorted_.size());
      for (const std::size_t row : sorted_) kept.push_back(cells[row]);
      cells = std::move(kept);
    };
    for (auto& column : columns_) pick(column);
    for (auto& key : keys_) pick(key);
    count_ = sorted_.size();
    held_.release();
    held_.add(count_, count_ * (columns_.size() + 2 * keys_.size() + 1) * sizeof(TermId));
  }

  const optimizer::OrderBy& order_;
  Run& run_;
  request::Held held_;
  OperatorPtr input_;
  std::list<RowExpression> expressions_;
  std::vector<std::vector<TermId>> columns_;
  std::vector<std::vector<TermId>> keys_;
  std::size_t count_ = 0;
  std::vector<std::size_t> places_;
  std::vector<std::size_t> sorted_;
  std::size_t position_ = 0;
};

}  // namespace

OperatorPtr make_order_by(const optimizer::OrderBy& order, const PlanNode& node, Run& run,
                          OperatorPtr input) {
  return std::make_unique<OrderByOperator>(order, node, run, std::move(input));
}

}  // namespace prosper::sparql::execution
