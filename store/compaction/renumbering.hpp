// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "store/ids/term_tag.hpp"

namespace prosper::store {

/// What becomes of ids when late terms get places among the ordered ones. Between ordered and
/// inline ids the order stays. 4 bytes an ordered term, 16 a late one.
class Renumbering {
 public:
  /// Room for as many.
  void reserve_ordered(TermTag tag, std::uint64_t greatest_number);
  void reserve_late(std::uint64_t terms);
  /// Ordered ids of a tag come ascending, late ones in any sequence. Throws std::length_error when
  /// a tag has more than 2^32 - 1 terms.
  void add(TermId from, TermId to);
  /// After the last `add`, before the first `find`.
  void finish();

  /// The new id; one without a meaning stays without: `default_graph` for a term that is not there.
  TermId find(TermId id) const;

  std::uint64_t terms() const { return terms_; }

  std::uint64_t late_terms() const { return late_.size(); }

  /// Whether a late id can lie between two ids.
  bool may_have_late(TermId low, TermId high) const;

 private:
  std::uint64_t terms_ = 0;
  /// By tag and old number; 0: not there.
  std::array<std::vector<std::uint32_t>, tag_count> ordered_;
  std::vector<std::pair<TermId, TermId>> late_;
};

}  // namespace prosper::store
