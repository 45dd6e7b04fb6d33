// SPDX-License-Identifier: Apache-2.0
#include "store/store_backup.hpp"

#include <algorithm>
#include <chrono>
#include <fcntl.h>
#include <future>
#include <sys/stat.h>
#include <unistd.h>

#include "store/generation.hpp"
#include "store/lmdb/environment_copy.hpp"
#include "store/map_size.hpp"
#include "store/storage_errors.hpp"
#include "store/store_snapshot.hpp"
#include "store/unfinished_folder.hpp"

namespace prosper::store {
namespace {

constexpr mode_t file_mode = 0664;

std::uint64_t live_bytes(const Generation& generation) {
  const lmdb::ReadTransaction transaction(generation.environment());
  const auto use = transaction.page_use();
  return (use.total - std::min(use.free, use.total)) * use.page_size;
}

std::uint64_t size_of(const Descriptor& file, const std::filesystem::path& path) {
  struct stat status {};

  if (::fstat(file.number(), &status) != 0) throw_system_error("fstat", path);
  return static_cast<std::uint64_t>(status.st_size);
}

/// A new generation folder with a durable copy of the data file. Returns the bytes of the copy.
std::uint64_t copy_generation(const Generation& generation, const std::filesystem::path& folder,
                              const CopyProgress& progress) {
  make_folders(folder);
  const std::filesystem::path path = folder / "data.mdb";
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, file_mode));
  if (!file.is_open()) throw_system_error("open", path);
  with_store_errors([&] {
    const std::uint64_t total = live_bytes(generation);
    auto copied = std::async(std::launch::async, [&] {
      lmdb::copy_compacted(*generation.environment(), file.number());
    });
    constexpr std::chrono::milliseconds step{200};
    while (copied.wait_for(step) != std::future_status::ready) {
      if (progress) progress(std::min(size_of(file, path), total), total);
    }
    copied.get();
  });
  if (::fsync(file.number()) != 0) throw_system_error("fsync", path);
  sync_folder(folder);
  return size_of(file, path);
}

void require_empty(const std::filesystem::path& target) {
  std::error_code failure;
  const bool is_free = !std::filesystem::exists(target, failure) ||
                       (std::filesystem::is_directory(target, failure) &&
                        std::filesystem::is_empty(target, failure));
  if (failure) {
    throw StoreError(StoreError::Kind::Io, target.string() + ": " + failure.message());
  }
  if (!is_free) {
    throw StoreError(StoreError::Kind::Io,
                     target.string() + " is there already; expected a new or an empty folder");
  }
}

}  // namespace

BackupReport back_up(const std::filesystem::path& directory, const std::filesystem::path& target,
                     const OpenOptions& options, const CopyProgress& progress) {
  const std::filesystem::path to = std::filesystem::absolute(target);
  require_empty(to);
  const std::uint64_t map_size = map_size_of(options);
  const auto generation = Generation::open_current(std::filesystem::absolute(directory), map_size);
  const bool existed = std::filesystem::exists(to);
  UnfinishedFolder unfinished(existed ? to / generation->name() : to);
  UnfinishedFolder unnamed(to / "CURRENT");
  BackupReport report;
  report.bytes = copy_generation(*generation, to / generation->name(), progress);
  write_current(to, generation->name());
  const auto copy = Generation::open_current(to, map_size);
  with_store_errors([&] {
    const StoreSnapshot snapshot(copy, copy->settings().public_base);
    report.quads = snapshot.quad_count();
    report.commit_number = snapshot.commit_number();
  });
  unfinished.keep();
  unnamed.keep();
  return report;
}

}  // namespace prosper::store
