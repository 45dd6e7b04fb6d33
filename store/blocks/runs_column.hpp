// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "store/blocks/column_payload.hpp"

namespace prosper::store {

/// Equal values in succession: the number of runs (2 bytes), their values less the minimum, packed,
/// and the row each ends before, packed.
class RunsColumn {
 public:
  bool open(const ColumnPayload& payload);

  std::uint64_t at(std::size_t row) const { return value(run_of(row)); }

  void decode(std::size_t from, std::size_t count, std::uint64_t* out) const;

 private:
  std::size_t end(std::size_t run) const { return unpack_one(ends_, run, end_width_); }

  std::uint64_t value(std::size_t run) const { return min_ + unpack_one(values_, run, width_); }

  std::size_t run_of(std::size_t row) const;

  const std::uint8_t* values_ = nullptr;
  const std::uint8_t* ends_ = nullptr;
  std::uint64_t min_ = 0;
  std::size_t runs_ = 0;
  unsigned width_ = 0;
  unsigned end_width_ = 0;
};

std::size_t runs_bytes(std::size_t runs, std::size_t rows, unsigned width);
void encode_runs(std::span<const std::uint64_t> values, std::uint64_t base, unsigned width,
                 std::string& bytes);

}  // namespace prosper::store
