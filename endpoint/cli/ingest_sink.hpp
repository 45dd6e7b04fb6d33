// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>

#include "endpoint/cli/concept_labels.hpp"
#include "mappings/mapping.hpp"
#include "store/store.hpp"

namespace prosper::endpoint::cli {

struct IngestCounts {
  std::uint64_t added = 0;
  std::uint64_t changed = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t quads_added = 0;
  std::uint64_t quads_removed = 0;
};

/// Puts mapped notices into a store: each replaces its own graph, writing only the difference; a
/// notice whose hash the store knows is skipped; shared nodes are added once and never removed,
/// but for labels of concepts, which may step back to alternative ones (concept_labels.hpp).
/// Commits every 2,000 notices and in finish(); without it the last batch is dropped.
class IngestSink final : public mappings::NoticeSink {
 public:
  /// `remap`: write notices the store knows unchanged, too.
  IngestSink(store::Store& store, bool remap) : store_(store), remap_(remap) {}

  void notice(mappings::MappedNotice&& notice) override;
  void finish();

  const IngestCounts& counts() const { return counts_; }

 private:
  bool is_unchanged(const mappings::MappedNotice& notice) const;
  void count(const store::GraphChange& change);
  void write(const mappings::MappedNotice& notice);

  store::Store& store_;
  bool remap_;
  std::unique_ptr<store::Transaction> transaction_;
  ConceptLabels labels_;
  std::uint64_t in_batch_ = 0;
  IngestCounts counts_;
};

}  // namespace prosper::endpoint::cli
