// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/differential/comparison.hpp"

#include <algorithm>

#include "sparql/forms/query_forms.hpp"

namespace prosper::sparql::differential {

namespace {

std::string to_line(const SolutionRow& row, const std::vector<std::string>& variables) {
  std::string line;
  for (std::size_t column = 0; column < row.size(); ++column)
    if (row[column]) line += "?" + variables[column] + "=" + rdf::to_ntriples(*row[column]) + " ";
  return line;
}

std::string to_text(const std::vector<std::string>& lines) {
  constexpr std::size_t most = 30;
  std::string text = "  (" + std::to_string(lines.size()) + " solutions)\n";
  for (std::size_t index = 0; index < std::min(most, lines.size()); ++index)
    text += "  " + lines[index] + "\n";
  return text;
}

}  // namespace

Answer answer(const algebra::Query& query, const store::QuadSource& source,
              const RequestOptions& options, Engine engine) {
  RequestOptions limited = options;
  limited.engine = engine;
  limited.deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(500);
  limited.maximum_held_solutions = 200'000;
  try {
    const auto stream = forms::select(query, source, limited);
    std::vector<std::string> lines;
    SolutionRow row;
    while (stream->next(row)) lines.push_back(to_line(row, stream->variables()));
    std::sort(lines.begin(), lines.end());
    return lines;
  } catch (const QueryCancelled&) {
    return std::nullopt;
  }
}

std::optional<std::string> difference(const Answer& expected, const Answer& actual) {
  if (!expected || !actual || *expected == *actual) return std::nullopt;
  return "expected\n" + to_text(*expected) + "but got\n" + to_text(*actual);
}

}  // namespace prosper::sparql::differential
