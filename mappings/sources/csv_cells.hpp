// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace prosper::mappings {

/// Cuts one record into cells, fed line by line since a quoted cell may hold line breaks.
///
/// A quote opens a quoted cell only at the cell's beginning; inside, a quote that is followed by
/// neither another quote, the delimiter nor the line's end is text (exports forget to double them).
class CsvCells {
 public:
  explicit CsvCells(char delimiter) : delimiter_(delimiter) {}

  /// True when the record is complete after this line.
  bool add_line(std::string_view line);

  const std::vector<std::string>& cells() const { return cells_; }

  std::vector<std::string> take() { return std::move(cells_); }

 private:
  enum class State { CellStart, Bare, Quoted };

  void end_cell();

  char delimiter_;
  State state_ = State::CellStart;
  std::string cell_;
  std::vector<std::string> cells_;
};

}  // namespace prosper::mappings
