// SPDX-License-Identifier: Apache-2.0
#include "store/store.hpp"

#include <mutex>
#include <utility>

#include "store/generation.hpp"
#include "store/map_size.hpp"
#include "store/storage_errors.hpp"
#include "store/store_bulk_load.hpp"
#include "store/store_check.hpp"
#include "store/store_snapshot.hpp"
#include "store/store_statistics.hpp"
#include "store/store_transaction.hpp"
#include "store/writer_lock.hpp"

namespace prosper::store {
namespace {

void require_base_form(const std::string& base) {
  if (base.empty()) return;
  if (base.ends_with('/') && base.find(':') != std::string::npos) return;
  throw StoreError(StoreError::Kind::BaseMismatch,
                   "the public base is <" + base + ">, expected an absolute IRI that ends in '/'");
}

class StoreDirectory final : public Store {
 public:
  StoreDirectory(std::filesystem::path directory, const OpenOptions& options)
      : directory_(std::move(directory)), options_(options), map_size_(map_size_of(options)) {
    require_base_form(options.public_base);
    if (options.access == OpenOptions::Access::Write && options.create) create_when_missing();
    generation_ = Generation::open_current(directory_, map_size_);
    public_base_ =
        options.public_base.empty() ? generation_->settings().public_base : options.public_base;
    generation_->verify_base(public_base_);
  }

  std::unique_ptr<Snapshot> snapshot() override { return make_snapshot(); }

  std::unique_ptr<Transaction> begin() override {
    WriterLock lock = writer_lock();
    const auto generation = current_generation();
    return with_store_errors([&] {
      prepare_writing(*generation);
      return std::make_unique<StoreTransaction>(std::move(lock), generation, public_base_);
    });
  }

  std::unique_ptr<BulkLoad> begin_bulk(const BulkOptions& options) override {
    WriterLock lock = writer_lock();
    const auto generation = current_generation();
    return with_store_errors([&] {
      prepare_writing(*generation);
      return std::make_unique<StoreBulkLoad>(std::move(lock), directory_, generation, public_base_,
                                             map_size_, options, [this] { forget_generation(); });
    });
  }

  const std::string& public_base() const override { return public_base_; }

  StoreStatistics statistics() override {
    const auto snapshot = make_snapshot();
    return with_store_errors([&] { return collect_statistics(*snapshot); });
  }

  CheckReport check() override { return check_generation(current_generation(), public_base_); }

 private:
  WriterLock writer_lock() const {
    if (options_.access != OpenOptions::Access::Write) {
      throw StoreError(StoreError::Kind::Io, directory_.string() + " was opened for reading only");
    }
    return {directory_, {options_.writer_wait, options_.on_writer_wait}};
  }

  void prepare_writing(const Generation& generation) const {
    if (generation.environment()->read_only()) {
      throw StoreError(StoreError::Kind::Io, generation.environment()->data_file().string() +
                                                 " may not be written by this user");
    }
    remove_unused_generations(directory_);
    generation.environment()->clear_dead_readers();
  }

  void create_when_missing() {
    make_folders(directory_);
    if (std::filesystem::exists(directory_ / "CURRENT")) return;
    const WriterLock lock(directory_, {options_.writer_wait, options_.on_writer_wait});
    if (std::filesystem::exists(directory_ / "CURRENT")) return;
    Generation::create_first(
        directory_, map_size_,
        options_.public_base.empty() ? std::string(default_public_base) : options_.public_base);
  }

  /// Follows CURRENT: a load may have replaced the generation since the last look.
  std::shared_ptr<Generation> current_generation() {
    const std::scoped_lock lock(mutex_);
    if (!generation_ || read_current(directory_) != generation_->name()) {
      auto newer = Generation::open_current(directory_, map_size_);
      newer->verify_base(public_base_);
      generation_ = std::move(newer);
    }
    return generation_;
  }

  void forget_generation() {
    const std::scoped_lock lock(mutex_);
    generation_.reset();
  }

  std::unique_ptr<StoreSnapshot> make_snapshot() {
    const auto generation = current_generation();
    return with_store_errors(
        [&] { return std::make_unique<StoreSnapshot>(generation, public_base_); });
  }

  std::filesystem::path directory_;
  OpenOptions options_;
  std::uint64_t map_size_;
  std::string public_base_;
  std::mutex mutex_;
  std::shared_ptr<Generation> generation_;  ///< as of the last look; none after a bulk load
};

}  // namespace

std::unique_ptr<BulkLoad> Store::begin_bulk(const BulkOptions& /*options*/) {
  throw StoreError(StoreError::Kind::Io, "this kind of store has no bulk load");
}

std::unique_ptr<Store> Store::open(const std::filesystem::path& directory,
                                   const OpenOptions& options) {
  return std::make_unique<StoreDirectory>(std::filesystem::absolute(directory), options);
}

}  // namespace prosper::store
