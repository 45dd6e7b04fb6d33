// SPDX-License-Identifier: Apache-2.0
#include "store/storage_errors.hpp"

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

}  // namespace prosper::store
