// SPDX-License-Identifier: Apache-2.0
#include "store/load/run_merge.hpp"

#include <algorithm>
#include <cstring>

namespace prosper::store {
namespace {

constexpr std::size_t batch_length = 16'384;
constexpr std::size_t smallest_read = std::size_t{16} << 10U;
constexpr std::size_t largest_read = std::size_t{4} << 20U;

/// A run with a quad waiting.
struct Run {
  SpillReader reader;
  PackedQuad quad{};
  std::uint64_t front = 0;  ///< the first two terms of the order
  std::uint64_t back = 0;   ///< the other two

  bool next(const OrderPositions& order) {
    if (reader.is_at_end()) return false;
    std::memcpy(&quad, reader.take(sizeof quad).data(), sizeof quad);
    front = (std::uint64_t{quad[order[0]]} << 32U) | quad[order[1]];
    back = (std::uint64_t{quad[order[2]]} << 32U) | quad[order[3]];
    return true;
  }
};

bool is_behind(const Run* left, const Run* right) {
  return left->front != right->front ? left->front > right->front : left->back > right->back;
}

}  // namespace

void merge_runs(const SpillFile& file, const std::vector<std::uint64_t>& ends,
                const OrderPositions& order, std::size_t memory,
                const std::function<void(std::span<const PackedQuad>)>& receive) {
  const std::size_t count = std::max(ends.size(), std::size_t{1});
  const std::size_t read = std::clamp(memory / count, smallest_read, largest_read);
  std::vector<Run> runs;
  runs.reserve(ends.size());
  std::vector<Run*> heap;
  std::uint64_t begin = 0;
  for (const std::uint64_t end : ends) {
    runs.push_back({SpillReader(file, begin, end, read)});
    if (runs.back().next(order)) heap.push_back(&runs.back());
    begin = end;
  }
  std::make_heap(heap.begin(), heap.end(), is_behind);
  std::vector<PackedQuad> batch;
  batch.reserve(batch_length);
  PackedQuad last{};
  bool has_last = false;
  while (!heap.empty()) {
    std::pop_heap(heap.begin(), heap.end(), is_behind);
    Run& run = *heap.back();
    if (!has_last || run.quad != last) {
      batch.push_back(run.quad);
      last = run.quad;
      has_last = true;
    }
    if (batch.size() == batch_length) {
      receive(batch);
      batch.clear();
    }
    if (run.next(order)) {
      std::push_heap(heap.begin(), heap.end(), is_behind);
    } else {
      heap.pop_back();
    }
  }
  receive(batch);
}

}  // namespace prosper::store
