// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "endpoint/pages/frame.hpp"
#include "sparql/algebra/solution_stream.hpp"

namespace prosper::endpoint::pages {

struct QueryError {
  std::string code;
  std::string message;
  /// 0 where unknown.
  std::size_t line = 0;
  std::size_t column = 0;
};

struct QueryForm {
  /// Empty: the first example.
  std::string query;
  std::optional<QueryError> error;
};

/// The editor with examples; works without scripts as a plain form.
std::string query_page(const Frame& frame, const QueryForm& form);

struct ResultTable {
  std::vector<std::string> variables;
  std::vector<sparql::SolutionRow> rows;
  /// There are more rows than these.
  bool cut = false;
  /// The rows are triples of a CONSTRUCT or DESCRIBE.
  bool is_graph = false;
  std::optional<bool> boolean;
};

/// What a browser without scripts shows after the form.
std::string results_page(const Frame& frame, const std::string& query, const ResultTable& table);

}  // namespace prosper::endpoint::pages
