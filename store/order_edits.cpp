// SPDX-License-Identifier: Apache-2.0
#include "store/order_edits.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "store/blocks/block_edits.hpp"
#include "store/blocks/change_rows.hpp"
#include "store/load/bounded_queue.hpp"

namespace prosper::store {
namespace {

/// Blocks that wait to be written, in batches: at most 16 MB a store.
constexpr std::size_t batch_edits = 64;
constexpr std::size_t waiting_batches = 64;
constexpr unsigned most_threads = 4;

std::vector<Row> sorted_rows(std::span<const QuadIds> quads, const Order& order) {
  std::vector<Row> rows;
  rows.reserve(quads.size());
  for (const QuadIds& quad : quads) rows.push_back(order.to_row(quad));
  std::sort(rows.begin(), rows.end(), is_before);
  return rows;
}

struct OrderEdits {
  std::size_t order = 0;
  std::vector<BlockEdit> edits;
};

/// Threads that each take the next order and hand over its edits.
class EditThreads {
 public:
  EditThreads(std::shared_ptr<lmdb::Environment> environment, const StoreTables& tables,
              std::span<const QuadIds> removed, std::span<const QuadIds> added)
      : environment_(std::move(environment)), tables_(tables), removed_(removed), added_(added) {
    const unsigned count = std::clamp(std::thread::hardware_concurrency(), 1U, most_threads);
    running_ = count;
    for (unsigned i = 0; i < count; ++i) threads_.emplace_back([this] { run(); });
  }

  ~EditThreads() { queue_.abandon(); }

  std::optional<OrderEdits> take() { return queue_.take(); }

 private:
  void run() {
    try {
      const lmdb::ReadTransaction base(environment_);
      for (std::size_t order = next_order_++; order < order_count; order = next_order_++) {
        find_order_edits(base, order);
      }
      if (--running_ == 0) queue_.close();
    } catch (...) {
      queue_.close(std::current_exception());
    }
  }

  void find_order_edits(const lmdb::Transaction& base, std::size_t order) {
    const std::vector<Row> removed = sorted_rows(removed_, orders[order]);
    const std::vector<Row> added = sorted_rows(added_, orders[order]);
    OrderEdits batch{order, {}};
    find_edits(base, tables_.orders[order], {removed, added}, [&](BlockEdit&& edit) {
      batch.edits.push_back(std::move(edit));
      if (batch.edits.size() < batch_edits) return;
      queue_.put(std::exchange(batch, {order, {}}));
    });
    if (!batch.edits.empty()) queue_.put(std::move(batch));
  }

  std::shared_ptr<lmdb::Environment> environment_;
  const StoreTables& tables_;
  std::span<const QuadIds> removed_;
  std::span<const QuadIds> added_;
  std::atomic<std::size_t> next_order_ = 0;
  std::atomic<unsigned> running_ = 0;
  BoundedQueue<OrderEdits> queue_{waiting_batches};
  // Last: joined before what they use goes.
  std::vector<std::jthread> threads_;
};

}  // namespace

void change_orders_side_by_side(lmdb::WriteTransaction& transaction,
                                const std::shared_ptr<lmdb::Environment>& environment,
                                const StoreTables& tables, std::span<const QuadIds> removed,
                                std::span<const QuadIds> added) {
  std::array<std::optional<lmdb::WriteCursor>, order_count> cursors;
  EditThreads threads(environment, tables, removed, added);
  while (const std::optional<OrderEdits> batch = threads.take()) {
    auto& cursor = cursors[batch->order];
    if (!cursor) cursor.emplace(transaction, tables.orders[batch->order]);
    for (const BlockEdit& edit : batch->edits) make_edit(*cursor, edit);
  }
}

void change_orders(lmdb::WriteTransaction& transaction, const StoreTables& tables,
                   std::span<const QuadIds> removed, std::span<const QuadIds> added) {
  for (std::size_t order = 0; order < order_count; ++order) {
    change_rows(transaction, tables.orders[order], sorted_rows(removed, orders[order]),
                sorted_rows(added, orders[order]));
  }
}

}  // namespace prosper::store
