// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sparql/results/result_reader.hpp"

namespace prosper::conformance {

struct ComparisonOptions {
  /// Rows must come in the same order.
  bool is_ordered = false;
  /// Only which rows there are, not how often.
  bool is_cardinality_lax = false;
};

/// Equal up to a renaming of blank nodes and the form of literals (canonical_term); the order of
/// the columns does not matter.
bool are_equal(const sparql::ResultDocument& left, const sparql::ResultDocument& right,
               const ComparisonOptions& options);

/// For messages: one row a line.
std::string to_text(const sparql::ResultDocument& document);

}  // namespace prosper::conformance
