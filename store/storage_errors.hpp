// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <system_error>
#include <utility>

#include "store/lmdb/error.hpp"
#include "store/store.hpp"

namespace prosper::store {

StoreError to_store_error(const lmdb::Error& error);
StoreError to_store_error(const std::system_error& error);

/// Runs `action`; an lmdb::Error leaves as a StoreError, the only storage error callers know.
template <class Action>
decltype(auto) with_store_errors(Action&& action) {
  try {
    return action();
  } catch (const lmdb::Error& error) {
    throw to_store_error(error);
  }
}

/// The same where temporary files are in use, which fail as std::system_error.
template <class Action>
decltype(auto) with_all_store_errors(Action&& action) {
  try {
    return with_store_errors(std::forward<Action>(action));
  } catch (const std::system_error& error) {
    throw to_store_error(error);
  }
}

}  // namespace prosper::store
