// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "store/blocks/block_cutter.hpp"
#include "store/load/bounded_queue.hpp"
#include "store/load/quad_sorter.hpp"
#include "store/load/term_merge.hpp"

namespace prosper::store {

/// Blocks of one order, ready to be appended to its table.
struct CutBlocks {
  OrderPositions order{};
  std::vector<EncodedBlock> blocks;
};

/// How many quads have a term at a position, by ascending id.
using TermCounts = std::vector<std::pair<TermId, std::uint64_t>>;

/// Turns sorted quads into blocks and puts those into a queue; counts quads per graph and per
/// predicate on the way.
class OrderCutter final : public OrderReceiver {
 public:
  OrderCutter(const MergedTerms& terms, BoundedQueue<CutBlocks>& queue)
      : terms_(terms), queue_(queue) {}

  void begin(const OrderPositions& order) override;
  void quads(std::span<const PackedQuad> quads) override;
  void end() override;

  /// Without repetitions; known after the first order.
  std::uint64_t quad_count() const { return quad_count_; }

  const TermCounts& graph_counts() const { return graph_counts_; }

  const TermCounts& predicate_counts() const { return predicate_counts_; }

 private:
  void cut(std::span<const PackedQuad> quads);
  void count(std::span<const Row> rows);
  void hand_over(bool is_last);

  const MergedTerms& terms_;
  BoundedQueue<CutBlocks>& queue_;
  OrderPositions order_{};
  std::vector<MergedTerms::Ids> ids_;  ///< by column
  BlockCutter cutter_;
  TermCounts* counts_ = nullptr;  ///< of the first column, when it is wanted
  TermCounts graph_counts_;
  TermCounts predicate_counts_;
  std::uint64_t quad_count_ = 0;
  std::vector<Row> rows_;
  std::vector<EncodedBlock> blocks_;
};

}  // namespace prosper::store
