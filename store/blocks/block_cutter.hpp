// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "store/blocks/block_plan.hpp"

namespace prosper::store {

struct EncodedBlock {
  Row first;
  std::string bytes;
};

/// Cuts ascending rows into blocks as full as can be and codes them. Needs no store. One thread at
/// a time.
class BlockCutter {
 public:
  /// No block is longer than `limit` bytes (at most block_bytes).
  explicit BlockCutter(std::size_t limit = block_bytes);

  /// The row before the first one, when blocks with lower rows go before.
  void continue_after(const Row& row) { before_ = row; }

  /// Appends the blocks that are full to `out`. Rows must ascend, each once, over all calls.
  void add(std::span<const Row> rows, std::vector<EncodedBlock>& out);
  /// Appends what is left.
  void finish(std::vector<EncodedBlock>& out);

  /// Rows added so far.
  std::uint64_t rows() const { return rows_; }

 private:
  void take(std::span<const Row> rows);
  /// Appends the blocks that are full; all rows when these are the last.
  void analyse(bool is_last, std::vector<EncodedBlock>& out);
  std::size_t next_step() const;
  void start_block();
  /// Makes a block of the first `rows` rows, or of fewer when they do not fit after all.
  void cut(std::size_t rows, std::vector<EncodedBlock>& out);
  void learn(std::size_t rows);
  RowColumns columns() const;
  Row row(std::size_t index) const;

  std::size_t waiting() const { return waiting_[0].size() - start_; }

  std::size_t limit_;
  std::uint64_t rows_ = 0;
  std::optional<Row> before_;
  std::array<std::vector<std::uint64_t>, row_columns> waiting_;
  std::size_t start_ = 0;  ///< of the block to come, in `waiting_`
  std::unique_ptr<BlockPlanner> planner_;
  BlockPlan plan_;  ///< of the rows that the planner has seen
  PlanHints hints_;
  /// Rows of the last block, and of the last one for which all encodings were tried.
  std::size_t last_rows_ = 0;
  std::size_t trial_rows_ = 0;
  std::size_t blocks_since_trial_ = 0;
  /// By how much the last plan was too high.
  std::size_t surplus_ = 0;
};

/// All rows in one block, or nothing when they do not fit into `limit` bytes. At least one row.
std::optional<EncodedBlock> encode_single(std::span<const Row> rows, const Row* before,
                                          std::size_t limit);
/// The same by a plan that may have been made for other rows, of any length; much faster. Nothing
/// when the plan is not possible.
std::optional<EncodedBlock> encode_as_planned(std::span<const Row> rows, const Row* before,
                                              const BlockPlan& plan);

}  // namespace prosper::store
