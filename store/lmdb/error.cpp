// SPDX-License-Identifier: Apache-2.0
#include "store/lmdb/error.hpp"

#include <cerrno>
#include <lmdb.h>

namespace prosper::lmdb {
namespace {

Error::Kind kind_of(int code) {
  switch (code) {
    case MDB_MAP_FULL:
    case MDB_TXN_FULL:
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return Error::Kind::Full;
    case MDB_CORRUPTED:
    case MDB_PAGE_NOTFOUND:
    case MDB_INVALID:
    case MDB_VERSION_MISMATCH:
      return Error::Kind::Damaged;
    case MDB_READERS_FULL:
      return Error::Kind::Busy;
    case MDB_NOTFOUND:
      return Error::Kind::Missing;
    default:
      return Error::Kind::Io;
  }
}

std::string advice(int code) {
  switch (code) {
    case MDB_MAP_FULL:
      return "; raise PROSPER_MAP_SIZE (bytes) and start again";
    case MDB_MAP_RESIZED:
      return "; another process uses a larger PROSPER_MAP_SIZE, use the same";
    case MDB_READERS_FULL:
      return "; too many read transactions are open at once";
    case ENOMEM:
      return "; the address space for the map is refused, lower PROSPER_MAP_SIZE";
    default:
      return {};
  }
}

}  // namespace

void throw_error(const char* function, int code, const std::filesystem::path& path) {
  throw Error(kind_of(code), std::string(function) + ": " + path.string() + ": " +
                                 mdb_strerror(code) + advice(code));
}

}  // namespace prosper::lmdb
