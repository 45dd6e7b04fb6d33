// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <unordered_map>

#include "store/store.hpp"

namespace prosper::store {
namespace {

/// Decodes terms, remembering the last subject and all predicates, which repeat.
class TermMemory {
 public:
  explicit TermMemory(const QuadSource& source) : source_(source) {}

  const rdf::Term& subject(TermId id) {
    if (!has_subject_ || id != subject_id_) {
      subject_ = source_.term(id);
      subject_id_ = id;
      has_subject_ = true;
    }
    return subject_;
  }

  const rdf::Term& predicate(TermId id) {
    if (predicates_.size() > limit) predicates_.clear();
    const auto known = predicates_.find(id);
    if (known != predicates_.end()) return known->second;
    return predicates_.emplace(id, source_.term(id)).first->second;
  }

 private:
  static constexpr std::size_t limit = 10'000;

  const QuadSource& source_;
  bool has_subject_ = false;
  TermId subject_id_;
  rdf::Term subject_;
  std::unordered_map<TermId, rdf::Term> predicates_;
};

void dump_graph(const QuadSource& source, TermId graph, TermMemory& memory, rdf::QuadSink& sink) {
  QuadPattern pattern;
  pattern.graph = GraphScope::one(graph);
  rdf::Quad quad;
  if (graph != default_graph) quad.graph = source.term(graph);
  const auto cursor = source.scan(pattern);
  QuadBatch batch;
  while (cursor->next(batch)) {
    for (std::size_t i = 0; i < batch.size(); ++i) {
      quad.subject = memory.subject(batch.subject[i]);
      quad.predicate = memory.predicate(batch.predicate[i]);
      quad.object = source.term(batch.object[i]);
      sink.quad(quad);
    }
  }
}

}  // namespace

void dump(const QuadSource& source, rdf::QuadSink& sink) {
  constexpr std::size_t graphs_at_a_time = 1000;
  TermMemory memory(source);
  dump_graph(source, default_graph, memory, sink);
  TermId last = default_graph;
  for (;;) {
    const auto graphs = source.graphs(last, graphs_at_a_time);
    if (graphs.empty()) return;
    for (const TermId graph : graphs) dump_graph(source, graph, memory, sink);
    last = graphs.back();
  }
}

}  // namespace prosper::store
