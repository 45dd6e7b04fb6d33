// SPDX-License-Identifier: Apache-2.0
#include "store/load/term_merge.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <string>

#include "store/rdf/assert.hpp"

namespace prosper::store {
namespace {

/// A segment with a term waiting.
struct Source {
  Segment::TermCursor cursor;
  std::size_t segment;
};

bool is_behind(const Source* left, const Source* right) {
  const TermTag left_tag = left->cursor.tag();
  const TermTag right_tag = right->cursor.tag();
  if (left_tag != right_tag) return left_tag > right_tag;
  return left->cursor.bytes() > right->cursor.bytes();
}

bool is_dictionary_tag(TermTag tag) {
  return is_in_dictionary(make_id(tag, 0));
}

TermId inline_id(std::string_view bytes) {
  PROSPER_ASSERT(bytes.empty() || bytes.size() == sizeof(std::uint64_t));
  std::uint64_t bits = 0;
  for (const char byte : bytes) bits = (bits << 8U) | static_cast<unsigned char>(byte);
  return TermId{bits};
}

}  // namespace

void MergedTerms::add(TermId id) {
  if (size_ == std::numeric_limits<std::uint32_t>::max()) {
    throw std::length_error("more than 4,294,967,295 different terms in one load");
  }
  const bool is_inline = !is_in_dictionary(id);
  const bool continues =
      !sections_.empty() && sections_.back().is_inline == is_inline &&
      (is_inline || id.bits == sections_.back().first_id.bits + (size_ - sections_.back().begin));
  if (!continues) sections_.push_back({size_, size_, id, is_inline, inline_ids_.size()});
  if (is_inline) inline_ids_.push_back(id.bits);
  sections_.back().end = ++size_;
}

const MergedTerms::Section& MergedTerms::section_of(std::uint32_t number) const {
  const auto section =
      std::upper_bound(sections_.begin(), sections_.end(), number,
                       [](std::uint32_t wanted, const Section& at) { return wanted < at.end; });
  PROSPER_ASSERT(section != sections_.end());
  return *section;
}

TermPlaces merge_terms(std::span<const std::unique_ptr<Segment>> segments,
                       const std::function<TermId(TermTag, std::string_view)>& append,
                       MergedTerms& merged) {
  TermPlaces places(segments.size());
  std::vector<Source> sources;
  sources.reserve(segments.size());
  std::vector<Source*> heap;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    places[i].reserve(segments[i]->term_count());
    sources.push_back({Segment::TermCursor(*segments[i]), i});
    if (sources.back().cursor.next()) heap.push_back(&sources.back());
  }
  std::make_heap(heap.begin(), heap.end(), is_behind);
  TermTag last_tag = TermTag::None;
  std::string last_bytes;
  while (!heap.empty()) {
    std::pop_heap(heap.begin(), heap.end(), is_behind);
    Source& source = *heap.back();
    const TermTag tag = source.cursor.tag();
    const std::string_view bytes = source.cursor.bytes();
    if (merged.size() == 0 || tag != last_tag || bytes != last_bytes) {
      merged.add(is_dictionary_tag(tag) ? append(tag, bytes) : inline_id(bytes));
      last_tag = tag;
      last_bytes = bytes;
    }
    places[source.segment].push_back(merged.size() - 1);
    if (source.cursor.next()) {
      std::push_heap(heap.begin(), heap.end(), is_behind);
    } else {
      heap.pop_back();
    }
  }
  for (const auto& segment : segments) segment->release_terms();
  return places;
}

}  // namespace prosper::store
