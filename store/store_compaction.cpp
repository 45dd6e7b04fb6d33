// SPDX-License-Identifier: Apache-2.0
#include "store/store_compaction.hpp"

#include <array>
#include <mutex>
#include <optional>
#include <utility>

#include "store/blocks/block_table.hpp"
#include "store/compaction/order_rewrite.hpp"
#include "store/compaction/terms_rewrite.hpp"
#include "store/lmdb/cursor.hpp"
#include "store/lmdb/key_bytes.hpp"
#include "store/load/bounded_queue.hpp"
#include "store/map_size.hpp"
#include "store/next_generation.hpp"
#include "store/quad_reader.hpp"
#include "store/storage_errors.hpp"
#include "store/writer_lock.hpp"

namespace prosper::store {
namespace {

constexpr std::size_t waiting_batches = 4;
/// Pages changed by a transaction wait in memory until it commits.
constexpr std::size_t bytes_a_transaction = std::size_t{64} << 20U;
constexpr double share_of_terms = 0.15;
constexpr double share_of_orders = 0.8;
/// The orders that are counted by their first term, and so first.
constexpr std::array<OrderIndex, order_count> sequence = {Gspo, Pso, Spo, Sop, Pos, Osp, Ops};

struct Batch {
  OrderIndex order = Spo;
  std::vector<EncodedBlock> blocks;
  double done = 0;
};

class Compaction {
 public:
  Compaction(const Generation& from, const NextGeneration& to, const CompactOptions& options)
      : from_(from), to_(to), options_(options), old_(from.environment()) {}

  void run(CompactReport& result) {
    quads_ = QuadReader(old_, from_.tables(), from_.settings().public_base).quad_count();
    rewrite_terms();
    rewrite_orders();
    write_records();
    result.quads = quads_;
    result.merged_terms = renumbering_.late_terms();
  }

 private:
  void report(std::string_view step, double done) const {
    if (options_.progress) options_.progress(step, done);
  }

  void rewrite_terms() {
    report("terms", 0);
    const Dictionary dictionary(old_, from_.tables().dictionary);
    const auto all = static_cast<double>(dictionary.size() + 1);
    lmdb::WriteTransaction transaction(to_.environment());
    renumbering_ =
        store::rewrite_terms(old_, from_.tables().dictionary, transaction, to_.tables().dictionary,
                             [&](std::uint64_t terms) {
                               report("terms", share_of_terms * static_cast<double>(terms) / all);
                             });
    transaction.commit();
  }

  /// Rows are read, sorted and cut on another thread, written on this one.
  void rewrite_orders() {
    BoundedQueue<Batch> queue(waiting_batches);
    hand_over(
        queue,
        [&] {
          for (const OrderIndex order : sequence) cut_order(order, queue);
        },
        [&] { write_blocks(queue); });
  }

  void cut_order(OrderIndex order, BoundedQueue<Batch>& queue) {
    OrderRewriteOptions options;
    options.memory = options_.memory;
    options.folder = to_.folder();
    if (order == Gspo) options.first_counts = &graph_counts_;
    if (order == Pso) options.first_counts = &predicate_counts_;
    options.receive = [&](std::vector<EncodedBlock> blocks) {
      const double all = static_cast<double>(quads_ * order_count + 1);
      queue.put({order, std::move(blocks), static_cast<double>(rows_) / all});
    };
    options.on_rows = [this](std::uint64_t rows) { rows_ += rows; };
    const std::uint64_t quads =
        rewrite_order(old_, from_.tables().orders[order], renumbering_, options);
    if (quads == quads_) return;
    throw StoreError(StoreError::Kind::Damaged,
                     from_.environment()->data_file().string() +
                         ": an order does not hold as many quads as are counted; "
                         "run prosper check");
  }

  void write_blocks(BoundedQueue<Batch>& queue) {
    std::optional<lmdb::WriteTransaction> transaction;
    std::size_t waiting = 0;
    while (const auto batch = queue.take()) {
      report("orders", share_of_terms + share_of_orders * batch->done);
      if (!transaction) transaction.emplace(to_.environment());
      append_blocks(*transaction, to_.tables().orders[batch->order], batch->blocks);
      for (const EncodedBlock& block : batch->blocks) waiting += block.bytes.size();
      if (waiting < bytes_a_transaction) continue;
      transaction->commit();
      transaction.reset();
      waiting = 0;
    }
    if (transaction) transaction->commit();
  }

  void write_records() {
    lmdb::WriteTransaction transaction(to_.environment());
    write_counts(transaction, to_.tables().graphs, graph_counts_);
    write_counts(transaction, to_.tables().predicates, predicate_counts_);
    State state = read_state(old_, from_.tables().settings);
    ++state.commit_number;  // ids have changed
    state.next_numbers.fill(1);
    write_settings(transaction, to_.tables().settings, from_.settings());
    write_state(transaction, to_.tables().settings, state);
    copy_imports(old_, from_.tables(), transaction, to_.tables());
    transaction.release_cursors();
    transaction.commit();
  }

  static void write_counts(lmdb::WriteTransaction& transaction, lmdb::Table table,
                           const FirstCounts& counts) {
    lmdb::WriteCursor cursor(transaction, table);
    for (const auto& [id, count] : counts) {
      cursor.put(lmdb::to_key<1>({id.bits}).view(), lmdb::to_key<1>({count}).view());
    }
  }

  const Generation& from_;
  const NextGeneration& to_;
  const CompactOptions& options_;
  lmdb::ReadTransaction old_;
  Renumbering renumbering_;
  std::uint64_t quads_ = 0;
  std::uint64_t rows_ = 0;
  FirstCounts graph_counts_;
  FirstCounts predicate_counts_;
};

}  // namespace

CompactReport compact(const std::filesystem::path& directory, const OpenOptions& open,
                      const CompactOptions& options) {
  const std::filesystem::path store = std::filesystem::absolute(directory);
  read_current(store);  // no lock file where there is no store
  const WriterLock lock(store, {open.writer_wait, open.on_writer_wait});
  const std::uint64_t map_size = map_size_of(open);
  auto generation = Generation::open_current(store, map_size);
  remove_unused_generations(store);
  CompactReport result;
  result.bytes_before = std::filesystem::file_size(generation->environment()->data_file());
  NextGeneration next(store);
  result.generation = next.number();
  with_all_store_errors([&] {
    next.open(map_size);
    Compaction(*generation, next, options).run(result);
    if (options.progress) options.progress("disk", share_of_terms + share_of_orders);
    next.close();
  });
  result.bytes_after = std::filesystem::file_size(next.folder() / "data.mdb");
  next.install();
  generation.reset();
  remove_unused_generations(store);
  return result;
}

}  // namespace prosper::store
