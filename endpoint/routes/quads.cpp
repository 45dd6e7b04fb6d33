// SPDX-License-Identifier: Apache-2.0
#include "endpoint/routes/quads.hpp"

#include <unordered_map>

namespace prosper::endpoint {
namespace {

/// Terms by id, so that the many repetitions in a graph are read once. Forgets all when it has
/// grown.
class TermCache {
 public:
  explicit TermCache(const store::QuadSource& source) : source_(source) {}

  const rdf::Term& term(store::TermId id) {
    constexpr std::size_t limit = 4096;
    if (const auto found = terms_.find(id); found != terms_.end()) return found->second;
    if (terms_.size() >= limit) terms_.clear();
    return terms_.emplace(id, source_.term(id)).first->second;
  }

  rdf::Quad quad(const store::QuadBatch& batch, std::size_t row) {
    rdf::Quad quad;
    quad.subject = term(batch.subject[row]);
    quad.predicate = term(batch.predicate[row]);
    quad.object = term(batch.object[row]);
    if (batch.graph[row] != store::default_graph) quad.graph = term(batch.graph[row]);
    return quad;
  }

 private:
  const store::QuadSource& source_;
  std::unordered_map<store::TermId, rdf::Term> terms_;
};

void check_deadline(const sparql::RequestOptions& options) {
  if (options.cancelled != nullptr && options.cancelled->load())
    throw sparql::QueryCancelled("the client has left");
  if (options.deadline && std::chrono::steady_clock::now() > *options.deadline)
    throw sparql::QueryCancelled("the request took longer than it may");
}

}  // namespace

bool has_quads(const store::QuadSource& source, const store::GraphScope& scope) {
  store::QuadBatch batch;
  return source.scan({{}, {}, {}, scope})->next(batch);
}

void copy_quads(const store::QuadSource& source, const store::QuadPattern& pattern,
                const sparql::RequestOptions& options, rdf::QuadSink& sink) {
  TermCache terms(source);
  const auto cursor = source.scan(pattern);
  for (store::QuadBatch batch; cursor->next(batch);) {
    check_deadline(options);
    for (std::size_t row = 0; row < batch.size(); ++row) sink.quad(terms.quad(batch, row));
  }
}

std::vector<rdf::Quad> read_quads(const store::QuadSource& source,
                                  const store::QuadPattern& pattern, std::size_t limit) {
  std::vector<rdf::Quad> quads;
  TermCache terms(source);
  const auto cursor = source.scan(pattern);
  for (store::QuadBatch batch; quads.size() < limit && cursor->next(batch);)
    for (std::size_t row = 0; row < batch.size() && quads.size() < limit; ++row)
      quads.push_back(terms.quad(batch, row));
  return quads;
}

}  // namespace prosper::endpoint
