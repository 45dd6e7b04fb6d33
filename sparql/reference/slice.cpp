// SPDX-License-Identifier: Apache-2.0
#include "sparql/reference/operators.hpp"

namespace prosper::sparql::reference {

Solutions evaluate_slice(const algebra::Slice& pattern, Evaluation& evaluation, ActiveGraph graph) {
  if (pattern.limit == 0U) co_return;
  std::uint64_t skipped = 0;
  std::uint64_t given = 0;
  for (const Solution& solution : evaluate(*pattern.pattern, evaluation, graph)) {
    if (skipped < pattern.offset) {
      ++skipped;
      continue;
    }
    co_yield solution;
    // Stop before the next solution is computed for nothing.
    if (pattern.limit && ++given == *pattern.limit) co_return;
  }
}

}  // namespace prosper::sparql::reference
