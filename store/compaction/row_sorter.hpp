// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "store/blocks/row.hpp"
#include "store/load/spill_file.hpp"

namespace prosper::store {

/// Sorts rows that come in any sequence, in bounded memory: what is more goes to a nameless file,
/// as differences of neighbours, about 10 bytes a row. Throws std::system_error when the disk is
/// full.
class RowSorter {
 public:
  RowSorter(std::size_t memory, std::filesystem::path folder);
  ~RowSorter();

  void add(const Row& row);
  /// Ends adding.
  void finish();

  /// The lowest row not taken yet; null when there is none. Only after `finish`.
  const Row* peek() const { return place_ < rows_.size() ? &rows_[place_] : next_of_runs_; }

  /// Takes it.
  void take();

 private:
  class Run;

  void write_run();
  void find_next();

  std::size_t row_limit_;
  std::filesystem::path folder_;
  std::vector<Row> rows_;
  std::size_t place_ = 0;
  std::unique_ptr<SpillFile> file_;
  std::vector<std::uint64_t> ends_;
  std::vector<std::unique_ptr<Run>> runs_;  ///< a heap, the lowest row in front
  const Row* next_of_runs_ = nullptr;
};

}  // namespace prosper::store
