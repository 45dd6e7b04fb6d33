// SPDX-License-Identifier: Apache-2.0
#include "tests/endpoint/memory_store.hpp"

#include <algorithm>

#include "store/rdf/io/parser.hpp"

namespace prosper::endpoint {
namespace {

class MemoryTransaction final : public store::Transaction {
 public:
  explicit MemoryTransaction(MemoryStore& store) : store_(store), quads_(store.quads) {}

  std::uint64_t quad_count() const override { return quads_->size(); }

  std::uint64_t commit_number() const override { return 1; }

  std::optional<std::string> import_state(std::string_view key) const override {
    const auto found = store_.import_states.find(key);
    if (found == store_.import_states.end()) return std::nullopt;
    return found->second;
  }

  std::optional<store::TermId> find(const rdf::Term& term) const override {
    return quads_->find(term);
  }

  std::vector<rdf::Term> spellings(const rdf::Literal& literal) const override {
    return quads_->spellings(literal);
  }

  rdf::Term term(store::TermId id) const override { return quads_->term(id); }

  std::unique_ptr<store::QuadCursor> scan(const store::QuadPattern& pattern) const override {
    return quads_->scan(pattern);
  }

  std::uint64_t estimate(const store::QuadPattern& pattern) const override {
    return quads_->estimate(pattern);
  }

  std::vector<store::TermId> graphs(store::TermId after, std::size_t limit) const override {
    return quads_->graphs(after, limit);
  }

  bool insert(const rdf::Quad& quad) override { return quads_->insert(quad); }

  bool remove(const rdf::Quad& quad) override { return quads_->remove(quad); }

  store::GraphChange replace_graph(const rdf::Iri& graph,
                                   const std::vector<rdf::Triple>& triples) override {
    store::GraphChange change;
    const auto id = quads_->find(graph);
    for (const rdf::Quad& old : quads_of(id)) {
      const bool kept =
          std::find(triples.begin(), triples.end(), rdf::triple_of(old)) != triples.end();
      if (!kept && quads_->remove(old)) ++change.removed;
    }
    for (const rdf::Triple& triple : triples)
      if (quads_->insert({triple.subject, triple.predicate, triple.object, graph})) ++change.added;
    return change;
  }

  std::uint64_t clear(const store::GraphScope& scope) override {
    std::uint64_t count = 0;
    for (const rdf::Quad& quad : quads_of(scope))
      if (quads_->remove(quad)) ++count;
    return count;
  }

  void set_import_state(std::string_view key, std::string_view hash) override {
    store_.import_states[std::string(key)] = hash;
  }

  void commit() override { ++store_.commits; }

 private:
  std::vector<rdf::Quad> quads_of(const std::optional<store::TermId>& graph) const {
    return graph ? quads_of(store::GraphScope::one(*graph)) : std::vector<rdf::Quad>{};
  }

  std::vector<rdf::Quad> quads_of(const store::GraphScope& scope) const {
    std::vector<rdf::Quad> found;
    const auto cursor = quads_->scan({{}, {}, {}, scope});
    for (store::QuadBatch batch; cursor->next(batch);)
      for (std::size_t row = 0; row < batch.size(); ++row) {
        rdf::Quad quad{term(batch.subject[row]), term(batch.predicate[row]),
                       term(batch.object[row]), std::nullopt};
        if (batch.graph[row] != store::default_graph) quad.graph = term(batch.graph[row]);
        found.push_back(std::move(quad));
      }
    return found;
  }

  MemoryStore& store_;
  std::shared_ptr<store::MemoryQuadSource> quads_;
};

}  // namespace

void MemoryStore::add_trig(const std::string& text) {
  const std::string prefixes = "@prefix id: <" + base_ + "id/> . @prefix doc: <" + base_ +
                               "doc/> . @prefix voc: <" + base_ + "voc/> . @prefix g: <" + base_ +
                               "graph/> .\n"
                               "@prefix crm: <http://www.cidoc-crm.org/cidoc-crm/> .\n"
                               "@prefix pr: <https://w3id.org/prosper/ontology#> .\n"
                               "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
                               "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
                               "@prefix dcterms: <http://purl.org/dc/terms/> .\n"
                               "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n";
  rdf::parse_rdf(prefixes + text, rdf::RdfFormat::TriG, {base_, "test", ""}, *quads);
}

std::unique_ptr<store::Snapshot> MemoryStore::snapshot() {
  return std::make_unique<MemoryTransaction>(*this);
}

std::unique_ptr<store::Transaction> MemoryStore::begin() {
  if (refuse_writes) throw *refuse_writes;
  return std::make_unique<MemoryTransaction>(*this);
}

}  // namespace prosper::endpoint
