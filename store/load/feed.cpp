// SPDX-License-Identifier: Apache-2.0
#include "store/load/feed.hpp"

#include <utility>

namespace prosper::store {

Feed::Feed(std::string public_base, std::size_t memory, const std::filesystem::path& folder)
    : encoder_(std::move(public_base)),
      memory_(memory),
      folder_(folder),
      terms_(std::make_unique<TermCollector>()) {}

void Feed::view(const rdf::QuadView& quad) {
  make_room();
  if (!has_last_ || !quad.same_subject) last_[0] = intern(encoder_.encode(quad.subject));
  if (!has_last_ || !quad.same_predicate) last_[1] = intern(encoder_.encode(quad.predicate));
  last_[2] = intern(encoder_.encode(quad.object));
  if (!has_last_ || !quad.same_graph) {
    last_[3] =
        intern(quad.has_graph ? encoder_.encode(quad.graph) : encoder_.encode(default_graph));
  }
  has_last_ = true;
  quads_.push_back(last_);
}

void Feed::make_room() {
  if (terms_->memory() + quads_.memory() <= memory_ || quads_.size() == 0) return;
  close_segment();
  if (!file_) file_ = std::make_shared<SpillFile>(folder_);
  segments_.back()->spill(file_);
  terms_ = std::make_unique<TermCollector>();
  has_last_ = false;
}

void Feed::close_segment() {
  closed_quads_ += quads_.size();
  segments_.push_back(std::make_unique<Segment>(std::move(terms_), std::exchange(quads_, {})));
}

std::vector<std::unique_ptr<Segment>> Feed::finish() {
  if (quads_.size() > 0) close_segment();
  return std::move(segments_);
}

}  // namespace prosper::store
