// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace prosper::sparql::grammar {

/// What the grammar wanted at the farthest place it could not get past: the source of "expected …".
/// Every token parser reports here; `expecting` sums up what a whole production wanted.
class Failures {
 public:
  explicit Failures(const char* begin) : farthest_(begin) {}

  void expect(const char* place, const char* what) {
    if (place < farthest_) return;
    if (place > farthest_) forget(place);
    expected_.push_back(what);
  }

  /// To be given to `sum_up` when a production that starts at `place` has failed.
  std::size_t mark(const char* place) const { return place == farthest_ ? expected_.size() : 0; }

  void sum_up(const char* place, std::size_t mark, const char* what) {
    if (place < farthest_) return;
    if (place > farthest_) forget(place);
    if (mark < expected_.size()) expected_.resize(mark);
    expected_.push_back(what);
  }

  const char* farthest() const { return farthest_; }

  /// "expected A, B or C, found …". `end` is the end of the text.
  std::string message(const char* end, const std::string& kind) const;

 private:
  void forget(const char* place) {
    farthest_ = place;
    expected_.clear();
  }

  const char* farthest_;
  std::vector<const char*> expected_;
};

}  // namespace prosper::sparql::grammar
