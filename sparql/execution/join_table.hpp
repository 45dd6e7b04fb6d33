// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "sparql/execution/operator.hpp"

namespace prosper::sparql::execution {

/// All rows of one input in memory, found by the variables it shares with other rows. Compatible
/// (§18.3) are rows that have the same value in every shared variable both bind; rows are grouped
/// by which of these they bind, and hashed on those that the other row binds too.
class JoinTable {
 public:
  /// `shared`: the places of the shared variables among the columns of the input, at most 64.
  JoinTable(Run& run, std::vector<std::size_t> shared);

  /// Takes all rows of `input`. Throws QueryCancelled when they are too many.
  void fill(Operator& input);

  /// Appends to `rows` the numbers of the compatible rows. `key`: the values of the shared
  /// variables. When `must_share` is not 0, only rows that bind one of these (bits) as the key
  /// does.
  void find(std::span<const store::TermId> key, std::uint64_t must_share,
            std::vector<std::uint32_t>& rows);

  store::TermId cell(std::size_t column, std::uint32_t row) const { return columns_[column][row]; }

  std::size_t size() const { return rows_; }

 private:
  /// A hash table in two arrays: the first row of a bucket, the row after each row.
  struct Index {
    std::uint64_t mask = 0;
    std::vector<std::uint32_t> heads;
    std::vector<std::uint32_t> nexts;
  };

  struct Group {
    std::uint64_t bound = 0;
    std::vector<std::uint32_t> rows;
    std::vector<std::unique_ptr<Index>> indexes;
  };

  Index& index_of(Group& group, std::uint64_t mask);
  std::uint64_t hash_row(std::uint32_t row, std::uint64_t mask) const;
  bool agrees(std::uint32_t row, std::span<const store::TermId> key, std::uint64_t mask) const;

  Run& run_;
  request::Held held_;
  std::vector<std::size_t> shared_;
  std::vector<std::vector<store::TermId>> columns_;
  std::size_t rows_ = 0;
  std::vector<Group> groups_;
};

/// The shared columns of two nodes, as places in each.
struct SharedColumns {
  std::vector<std::size_t> left;
  std::vector<std::size_t> right;
};

SharedColumns shared_columns(const optimizer::PlanNode& left, const optimizer::PlanNode& right);

}  // namespace prosper::sparql::execution
