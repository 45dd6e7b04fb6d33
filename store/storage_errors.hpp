// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/lmdb/error.hpp"
#include "store/store.hpp"

namespace prosper::store {

StoreError to_store_error(const lmdb::Error& error);

/// Runs `action`; an lmdb::Error leaves as a StoreError, the only storage error callers know.
template <class Action>
decltype(auto) with_store_errors(Action&& action) {
  try {
    return action();
  } catch (const lmdb::Error& error) {
    throw to_store_error(error);
  }
}

}  // namespace prosper::store
