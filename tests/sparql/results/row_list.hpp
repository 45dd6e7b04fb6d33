// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "sparql/results/result_writer.hpp"

namespace prosper::sparql {

/// Rows from memory.
class RowList final : public SolutionStream {
 public:
  RowList(std::vector<std::string> variables, std::vector<SolutionRow> rows)
      : variables_(std::move(variables)), rows_(std::move(rows)) {}

  const std::vector<std::string>& variables() const override { return variables_; }

  bool next(SolutionRow& row) override {
    if (next_ == rows_.size()) return false;
    row = rows_[next_++];
    row.resize(variables_.size());
    return true;
  }

 private:
  std::vector<std::string> variables_;
  std::vector<SolutionRow> rows_;
  std::size_t next_ = 0;
};

inline std::string written(std::vector<std::string> variables, std::vector<SolutionRow> rows,
                           ResultFormat format) {
  RowList solutions(std::move(variables), std::move(rows));
  rdf::StringSink text;
  write_solutions(solutions, format, text);
  return text.text();
}

}  // namespace prosper::sparql
