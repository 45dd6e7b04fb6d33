// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/block_changes.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace prosper::store {
namespace {

/// A half that is longer was badly planned.
constexpr std::size_t largest_half_bytes = block_bytes * 5 / 8;

using RowIterator = std::span<const Row>::iterator;

/// The first row not before `row`. It is mostly near, so the steps begin small.
RowIterator find_from(RowIterator begin, RowIterator end, const Row& row) {
  std::ptrdiff_t step = 1;
  while (step < end - begin && is_before(begin[step], row)) {
    begin += step;
    step *= 2;
  }
  return std::lower_bound(begin, begin + std::min(step, end - begin), row, is_before);
}

std::span<const Row> take_rows_before(std::span<const Row>& rows, const std::optional<Row>& end) {
  const auto found = end ? find_from(rows.begin(), rows.end(), *end) : rows.end();
  const auto count = static_cast<std::size_t>(found - rows.begin());
  const std::span<const Row> taken = rows.first(count);
  rows = rows.subspan(count);
  return taken;
}

/// Two blocks with half of the rows each, as `encode(rows, the row before)` makes them; nothing
/// when it makes none of one.
template <class Encode>
std::optional<std::array<EncodedBlock, 2>> encode_halves(std::span<const Row> rows,
                                                         const Row* before, Encode&& encode) {
  const auto left_rows = rows.first(rows.size() / 2);
  auto left = encode(left_rows, before);
  if (!left) return std::nullopt;
  auto right = encode(rows.subspan(left_rows.size()), &left_rows.back());
  if (!right) return std::nullopt;
  return std::array<EncodedBlock, 2>{std::move(*left), std::move(*right)};
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
  auto removed = changes.removed.begin();
  auto added = changes.added.begin();
  auto next = rows.begin();
  while (removed != changes.removed.end() || added != changes.added.end()) {
    const bool is_removal = added == changes.added.end() ||
                            (removed != changes.removed.end() && is_before(*removed, *added));
    const Row& change = is_removal ? *removed++ : *added++;
    const auto place = find_from(next, rows.end(), change);
    const bool is_there = place != rows.end() && *place == change;
    if (is_there != is_removal) return false;
    out.insert(out.end(), next, place);
    next = is_removal ? place + 1 : place;
    if (!is_removal) out.push_back(change);
  }
  out.insert(out.end(), next, rows.end());
  return true;
}

std::optional<EncodedBlock> encode_changed(std::span<const Row> rows, const Row* before,
                                           const BlockPlan* plan, std::size_t planned_rows) {
  if (plan == nullptr) return encode_single(rows, before, block_bytes);
  auto planned = encode_as_planned(rows, before, *plan);
  const bool fits = planned && planned->bytes.size() <= block_bytes;
  const std::size_t expected = plan->bytes * rows.size() / planned_rows;
  if (planned && planned->bytes.size() <= expected + expected / 8 + 64) {
    return fits ? std::move(planned) : std::nullopt;
  }
  auto best = encode_single(rows, before, block_bytes);
  const bool is_better = best && (!fits || best->bytes.size() < planned->bytes.size());
  if (is_better) return best;
  return fits ? std::move(planned) : std::nullopt;
}

bool halve(std::span<const Row> rows, const Row* before, const BlockPlan& plan,
           std::vector<EncodedBlock>& blocks) {
  if (rows.size() < 2) return false;
  auto halves = encode_halves(rows, before, [&](std::span<const Row> half, const Row* previous) {
    auto block = encode_as_planned(half, previous, plan);
    const bool is_half = block && block->bytes.size() <= largest_half_bytes;
    return is_half ? std::move(block) : std::nullopt;
  });
  if (!halves) return false;
  std::move(halves->begin(), halves->end(), std::back_inserter(blocks));
  return true;
}

bool balance_last(std::span<const Row> rows, const Row* before, std::vector<EncodedBlock>& blocks) {
  const auto first = blocks.end() - 2;
  const auto start = std::lower_bound(rows.begin(), rows.end(), first->first);
  const auto both = rows.subspan(static_cast<std::size_t>(start - rows.begin()));
  const Row* before_both = start == rows.begin() ? before : &*std::prev(start);
  auto halves =
      encode_halves(both, before_both, [](std::span<const Row> half, const Row* previous) {
        return encode_single(half, previous, block_bytes);
      });
  if (!halves) return false;
  std::move(halves->begin(), halves->end(), first);
  return true;
}

}  // namespace prosper::store
