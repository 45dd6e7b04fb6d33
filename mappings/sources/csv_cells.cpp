// SPDX-License-Identifier: Apache-2.0
#include "mappings/sources/csv_cells.hpp"

#include <utility>

namespace prosper::mappings {

void CsvCells::end_cell() {
  cells_.push_back(std::move(cell_));
  cell_.clear();
  state_ = State::CellStart;
}

bool CsvCells::add_line(std::string_view line) {
  if (state_ == State::Quoted) cell_ += '\n';
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (state_ == State::Quoted) {
      if (c != '"') {
        cell_ += c;
      } else if (i + 1 == line.size()) {
        state_ = State::Bare;
      } else if (line[i + 1] == '"') {
        cell_ += '"';
        ++i;
      } else if (line[i + 1] == delimiter_) {
        state_ = State::Bare;
      } else {
        cell_ += '"';
      }
    } else if (c == delimiter_) {
      end_cell();
    } else if (c == '"' && state_ == State::CellStart) {
      state_ = State::Quoted;
    } else {
      state_ = State::Bare;
      cell_ += c;
    }
  }
  if (state_ == State::Quoted) return false;
  end_cell();
  return true;
}

}  // namespace prosper::mappings
