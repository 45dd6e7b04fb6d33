// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "store/load/segment.hpp"
#include "store/load/term_encoder.hpp"
#include "store/rdf/quad_view.hpp"

namespace prosper::store {

/// Where one thread puts quads of a bulk load. Collects them in a segment until its memory is used
/// up, then puts the segment on disk and begins the next. Throws std::system_error when the disk is
/// full. One thread at a time.
class Feed final : public rdf::AnyQuadSink {
 public:
  Feed(std::string public_base, std::size_t memory, const std::filesystem::path& folder);

  void quad(const rdf::Quad& quad) override { view(rdf::to_view(quad)); }

  void view(const rdf::QuadView& quad) override;

  /// For quads that come as ids: numbers of terms stay valid until the next `make_room`.
  void make_room();

  std::uint32_t intern(const EncodedTerm& term) { return terms_->intern(term.tag, term.bytes); }

  void add(const PackedQuad& quad) { quads_.push_back(quad); }

  /// Quads taken so far.
  std::uint64_t count() const { return closed_quads_ + quads_.size(); }

  /// Ends feeding; the last segment stays in memory.
  std::vector<std::unique_ptr<Segment>> finish();

 private:
  void close_segment();

  TermEncoder encoder_;
  std::size_t memory_;
  std::filesystem::path folder_;
  std::unique_ptr<TermCollector> terms_;
  ChunkedVector<PackedQuad> quads_;
  std::uint64_t closed_quads_ = 0;
  bool has_last_ = false;
  PackedQuad last_{};
  std::shared_ptr<SpillFile> file_;  ///< of all segments on disk
  std::vector<std::unique_ptr<Segment>> segments_;
};

}  // namespace prosper::store
