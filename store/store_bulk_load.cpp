// SPDX-License-Identifier: Apache-2.0
#include "store/store_bulk_load.hpp"

#include <algorithm>
#include <future>
#include <system_error>
#include <utility>

#include "store/lmdb/cursor.hpp"
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

std::filesystem::path next_generation(const std::filesystem::path& directory) {
  const auto numbers = list_generations(directory);
  return directory / generation_name(*std::max_element(numbers.begin(), numbers.end()) + 1);
}

/// Temporary files fail as std::system_error.
template <class Action>
decltype(auto) with_all_store_errors(Action&& action) {
  try {
    return with_store_errors(std::forward<Action>(action));
  } catch (const std::system_error& error) {
    const bool is_full = error.code() == std::errc::no_space_on_device;
    throw StoreError(is_full ? StoreError::Kind::Full : StoreError::Kind::Io, error.what());
  }
}

void copy_table(const lmdb::Transaction& from, lmdb::Table from_table, lmdb::WriteTransaction& to,
                lmdb::Table to_table) {
  lmdb::Cursor cursor(from, from_table);
  lmdb::WriteCursor writer(to, to_table);
  for (bool more = cursor.first(); more; more = cursor.next()) {
    writer.put(cursor.key(), cursor.value());
  }
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
      folder_(next_generation(directory_)) {
  name_ = folder_.path().filename();
  make_folders(folder_.path());
  for (std::size_t i = 0; i < std::max(options_.feeds, std::size_t{1}); ++i) {
    feeds_.push_back(std::make_unique<Feed>(public_base_, feed_bytes(options_), folder_.path()));
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
    write_current(directory_, name_);
    folder_.keep();
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
  BuiltContent content;
  {
    lmdb::EnvironmentOptions options;
    options.map_size = map_size_;
    options.create = true;
    options.unsynced_until_told = true;
    const auto environment = lmdb::Environment::open(folder_.path(), options);
    const StoreTables tables = create_tables(*environment);
    content = build(environment, tables);
    write_records(environment, tables, content);
    report("disk", 0);
    environment->extend_file();
    environment->sync();
  }
  sync_folder(folder_.path());
  return content;
}

BuiltContent StoreBulkLoad::build(const std::shared_ptr<lmdb::Environment>& environment,
                                  const StoreTables& tables) {
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
  build_options.folder = folder_.path();
  build_options.stored_base = generation_->settings().public_base;
  build_options.progress = options_.progress;
  return build_generation(environment, build_tables, std::move(segments), build_options);
}

void StoreBulkLoad::write_records(const std::shared_ptr<lmdb::Environment>& environment,
                                  const StoreTables& tables, const BuiltContent& content) const {
  const lmdb::ReadTransaction old(generation_->environment());
  State state = read_state(old, generation_->tables().settings);
  ++state.commit_number;
  state.displaced_iris = content.displaced_iris;
  state.next_numbers.fill(1);
  lmdb::WriteTransaction transaction(environment);
  write_settings(transaction, tables.settings, generation_->settings());
  write_state(transaction, tables.settings, state);
  copy_table(old, generation_->tables().imports, transaction, tables.imports);
  transaction.release_cursors();
  for (const auto& [key, hash] : import_states_) {
    transaction.put(tables.imports, import_record_key(key), make_import_record(key, hash));
  }
  transaction.commit();
}

}  // namespace prosper::store
