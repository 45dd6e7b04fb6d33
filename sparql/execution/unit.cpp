// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "sparql/execution/operators.hpp"

namespace prosper::sparql::execution {

namespace {

class UnitOperator final : public Operator {
 public:
  bool next(Batch& batch) override {
    batch.reset(0);
    if (!std::exchange(is_left_, false)) return false;
    batch.rows = 1;
    return true;
  }

 private:
  bool is_left_ = true;
};

class SeedOperator final : public Operator {
 public:
  explicit SeedOperator(const Batch& seed) : seed_(seed) {}

  bool next(Batch& batch) override {
    batch.reset(0);
    if (!std::exchange(is_left_, false)) return false;
    batch = seed_;
    return batch.rows > 0;
  }

 private:
  const Batch& seed_;
  bool is_left_ = true;
};

class NamedGraphsOperator final : public Operator {
 public:
  explicit NamedGraphsOperator(std::vector<store::TermId> names) : names_(std::move(names)) {}

  bool next(Batch& batch) override {
    batch.reset(1);
    batch.rows = std::min(batch_rows, names_.size() - position_);
    const auto begin = names_.begin() + static_cast<std::ptrdiff_t>(position_);
    batch.columns[0].assign(begin, begin + static_cast<std::ptrdiff_t>(batch.rows));
    position_ += batch.rows;
    return batch.rows > 0;
  }

 private:
  std::vector<store::TermId> names_;
  std::size_t position_ = 0;
};

}  // namespace

OperatorPtr make_unit(const PlanNode& /*node*/) {
  return std::make_unique<UnitOperator>();
}

OperatorPtr make_seed(const PlanNode& /*node*/, const Batch& seed) {
  return std::make_unique<SeedOperator>(seed);
}

OperatorPtr make_named_graphs(const PlanNode& /*node*/, Run& run) {
  return std::make_unique<NamedGraphsOperator>(run.named_graphs());
}

}  // namespace prosper::sparql::execution
