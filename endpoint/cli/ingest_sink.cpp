// SPDX-License-Identifier: Apache-2.0
#include "endpoint/cli/ingest_sink.hpp"

#include "vocabularies/terms/skos.hpp"

namespace prosper::endpoint::cli {
namespace {

constexpr std::uint64_t batch_notices = 2000;

bool is_preferred_label(const rdf::Quad& quad) {
  const auto* predicate = std::get_if<rdf::Iri>(&quad.predicate);
  return predicate != nullptr && predicate->value == vocabularies::skos::pref_label &&
         rdf::is_literal(quad.object) && quad.graph.has_value();
}

}  // namespace

bool IngestSink::is_unchanged(const mappings::MappedNotice& notice) const {
  if (remap_ || transaction_->import_state(notice.key) != notice.hash) return false;
  // The graph may have been dropped since; then the notice comes back.
  const auto graph = transaction_->find(notice.graph);
  if (!graph) return notice.triples.empty();
  store::QuadBatch batch;
  return transaction_->scan({{}, {}, {}, store::GraphScope::one(*graph)})->next(batch);
}

void IngestSink::count(const store::GraphChange& change) {
  counts_.quads_added += change.added;
  counts_.quads_removed += change.removed;
}

void IngestSink::write(const mappings::MappedNotice& notice) {
  const bool is_known = transaction_->import_state(notice.key).has_value();
  count(transaction_->replace_graph(notice.graph, notice.triples));
  for (const rdf::Quad& quad : notice.shared) {
    if (is_preferred_label(quad)) {
      labels_.add(quad);
    } else if (transaction_->insert(quad)) {
      ++counts_.quads_added;
    }
  }
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
  if (transaction_) {
    count(labels_.write(*transaction_));
    transaction_->commit();
  }
  transaction_.reset();
  in_batch_ = 0;
}

}  // namespace prosper::endpoint::cli
