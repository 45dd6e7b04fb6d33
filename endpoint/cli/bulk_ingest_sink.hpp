// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <unordered_set>
#include <vector>

#include "endpoint/cli/ingest_sink.hpp"
#include "mappings/mapping.hpp"
#include "store/store.hpp"

namespace prosper::endpoint::cli {

/// Puts mapped notices into a store that has none yet, all at once in finish(); without it nothing
/// stays. What IngestSink would leave, many times faster: a notice that comes twice is left to it.
class BulkIngestSink final : public mappings::NoticeSink {
 public:
  explicit BulkIngestSink(store::Store& store, const store::BulkOptions& options = {});

  void notice(mappings::MappedNotice&& notice) override;
  void finish();

  const IngestCounts& counts() const { return counts_; }

 private:
  /// Graph, subject and language of labels of which one is preferred.
  using LabelKey = std::tuple<rdf::Term, rdf::Term, std::string>;

  void feed(const rdf::Quad& quad);
  void feed_labels();

  store::Store& store_;
  std::unique_ptr<store::Snapshot> before_;  ///< has the labels of the thesauri
  std::unique_ptr<store::BulkLoad> load_;
  rdf::AnyQuadSink* feed_;
  std::unordered_set<std::string> keys_;
  std::vector<mappings::MappedNotice> repeated_;
  std::map<LabelKey, std::set<rdf::Literal>> labels_;
  IngestCounts counts_;
};

}  // namespace prosper::endpoint::cli
