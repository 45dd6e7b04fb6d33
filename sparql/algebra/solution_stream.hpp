// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/rdf/term.hpp"

namespace prosper::sparql {

/// One row of a SELECT result: a cell a variable, unset where unbound.
using SolutionRow = std::vector<std::optional<rdf::Term>>;

/// The rows of a SELECT, pulled one at a time. `next` may throw QueryCancelled or StoreError.
class SolutionStream {
 public:
  SolutionStream() = default;
  SolutionStream(const SolutionStream&) = delete;
  SolutionStream& operator=(const SolutionStream&) = delete;
  virtual ~SolutionStream() = default;

  /// Names without '?', in result order.
  virtual const std::vector<std::string>& variables() const = 0;
  /// Fills `row` (resized to the number of variables); false at the end.
  virtual bool next(SolutionRow& row) = 0;
};

}  // namespace prosper::sparql
