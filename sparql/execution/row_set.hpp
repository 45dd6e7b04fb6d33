// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sparql/execution/batch.hpp"
#include "sparql/request/limits.hpp"

namespace prosper::sparql::execution {

/// Different rows of one width, numbered as they come.
class RowSet {
 public:
  RowSet(std::size_t width, request::Limits& limits) : width_(width), held_(limits) {}

  struct Place {
    std::size_t number;
    bool is_new;
  };

  Place insert(std::span<const store::TermId> row);

  std::span<const store::TermId> row(std::size_t number) const {
    return std::span(cells_).subspan(number * width_, width_);
  }

  std::size_t size() const { return size_; }

 private:
  std::uint64_t hash(std::span<const store::TermId> row) const;
  void grow();

  std::size_t width_;
  request::Held held_;
  std::vector<store::TermId> cells_;
  std::size_t size_ = 0;
  /// Row numbers plus one; 0 is free.
  std::vector<std::uint32_t> buckets_;
};

}  // namespace prosper::sparql::execution
