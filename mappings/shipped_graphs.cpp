// SPDX-License-Identifier: Apache-2.0
#include "mappings/shipped_graphs.hpp"

#include <map>
#include <set>
#include <utility>

#include "mappings/functions/text.hpp"
#include "store/rdf/assert.hpp"
#include "store/rdf/quad_sink.hpp"
#include "vocabularies/thesauri/seeds.hpp"

namespace prosper::mappings {
namespace {

class ByGraph final : public rdf::QuadSink {
 public:
  void quad(const rdf::Quad& quad) override {
    PROSPER_ASSERT(!rdf::is_blank(quad.subject) && !rdf::is_blank(quad.object));
    graphs[std::get<rdf::Iri>(quad.graph.value())].insert(rdf::triple_of(quad));
  }

  std::map<rdf::Iri, std::set<rdf::Triple>> graphs;
};

std::string hash_of(const std::set<rdf::Triple>& triples) {
  std::string text;
  for (const rdf::Triple& triple : triples) {
    for (const rdf::Term* term : {&triple.subject, &triple.predicate, &triple.object}) {
      rdf::append_ntriples(text, *term);
      text += ' ';
    }
    text += ".\n";
  }
  return sha256_hex(text);
}

}  // namespace

std::vector<ShippedGraph> shipped_graphs(std::string_view public_base) {
  ByGraph sorted;
  vocabularies::read_ontologies(public_base, sorted);
  vocabularies::read_thesaurus_seeds(public_base, sorted);
  vocabularies::read_datasets(public_base, sorted);
  std::vector<ShippedGraph> shipped;
  for (const auto& [graph, triples] : sorted.graphs)
    shipped.push_back({graph.value.substr(public_base.size()),
                       graph,
                       hash_of(triples),
                       {triples.begin(), triples.end()}});
  return shipped;
}

}  // namespace prosper::mappings
