// SPDX-License-Identifier: Apache-2.0
#include "store/store_bulk_load.hpp"

#include <algorithm>
#include <future>
#include <utility>

#include "store/storage_errors.hpp"
#include "store/store_snapshot.hpp"
#include "store/stored_quads_feed.hpp"

namespace prosper::store {
namespace {

constexpr std::uint64_t megabyte = std::uint64_t{1} << 20U;
/// What a load needs beside its segments: pieces of files, LMDB's changed pages, cut blocks.
constexpr std::uint64_t working_bytes = 640 * megabyte;

constexpr std::size_t least_feed_bytes = std::size_t{256} << 10U;

std::size_t feed_bytes(const BulkOptions& options) {
  const std::uint64_t share = options.memory / 10 * 7;
  const std::uint64_t rest = options.memory > working_bytes ? options.memory - working_bytes : 0;
  const std::uint64_t all = std::max(std::min(share, rest), options.memory / 16);
  return std::max(static_cast<std::size_t>(all) / std::max(options.feeds, std::size_t{1}),
                  least_feed_bytes);
}

}  // namespace

StoreBulkLoad::StoreBulkLoad(WriterLock lock, std::filesystem::path directory,
                             std::shared_ptr<Generation> generation, const std::string& public_base,
                             std::uint64_t map_size, BulkOptions options,
                             std::function<void()> forget_old)
    : lock_(std::move(lock)),
      directory_(std::move(directory)),
      generation_(std::move(generation)),
      public_base_(public_base),
      map_size_(map_size),
      options_(std::move(options)),
      forget_old_(std::move(forget_old)),
      next_(directory_) {
  for (std::size_t i = 0; i < std::max(options_.feeds, std::size_t{1}); ++i) {
    feeds_.push_back(std::make_unique<Feed>(public_base_, feed_bytes(options_), next_.folder()));
  }
}

std::vector<rdf::AnyQuadSink*> StoreBulkLoad::feeds() {
  std::vector<rdf::AnyQuadSink*> all;
  for (const auto& feed : feeds_) all.push_back(feed.get());
  return all;
}

void StoreBulkLoad::set_import_state(std::string_view key, std::string_view hash) {
  import_states_.insert_or_assign(std::string(key), std::string(hash));
}

void StoreBulkLoad::report(std::string_view step, double done) const {
  if (options_.progress) options_.progress(step, done);
}

BulkReport StoreBulkLoad::commit() {
  return with_all_store_errors([&] {
    BulkReport result;
    for (const auto& feed : feeds_) result.read += feed->count();
    report("stored quads", 0);
    const std::uint64_t before = feed_stored_quads();
    const BuiltContent content = write_generation();
    result.quads = content.quads;
    result.added = content.quads - before;
    next_.install();
    generation_.reset();
    forget_old_();
    remove_unused_generations(directory_);  // those still read go with a later write
    lock_.reset();
    return result;
  });
}

std::uint64_t StoreBulkLoad::feed_stored_quads() {
  const StoreSnapshot snapshot(generation_, public_base_);
  if (snapshot.quad_count() == 0) return 0;
  return store::feed_stored_quads(snapshot, *feeds_.front());
}

BuiltContent StoreBulkLoad::write_generation() {
  next_.open(map_size_);
  const BuiltContent content = build();
  write_records(content);
  report("disk", 0);
  next_.close();
  return content;
}

BuiltContent StoreBulkLoad::build() {
  const StoreTables& tables = next_.tables();
  // The last segment of each is sorted now.
  std::vector<std::future<std::vector<std::unique_ptr<Segment>>>> finished;
  for (const auto& feed : feeds_) {
    finished.push_back(std::async(std::launch::async, [&feed] { return feed->finish(); }));
  }
  std::vector<std::unique_ptr<Segment>> segments;
  for (auto& some : finished) {
    for (auto& segment : some.get()) segments.push_back(std::move(segment));
  }
  feeds_.clear();
  const auto table_of = [&tables](const OrderPositions& positions) {
    const auto order = std::find_if(orders.begin(), orders.end(),
                                    [&](const Order& each) { return each.positions == positions; });
    return tables.orders.at(static_cast<std::size_t>(order - orders.begin()));
  };
  const BuildTables build_tables{tables.dictionary, table_of, tables.graphs, tables.predicates};
  BuildOptions build_options;
  build_options.memory = options_.memory;
  build_options.folder = next_.folder();
  build_options.stored_base = generation_->settings().public_base;
  build_options.progress = options_.progress;
  return build_generation(next_.environment(), build_tables, std::move(segments), build_options);
}

void StoreBulkLoad::write_records(const BuiltContent& content) const {
  const StoreTables& tables = next_.tables();
  const lmdb::ReadTransaction old(generation_->environment());
  State state = read_state(old, generation_->tables().settings);
  ++state.commit_number;
  state.displaced_iris = content.displaced_iris;
  state.next_numbers.fill(1);
  lmdb::WriteTransaction transaction(next_.environment());
  write_settings(transaction, tables.settings, generation_->settings());
  write_state(transaction, tables.settings, state);
  copy_imports(old, generation_->tables(), transaction, tables);
  transaction.release_cursors();
  for (const auto& [key, hash] : import_states_) {
    transaction.put(tables.imports, import_record_key(key), make_import_record(key, hash));
  }
  transaction.commit();
}

}  // namespace prosper::store
