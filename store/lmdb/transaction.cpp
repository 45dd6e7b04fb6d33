// SPDX-License-Identifier: Apache-2.0
#include "store/lmdb/transaction.hpp"

#include <cerrno>
#include <cstring>
#include <lmdb.h>
#include <utility>

#include "store/lmdb/cursor.hpp"
#include "store/lmdb/error.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::lmdb {
namespace {

MDB_val to_value(Bytes bytes) {
  return {bytes.size(), const_cast<char*>(bytes.data())};
}

Bytes to_bytes(const MDB_val& value) {
  return {static_cast<const char*>(value.mv_data), value.mv_size};
}

constexpr MDB_dbi free_list = 0;

bool is_disk_full(const std::filesystem::path& path) {
  constexpr std::uintmax_t margin = 1U << 20U;
  std::error_code failure;
  const auto space = std::filesystem::space(path, failure);
  return !failure && space.available < margin;
}

}  // namespace

Transaction::Transaction(std::shared_ptr<Environment> environment, bool writes)
    : environment_(std::move(environment)) {
  const unsigned flags = writes ? 0U : unsigned{MDB_RDONLY};
  require_success(mdb_txn_begin(environment_->handle(), nullptr, flags, &transaction_),
                  "mdb_txn_begin", environment_->data_file());
}

Transaction::~Transaction() {
  close_cursors();
  if (transaction_ != nullptr) mdb_txn_abort(transaction_);
}

MDB_txn* Transaction::handle() const {
  PROSPER_ASSERT(transaction_ != nullptr);
  return transaction_;
}

void Transaction::close_cursors() const {
  for (Cursor* cursor : cursors_) cursor->close();
  cursors_.clear();
}

std::optional<Bytes> Transaction::get(Table table, Bytes key) const {
  MDB_val wanted = to_value(key);
  MDB_val value{};
  const int code = mdb_get(handle(), table.handle(), &wanted, &value);
  if (code == MDB_NOTFOUND) return std::nullopt;
  require_success(code, "mdb_get", environment_->data_file());
  return to_bytes(value);
}

std::uint64_t Transaction::entries(Table table) const {
  MDB_stat stat{};
  require_success(mdb_stat(handle(), table.handle(), &stat), "mdb_stat", environment_->data_file());
  return stat.ms_entries;
}

std::uint64_t Transaction::pages(Table table) const {
  MDB_stat stat{};
  require_success(mdb_stat(handle(), table.handle(), &stat), "mdb_stat", environment_->data_file());
  return stat.ms_branch_pages + stat.ms_leaf_pages + stat.ms_overflow_pages;
}

Transaction::PageUse Transaction::page_use(std::uint64_t oldest_read) const {
  PageUse use;
  MDB_envinfo info{};
  MDB_stat stat{};
  require_success(mdb_env_info(environment_->handle(), &info), "mdb_env_info",
                  environment_->data_file());
  require_success(mdb_stat(handle(), free_list, &stat), "mdb_stat", environment_->data_file());
  use.page_size = stat.ms_psize;
  use.total = info.me_last_pgno + 1;
  MDB_cursor* cursor = nullptr;
  require_success(mdb_cursor_open(handle(), free_list, &cursor), "mdb_cursor_open",
                  environment_->data_file());
  MDB_val key{};
  MDB_val list{};
  while (mdb_cursor_get(cursor, &key, &list, MDB_NEXT) == 0) {
    std::size_t pages = 0;  // a list of page numbers behind its length
    std::memcpy(&pages, list.mv_data, sizeof(pages));
    std::uint64_t freed_by = 0;
    std::memcpy(&freed_by, key.mv_data, sizeof(freed_by));
    use.free += pages;
    if (freed_by < oldest_read) use.reusable += pages;
  }
  mdb_cursor_close(cursor);
  return use;
}

std::uint64_t Transaction::id() const {
  return mdb_txn_id(handle());
}

void WriteTransaction::put(Table table, Bytes key, Bytes value) {
  MDB_val key_value = to_value(key);
  MDB_val stored = to_value(value);
  require_success(mdb_put(handle(), table.handle(), &key_value, &stored, 0), "mdb_put",
                  environment_->data_file());
}

bool WriteTransaction::remove(Table table, Bytes key) {
  MDB_val key_value = to_value(key);
  const int code = mdb_del(handle(), table.handle(), &key_value, nullptr);
  if (code == MDB_NOTFOUND) return false;
  require_success(code, "mdb_del", environment_->data_file());
  return true;
}

bool WriteTransaction::remove(Table table, Bytes key, Bytes value) {
  MDB_val key_value = to_value(key);
  MDB_val stored = to_value(value);
  const int code = mdb_del(handle(), table.handle(), &key_value, &stored);
  if (code == MDB_NOTFOUND) return false;
  require_success(code, "mdb_del", environment_->data_file());
  return true;
}

void WriteTransaction::clear(Table table) {
  close_cursors();
  require_success(mdb_drop(handle(), table.handle(), 0), "mdb_drop", environment_->data_file());
}

void WriteTransaction::commit() {
  close_cursors();
  MDB_txn* ending = handle();
  transaction_ = nullptr;  // LMDB frees it whether the commit succeeds or not
  int code = mdb_txn_commit(ending);
  // LMDB calls a write that was cut short an input/output error, whatever the reason.
  if (code == EIO && is_disk_full(environment_->data_file())) code = ENOSPC;
  require_success(code, "mdb_txn_commit", environment_->data_file());
  environment_->extend_file();
}

void WriteTransaction::discard() {
  close_cursors();
  mdb_txn_abort(handle());
  transaction_ = nullptr;
}

}  // namespace prosper::lmdb
