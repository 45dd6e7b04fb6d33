// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "store/ids/term_id.hpp"
#include "store/ids/term_tag.hpp"
#include "store/load/segment.hpp"

namespace prosper::store {

/// The terms of a whole load, numbered in their order: number order is id order.
class MergedTerms {
  /// Numbers whose ids go up by one, or that are looked up.
  struct Section {
    std::uint32_t begin;
    std::uint32_t end;
    TermId first_id;
    bool is_inline;
    std::size_t first_inline;
  };

 public:
  std::uint32_t size() const { return size_; }

  /// Adds the term behind all others. Throws std::length_error beyond 2^32 - 1 terms.
  void add(TermId id);

  /// Finds ids; fast for numbers near the one before. One thread at a time each.
  class Ids {
   public:
    explicit Ids(const MergedTerms& terms) : terms_(&terms) {}

    TermId operator()(std::uint32_t number) {
      if (section_ == nullptr || number < section_->begin || number >= section_->end) {
        section_ = &terms_->section_of(number);
      }
      const std::uint32_t place = number - section_->begin;
      return section_->is_inline ? TermId{terms_->inline_ids_[section_->first_inline + place]}
                                 : TermId{section_->first_id.bits + place};
    }

   private:
    const MergedTerms* terms_;
    const Section* section_ = nullptr;
  };

 private:
  const Section& section_of(std::uint32_t number) const;

  std::vector<Section> sections_;
  std::vector<std::uint64_t> inline_ids_;
  std::uint32_t size_ = 0;
};

/// For each segment: place of a term → its number in the load.
using TermPlaces = std::vector<std::vector<std::uint32_t>>;

/// Merges the terms of all segments. Those of the dictionary are handed to `append`, ascending and
/// each once, which gives them their ids; the segments' terms are freed at the end. Throws
/// std::length_error for more than 2^32 - 1 terms.
TermPlaces merge_terms(std::span<const std::unique_ptr<Segment>> segments,
                       const std::function<TermId(TermTag, std::string_view)>& append,
                       MergedTerms& merged);

}  // namespace prosper::store
