// SPDX-License-Identifier: Apache-2.0
#include "store/lmdb/environment.hpp"

#include <cerrno>
#include <condition_variable>
#include <fcntl.h>
#include <lmdb.h>
#include <map>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

#include "store/lmdb/error.hpp"
#include "store/lmdb/file_check.hpp"
#include "store/lmdb/page_walk.hpp"

namespace prosper::lmdb {
namespace {

constexpr unsigned max_readers = 1024;
constexpr unsigned max_tables = 32;
constexpr mdb_mode_t file_mode = 0664;

/// Open environments by canonical path: a second mdb_env_open of one file in one process succeeds
/// and breaks the locks (lmdb.h, caveats).
struct Registry {
  std::mutex mutex;
  std::condition_variable closed;
  std::map<std::string, std::weak_ptr<Environment>> open;
};

Registry& registry() {
  static Registry instance;
  return instance;
}

PageReport walk_catalogue(const std::filesystem::path& data_file, const FileMeta& meta) {
  // Pages beyond the end are harmless when nothing refers to them.
  const bool is_whole = std::filesystem::file_size(data_file) >= meta.pages * meta.page_size;
  return walk_pages(data_file, meta, is_whole ? WalkScope::Catalogue : WalkScope::Everything);
}

void check_catalogue(const std::filesystem::path& data_file) {
  // No reader slot keeps writers from using pages of the state we read again once they have
  // committed twice: what we saw then says nothing.
  constexpr int attempts = 1000;
  PageReport report;
  for (int i = 0; i < attempts; ++i) {
    const FileMeta meta = check_file(data_file);
    report = walk_catalogue(data_file, meta);
    if (report.problems.empty()) return;
    if (check_file(data_file).transaction == meta.transaction) break;
  }
  throw Error(Error::Kind::Damaged, data_file.string() + ": " + report.problems.front());
}

/// All of the lock file that LMDB will ever touch: it maps the file and writes into the map, which
/// ends the process (SIGBUS) where the disk is full and the file has a hole. No other descriptor of
/// it may be open in this process, whose locks would go with the one closed here.
void allocate_lock_file(const std::filesystem::path& directory) {
  // The header, then 64 bytes a reader; LMDB counts the readers by the size.
  constexpr off_t bytes = (max_readers + 64) * 64;
  const std::filesystem::path path = directory / "lock.mdb";
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, file_mode);
  if (file < 0) return;  // not for us to write: then LMDB says so, or reads without it
  const int failure = ::fallocate(file, 0, 0, bytes) == 0 ? 0 : errno;
  ::close(file);
  if (failure == ENOSPC || failure == EDQUOT) throw_error("fallocate", failure, path);
}

bool is_short(MDB_env* env, std::uint64_t& expected) {
  MDB_envinfo info{};
  MDB_stat stat{};
  mdb_filehandle_t file = -1;

  struct stat status {};

  if (mdb_env_info(env, &info) != 0 || mdb_env_stat(env, &stat) != 0 ||
      mdb_env_get_fd(env, &file) != 0 || ::fstat(file, &status) != 0) {
    return false;
  }
  expected = (info.me_last_pgno + 1) * stat.ms_psize;
  return static_cast<std::uint64_t>(status.st_size) < expected;
}

}  // namespace

std::shared_ptr<Environment> Environment::open(const std::filesystem::path& directory,
                                               const EnvironmentOptions& options) {
  std::error_code failure;
  const std::filesystem::path canonical = std::filesystem::canonical(directory, failure);
  if (failure) throw_error("realpath", failure.value(), directory);
  Registry& all = registry();
  std::unique_lock lock(all.mutex);
  for (;;) {
    const auto entry = all.open.find(canonical.string());
    if (entry == all.open.end()) break;
    if (auto shared = entry->second.lock()) return shared;
    all.closed.wait(lock);
  }
  std::shared_ptr<Environment> opened(new Environment(canonical, options));
  all.open.emplace(canonical.string(), opened);
  return opened;
}

Environment::Environment(const std::filesystem::path& directory, const EnvironmentOptions& options)
    : directory_(directory), data_file_(directory / "data.mdb"), map_size_(options.map_size) {
  const bool exists = ::access(data_file_.c_str(), F_OK) == 0;
  if (!exists && !options.create) throw_error("open", ENOENT, data_file_);
  if (exists) check_catalogue(data_file_);
  read_only_ = exists && ::access(data_file_.c_str(), W_OK) != 0;
  allocate_lock_file(directory_);
  require_success(mdb_env_create(&env_), "mdb_env_create", data_file_);
  const auto attempt = [this](int code, const char* function) {
    if (code == 0) return;
    mdb_env_close(env_);
    throw_error(function, code, data_file_);
  };
  attempt(mdb_env_set_mapsize(env_, map_size_), "mdb_env_set_mapsize");
  attempt(mdb_env_set_maxreaders(env_, max_readers), "mdb_env_set_maxreaders");
  attempt(mdb_env_set_maxdbs(env_, max_tables), "mdb_env_set_maxdbs");
  const bool is_unsynced = options.unsynced_until_told && !exists;
  const unsigned flags = MDB_NOTLS | (read_only_ ? unsigned{MDB_RDONLY} : 0U) |
                         (is_unsynced ? unsigned{MDB_NOSYNC} : 0U);
  attempt(mdb_env_open(env_, directory_.c_str(), flags, file_mode), "mdb_env_open");
  clear_dead_readers();
}

Environment::~Environment() {
  if (env_ == nullptr) return;
  mdb_env_close(env_);
  Registry& all = registry();
  const std::scoped_lock lock(all.mutex);
  all.open.erase(directory_.string());
  all.closed.notify_all();
}

std::vector<Table> Environment::open_tables(const std::vector<TableSpec>& specs) {
  return open_tables(specs, false);
}

std::vector<Table> Environment::create_tables(const std::vector<TableSpec>& specs) {
  return open_tables(specs, true);
}

Table Environment::open_table(const std::string& name, Table::Kind kind) {
  return open_tables({{name, kind}}, false).front();
}

Table Environment::create_table(const std::string& name, Table::Kind kind) {
  return open_tables({{name, kind}}, true).front();
}

std::vector<Table> Environment::open_tables(const std::vector<TableSpec>& specs, bool create) {
  const std::scoped_lock lock(tables_mutex_);
  MDB_txn* transaction = nullptr;
  require_success(mdb_txn_begin(env_, nullptr, create ? 0U : unsigned{MDB_RDONLY}, &transaction),
                  "mdb_txn_begin", data_file_);
  std::vector<Table> tables;
  for (const TableSpec& spec : specs) {
    unsigned flags = create ? unsigned{MDB_CREATE} : 0U;
    if (spec.kind == Table::Kind::FixedDuplicates) flags |= MDB_DUPSORT | MDB_DUPFIXED;
    MDB_dbi handle = 0;
    // For a table that is open already LMDB gives the same handle.
    const int opened = mdb_dbi_open(transaction, spec.name.c_str(), flags, &handle);
    if (opened != 0) {
      mdb_txn_abort(transaction);
      throw_error(("mdb_dbi_open(" + spec.name + ")").c_str(), opened, data_file_);
    }
    tables.push_back(Table(handle, spec.kind));
  }
  require_success(mdb_txn_commit(transaction), "mdb_txn_commit", data_file_);
  return tables;
}

void Environment::sync() {
  constexpr int even_if_unsynced = 1;
  require_success(mdb_env_sync(env_, even_if_unsynced), "mdb_env_sync", data_file_);
}

void Environment::clear_dead_readers() {
  int dead = 0;
  require_success(mdb_reader_check(env_, &dead), "mdb_reader_check", data_file_);
}

void Environment::extend_file() {
  std::uint64_t expected = 0;
  if (!is_short(env_, expected)) return;
  MDB_txn* writer_lock = nullptr;  // nobody else may grow the file meanwhile
  if (mdb_txn_begin(env_, nullptr, 0, &writer_lock) != 0) return;
  mdb_filehandle_t file = -1;
  if (is_short(env_, expected) && mdb_env_get_fd(env_, &file) == 0 &&
      ::ftruncate(file, static_cast<off_t>(expected)) != 0) {
    expected = 0;  // the next open walks the pages instead
  }
  mdb_txn_abort(writer_lock);
}

std::uint64_t Environment::active_readers() const {
  // One line a slot: pid, thread, and the transaction or "-".
  const auto count = [](const char* line, void* counter) {
    const std::string_view text(line);
    const bool is_row = text.find_first_of("0123456789") != std::string_view::npos;
    if (is_row && text.find('-') == std::string_view::npos) {
      ++*static_cast<std::uint64_t*>(counter);
    }
    return 0;
  };
  std::uint64_t readers = 0;
  const int listed = mdb_reader_list(env_, count, &readers);
  if (listed < 0) throw_error("mdb_reader_list", listed, data_file_);
  return readers;
}

}  // namespace prosper::lmdb
