// SPDX-License-Identifier: Apache-2.0
#include "store/stored_quads_feed.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "store/load/term_encoder.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::store {
namespace {

constexpr std::size_t batch_quads = std::size_t{1} << 16U;

using QuadBits = std::array<TermId, 4>;

/// Interns the terms of a batch once each and adds its quads.
class BatchFeed {
 public:
  BatchFeed(const Dictionary& dictionary, Feed& feed) : dictionary_(dictionary), feed_(feed) {}

  void add(const std::vector<QuadBits>& quads) {
    feed_.make_room();
    ids_.clear();
    for (const QuadBits& quad : quads) ids_.insert(ids_.end(), quad.begin(), quad.end());
    std::sort(ids_.begin(), ids_.end());
    ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
    intern_all();
    for (const QuadBits& quad : quads) {
      feed_.add({number(quad[0]), number(quad[1]), number(quad[2]), number(quad[3])});
    }
  }

 private:
  void intern_all() {
    numbers_.assign(ids_.size(), 0);
    stored_.clear();
    places_.clear();
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      if (is_in_dictionary(ids_[i])) {
        stored_.push_back(ids_[i]);
        places_.push_back(i);
      } else {
        numbers_[i] = feed_.intern(encoder_.encode(ids_[i]));
      }
    }
    std::size_t found = 0;
    dictionary_.decode(stored_, [&](std::size_t place, std::string_view bytes) {
      numbers_[places_[place]] = feed_.intern({tag_of(stored_[place]), bytes});
      ++found;
    });
    if (found != stored_.size()) {
      throw StoreError(StoreError::Kind::Damaged,
                       "a stored quad has a term that is not in the dictionary");
    }
  }

  std::uint32_t number(TermId id) const {
    const auto place = std::lower_bound(ids_.begin(), ids_.end(), id);
    return numbers_[static_cast<std::size_t>(place - ids_.begin())];
  }

  const Dictionary& dictionary_;
  Feed& feed_;
  TermEncoder encoder_{""};
  std::vector<TermId> ids_;
  std::vector<std::uint32_t> numbers_;  ///< by place in `ids_`
  std::vector<TermId> stored_;
  std::vector<std::size_t> places_;
};

}  // namespace

std::uint64_t feed_stored_quads(const StoreSnapshot& snapshot, Feed& feed) {
  BatchFeed batches(snapshot.reader().dictionary(), feed);
  std::vector<QuadBits> quads;
  quads.reserve(batch_quads + QuadCursor::batch_rows);
  std::uint64_t count = 0;
  const auto cursor = snapshot.scan({});
  QuadBatch batch;
  for (bool more = true; more;) {
    more = cursor->next(batch);
    for (std::size_t i = 0; more && i < batch.size(); ++i) {
      quads.push_back({batch.subject[i], batch.predicate[i], batch.object[i], batch.graph[i]});
    }
    if (quads.empty() || (more && quads.size() < batch_quads)) continue;
    batches.add(quads);
    count += quads.size();
    quads.clear();
  }
  return count;
}

}  // namespace prosper::store
