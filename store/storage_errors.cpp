// SPDX-License-Identifier: Apache-2.0
#include "store/storage_errors.hpp"

#include <cerrno>

namespace prosper::store {

StoreError to_store_error(const lmdb::Error& error) {
  switch (error.kind()) {
    case lmdb::Error::Kind::Io:
      return {StoreError::Kind::Io, error.what()};
    case lmdb::Error::Kind::Full:
      return {StoreError::Kind::Full, error.what()};
    case lmdb::Error::Kind::Busy:
      return {StoreError::Kind::Busy, error.what()};
    // A file or table that CURRENT promises and that is not there.
    case lmdb::Error::Kind::Missing:
    case lmdb::Error::Kind::Damaged:
      return {StoreError::Kind::Damaged, error.what()};
  }
  return {StoreError::Kind::Io, error.what()};
}

StoreError to_store_error(const std::system_error& error) {
  const bool is_full = error.code() == std::errc::no_space_on_device ||
                       error.code() == std::error_code(EDQUOT, std::generic_category());
  return {is_full ? StoreError::Kind::Full : StoreError::Kind::Io, error.what()};
}

}  // namespace prosper::store
