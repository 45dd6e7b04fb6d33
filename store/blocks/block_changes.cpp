// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/block_changes.hpp"

#include <algorithm>

namespace prosper::store {
namespace {

std::span<const Row> take_rows_before(std::span<const Row>& rows, const std::optional<Row>& end) {
  const auto found = end ? std::lower_bound(rows.begin(), rows.end(), *end) : rows.end();
  const auto count = static_cast<std::size_t>(found - rows.begin());
  const std::span<const Row> taken = rows.first(count);
  rows = rows.subspan(count);
  return taken;
}

}  // namespace

const Row& RowChanges::first() const {
  if (removed.empty()) return added.front();
  if (added.empty()) return removed.front();
  return std::min(removed.front(), added.front());
}

RowChanges RowChanges::take_before(const std::optional<Row>& end) {
  return {take_rows_before(removed, end), take_rows_before(added, end)};
}

void append_rows(RowBlock& block, std::vector<Row>& rows) {
  const std::size_t size = rows.size();
  rows.resize(size + block.rows());
  std::array<std::array<std::uint64_t, chunk_rows>, row_columns> values;
  for (std::size_t from = 0; from < block.rows(); from += chunk_rows) {
    const std::size_t count = std::min(chunk_rows, block.rows() - from);
    block.decode(from, count,
                 {values[0].data(), values[1].data(), values[2].data(), values[3].data()});
    Row* out = rows.data() + size + from;
    for (std::size_t i = 0; i < count; ++i) {
      out[i] = {values[0][i], values[1][i], values[2][i], values[3][i]};
    }
  }
}

bool merge_changes(std::span<const Row> rows, const RowChanges& changes, std::vector<Row>& out) {
  out.reserve(out.size() + rows.size() + changes.added.size());
  auto removed = changes.removed.begin();
  auto added = changes.added.begin();
  for (const Row& row : rows) {
    while (added != changes.added.end() && *added < row) out.push_back(*added++);
    if (added != changes.added.end() && *added == row) return false;
    if (removed != changes.removed.end() && *removed == row) {
      ++removed;
    } else {
      out.push_back(row);
    }
  }
  out.insert(out.end(), added, changes.added.end());
  return removed == changes.removed.end();
}

std::optional<EncodedBlock> encode_changed(std::span<const Row> rows, const Row* before,
                                           const BlockPlan* plan, std::size_t planned_rows) {
  if (plan == nullptr) return encode_single(rows, before, block_bytes);
  auto planned = encode_single(rows, before, block_bytes, *plan);
  const std::size_t expected = plan->bytes * rows.size() / planned_rows;
  if (planned && planned->bytes.size() <= expected + expected / 8 + 64) return planned;
  auto best = encode_single(rows, before, block_bytes);
  const bool is_better = best && (!planned || best->bytes.size() < planned->bytes.size());
  return is_better ? std::move(best) : std::move(planned);
}

bool balance_last(std::span<const Row> rows, const Row* before, std::vector<EncodedBlock>& blocks) {
  const std::size_t last = blocks.size() - 1;
  const auto start = std::lower_bound(rows.begin(), rows.end(), blocks[last - 1].first);
  const auto both = rows.subspan(static_cast<std::size_t>(start - rows.begin()));
  const auto left_rows = both.first(both.size() / 2);
  const auto right_rows = both.subspan(both.size() / 2);
  const Row* before_left = start == rows.begin() ? before : &*std::prev(start);
  auto left = encode_single(left_rows, before_left, block_bytes);
  auto right = encode_single(right_rows, &left_rows.back(), block_bytes);
  if (!left || !right) return false;
  blocks[last - 1] = std::move(*left);
  blocks[last] = std::move(*right);
  return true;
}

}  // namespace prosper::store
