// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "store/load/chunked_vector.hpp"
#include "store/load/packed_quad.hpp"
#include "store/load/spill_file.hpp"
#include "store/load/term_collector.hpp"

namespace prosper::store {

/// A stretch of the input, done: its terms in order, each once, and its quads, whose terms are
/// places in that order. In memory or in a nameless file. Reading the terms comes before taking the
/// quads. One thread at a time.
class Segment {
 public:
  /// Sorts the terms; `quads` have the numbers that `terms` gave.
  Segment(std::unique_ptr<TermCollector> terms, ChunkedVector<PackedQuad> quads);

  /// Moves everything to the end of a file and frees the memory. Throws std::system_error.
  void spill(std::shared_ptr<SpillFile> file);

  std::size_t term_count() const { return term_count_; }

  std::size_t quad_count() const { return quad_count_; }

  std::size_t memory() const;

  /// The terms in the order of (tag, bytes).
  class TermCursor {
   public:
    explicit TermCursor(const Segment& segment);
    /// False at the end.
    bool next();

    TermTag tag() const { return tag_; }

    /// Valid until `next`.
    std::string_view bytes() const { return bytes_; }

   private:
    const Segment* segment_;
    std::optional<SpillReader> reader_;
    std::size_t place_ = 0;
    TermTag tag_ = TermTag::None;
    std::string_view bytes_;
  };

  /// Frees the terms.
  void release_terms();
  /// Hands out all quads, some thousands at a time, and frees them.
  void take_quads(const std::function<void(std::span<PackedQuad>)>& receive);

 private:
  std::size_t term_count_;
  std::size_t quad_count_;
  std::unique_ptr<TermCollector> terms_;
  std::vector<std::uint32_t> order_;
  ChunkedVector<PackedQuad> quads_;
  std::shared_ptr<SpillFile> file_;
  // Places in the file: terms, then quads.
  std::uint64_t terms_begin_ = 0;
  std::uint64_t quads_begin_ = 0;
  std::uint64_t quads_end_ = 0;
};

}  // namespace prosper::store
