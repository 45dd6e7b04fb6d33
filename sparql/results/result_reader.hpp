// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sparql/results/result_writer.hpp"

namespace prosper::sparql {

/// A whole result read from text.
struct ResultDocument {
  std::vector<std::string> variables;
  std::vector<SolutionRow> rows;
  std::optional<bool> boolean;
};

/// Reads JSON, XML or TSV results (what other endpoints answer to SERVICE, what test suites
/// expect). CSV too, every value as a plain string. Throws rdf::SyntaxError.
ResultDocument read_results(std::string_view text, ResultFormat format);

}  // namespace prosper::sparql
