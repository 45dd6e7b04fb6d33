// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/lmdb/transaction.hpp"
#include "store/page_statistics.hpp"

namespace prosper::store {

/// The file's pages and who pins them. `transaction` itself does not count as a reader. Throws
/// lmdb::Error.
PageStatistics collect_page_statistics(const lmdb::ReadTransaction& transaction);

}  // namespace prosper::store
