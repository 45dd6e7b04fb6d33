// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

struct MDB_env;

namespace prosper::lmdb {

inline constexpr std::uint64_t default_map_size = 1ULL << 40U;

/// A named table of an environment; valid as long as its Environment.
class Table {
 public:
  enum class Kind : std::uint8_t {
    Unique,           ///< one value a key, of any length
    FixedDuplicates,  ///< many values a key, sorted, all of one length ≤ 511 bytes
  };

  unsigned handle() const { return handle_; }

  Kind kind() const { return kind_; }

 private:
  friend class Environment;

  Table(unsigned handle, Kind kind) : handle_(handle), kind_(kind) {}

  unsigned handle_;
  Kind kind_;
};

struct TableSpec {
  std::string name;
  Table::Kind kind = Table::Kind::Unique;
};

struct EnvironmentOptions {
  std::uint64_t map_size = default_map_size;
  /// Makes an empty data file when there is none; otherwise a missing file is an Error.
  bool create = false;
  /// For filling a new file that nobody knows yet: commits are not durable before `sync`. A file
  /// that exists is never opened so.
  bool unsynced_until_told = false;
};

/// One open data file (`DIR/data.mdb` with `DIR/lock.mdb`). One a process and directory: opening
/// the directory again shares the open one and its options. Always MDB_NOTLS, never MDB_WRITEMAP;
/// MDB_NOSYNC only for a new file (EnvironmentOptions); dead readers are cleared at open. Before LMDB sees the file its meta pages,
/// length and catalogue are checked (file_check.hpp, page_walk.hpp). Thread-safe.
class Environment {
 public:
  /// Throws Error (Missing, Damaged, Io).
  static std::shared_ptr<Environment> open(const std::filesystem::path& directory,
                                           const EnvironmentOptions& options);
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;
  ~Environment();

  /// Opens existing tables; throws Error Missing. Transactions begun before do not know them.
  std::vector<Table> open_tables(const std::vector<TableSpec>& specs);
  /// Opens tables, making those that are not there, in one durable transaction.
  std::vector<Table> create_tables(const std::vector<TableSpec>& specs);
  Table open_table(const std::string& name, Table::Kind kind);
  Table create_table(const std::string& name, Table::Kind kind);

  const std::filesystem::path& data_file() const { return data_file_; }

  std::uint64_t map_size() const { return map_size_; }

  bool read_only() const { return read_only_; }

  /// Makes all commits durable, for a file opened unsynced. Throws Error.
  void sync();

  /// Frees the reader slots of processes that died.
  void clear_dead_readers();
  /// Read transactions under way, in all processes.
  std::uint64_t active_readers() const;

  /// Makes the file as long as the pages LMDB handed out, which it need not do itself; a shorter
  /// file costs a walk over all pages at the next open.
  void extend_file();

  MDB_env* handle() const { return env_; }

 private:
  Environment(const std::filesystem::path& directory, const EnvironmentOptions& options);
  std::vector<Table> open_tables(const std::vector<TableSpec>& specs, bool create);

  std::filesystem::path directory_;
  std::filesystem::path data_file_;
  std::uint64_t map_size_;
  bool read_only_ = false;
  MDB_env* env_ = nullptr;
  std::mutex tables_mutex_;
};

}  // namespace prosper::lmdb
