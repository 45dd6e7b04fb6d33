// SPDX-License-Identifier: Apache-2.0
#include "store/load/order_cutter.hpp"

#include <algorithm>

namespace prosper::store {
namespace {

constexpr std::size_t batch_rows = 8192;
constexpr std::size_t blocks_at_once = 512;
constexpr std::size_t predicate = 1;
constexpr std::size_t graph = 3;

}  // namespace

void OrderCutter::begin(const OrderPositions& order) {
  order_ = order;
  ids_.assign(order.size(), MergedTerms::Ids(terms_));
  cutter_ = BlockCutter();
  counts_ = nullptr;
  if (order.front() == graph) counts_ = &graph_counts_;
  // Two orders begin with the predicate; one is counted.
  if (order.front() == predicate && predicate_counts_.empty()) counts_ = &predicate_counts_;
}

void OrderCutter::quads(std::span<const PackedQuad> quads) {
  for (; !quads.empty(); quads = quads.subspan(std::min(batch_rows, quads.size()))) {
    cut(quads.first(std::min(batch_rows, quads.size())));
  }
}

void OrderCutter::cut(std::span<const PackedQuad> quads) {
  rows_.resize(quads.size());
  for (std::size_t column = 0; column < order_.size(); ++column) {
    const std::size_t position = order_[column];
    MergedTerms::Ids& ids = ids_[column];
    for (std::size_t i = 0; i < quads.size(); ++i) rows_[i][column] = ids(quads[i][position]).bits;
  }
  if (counts_ != nullptr) count(rows_);
  cutter_.add(rows_, blocks_);
  hand_over(false);
}

void OrderCutter::count(std::span<const Row> rows) {
  for (const Row& row : rows) {
    const TermId id{row.front()};
    if (counts_->empty() || counts_->back().first != id) counts_->emplace_back(id, 0);
    ++counts_->back().second;
  }
}

void OrderCutter::end() {
  cutter_.finish(blocks_);
  quad_count_ = cutter_.rows();
  hand_over(true);
}

void OrderCutter::hand_over(bool is_last) {
  if (blocks_.size() < blocks_at_once && !is_last) return;
  queue_.put({order_, std::move(blocks_)});
  blocks_.clear();
}

}  // namespace prosper::store
