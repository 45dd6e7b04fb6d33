// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "store/store_tables.hpp"

namespace prosper::store {

/// Rows and a sum over them that does not depend on their order.
struct Fingerprint {
  std::uint64_t rows = 0;
  std::uint64_t sum = 0;
  bool operator==(const Fingerprint&) const = default;
};

/// Takes a problem; false when no more are wanted.
using OnProblem = std::function<bool(const std::string&)>;

/// Reads every block of one order: checksum, key, order of the rows, and that the header's minima,
/// maxima and counts are true. Tells every problem; the fingerprint is of the readable rows.
Fingerprint check_blocks(const lmdb::Transaction& transaction, const StoreTables& tables,
                         OrderIndex order, const OnProblem& on_problem);

}  // namespace prosper::store
