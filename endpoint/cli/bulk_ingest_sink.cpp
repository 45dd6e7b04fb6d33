// SPDX-License-Identifier: Apache-2.0
#include "endpoint/cli/bulk_ingest_sink.hpp"

#include <optional>
#include <utility>

#include "vocabularies/terms/skos.hpp"

namespace prosper::endpoint::cli {
namespace {

namespace skos = vocabularies::skos;

/// The greatest skos:prefLabel of a subject in a language.
std::optional<rdf::Literal> stored_label(const store::Snapshot& snapshot, const rdf::Term& subject,
                                         const std::string& language) {
  const auto subject_id = snapshot.find(subject);
  const auto predicate_id = snapshot.find(rdf::Iri{std::string(skos::pref_label)});
  if (!subject_id || !predicate_id) return std::nullopt;
  std::optional<rdf::Literal> greatest;
  const auto cursor = snapshot.scan({subject_id, predicate_id, {}, store::GraphScope::all()});
  for (store::QuadBatch batch; cursor->next(batch);) {
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const rdf::Term object = snapshot.term(batch.object[i]);
      const auto* label = std::get_if<rdf::Literal>(&object);
      if (label == nullptr || label->language != language) continue;
      if (!greatest || *greatest < *label) greatest = *label;
    }
  }
  return greatest;
}

}  // namespace

BulkIngestSink::BulkIngestSink(store::Store& store, const store::BulkOptions& options)
    : store_(store), load_(store.begin_bulk(options)), feed_(load_->feeds().front()) {
  before_ = store.snapshot();
}

void BulkIngestSink::feed(const rdf::Quad& quad) {
  const auto* label = std::get_if<rdf::Literal>(&quad.object);
  const auto* predicate = std::get_if<rdf::Iri>(&quad.predicate);
  const bool is_preferred_label = label != nullptr && predicate != nullptr && quad.graph &&
                                  predicate->value == skos::pref_label;
  if (is_preferred_label) {
    labels_[{*quad.graph, quad.subject, label->language}].insert(*label);
  } else {
    feed_->quad(quad);
  }
}

void BulkIngestSink::notice(mappings::MappedNotice&& notice) {
  if (!keys_.insert(notice.key).second) {
    repeated_.push_back(std::move(notice));
    return;
  }
  const rdf::Term graph = notice.graph;
  rdf::QuadView quad;
  quad.has_graph = true;
  quad.graph = rdf::to_view(graph);
  for (const rdf::Triple& triple : notice.triples) {
    quad.subject = rdf::to_view(triple.subject);
    quad.predicate = rdf::to_view(triple.predicate);
    quad.object = rdf::to_view(triple.object);
    feed_->view(quad);
    quad.same_graph = true;
  }
  for (const rdf::Quad& shared : notice.shared) feed(shared);
  load_->set_import_state(notice.key, notice.hash);
  ++counts_.added;
}

void BulkIngestSink::feed_labels() {
  for (const auto& [key, forms] : labels_) {
    const auto& [graph, subject, language] = key;
    const auto of_thesaurus = stored_label(*before_, subject, language);
    const rdf::Literal preferred = of_thesaurus.value_or(*forms.rbegin());
    for (const rdf::Literal& form : forms) {
      if (form == preferred) continue;
      feed_->quad({subject, rdf::Iri{std::string(skos::alt_label)}, form, graph});
    }
    if (!of_thesaurus) {
      feed_->quad({subject, rdf::Iri{std::string(skos::pref_label)}, preferred, graph});
    }
  }
  labels_.clear();
}

void BulkIngestSink::finish() {
  feed_labels();
  before_.reset();
  counts_.quads_added = load_->commit().added;
  load_.reset();
  keys_.clear();
  IngestSink again(store_, false);
  for (mappings::MappedNotice& notice : repeated_) again.notice(std::move(notice));
  again.finish();
  repeated_.clear();
  counts_.changed += again.counts().changed;
  counts_.unchanged += again.counts().unchanged;
  counts_.quads_added += again.counts().quads_added;
  counts_.quads_removed += again.counts().quads_removed;
}

}  // namespace prosper::endpoint::cli
