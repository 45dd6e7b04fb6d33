// SPDX-License-Identifier: Apache-2.0
#include "endpoint/cli/ingest_sink.hpp"

namespace prosper::endpoint::cli {
namespace {

constexpr std::uint64_t batch_notices = 2000;

}  // namespace

bool IngestSink::is_unchanged(const mappings::MappedNotice& notice) const {
  if (remap_ || transaction_->import_state(notice.key) != notice.hash) return false;
  // The graph may have been dropped since; then the notice comes back.
  const auto graph = transaction_->find(notice.graph);
  if (!graph) return notice.triples.empty();
  store::QuadBatch batch;
  return transaction_->scan({{}, {}, {}, store::GraphScope::one(*graph)})->next(batch);
}

void IngestSink::write(const mappings::MappedNotice& notice) {
  const bool is_known = transaction_->import_state(notice.key).has_value();
  const store::GraphChange change = transaction_->replace_graph(notice.graph, notice.triples);
  counts_.quads_added += change.added;
  counts_.quads_removed += change.removed;
  for (const rdf::Quad& quad : notice.shared)
    if (transaction_->insert(quad)) ++counts_.quads_added;
  transaction_->set_import_state(notice.key, notice.hash);
  ++(is_known ? counts_.changed : counts_.added);
}

void IngestSink::notice(mappings::MappedNotice&& notice) {
  if (!transaction_) transaction_ = store_.begin();
  if (is_unchanged(notice)) {
    ++counts_.unchanged;
    return;
  }
  write(notice);
  if (++in_batch_ == batch_notices) finish();
}

void IngestSink::finish() {
  if (transaction_) transaction_->commit();
  transaction_.reset();
  in_batch_ = 0;
}

}  // namespace prosper::endpoint::cli
