// SPDX-License-Identifier: Apache-2.0
#include "endpoint/pages/references.hpp"

#include <set>

#include "endpoint/pages/links.hpp"

namespace prosper::endpoint::pages {
namespace {

constexpr std::size_t maximum_references = 50;
/// A node of one notice may be pointed at many times; stop looking after this many quads.
constexpr std::size_t maximum_quads = 20'000;

std::string iri_of(const store::QuadSource& source, store::TermId id) {
  if (id == store::default_graph) return {};
  const rdf::Term term = source.term(id);
  const auto* iri = std::get_if<rdf::Iri>(&term);
  return iri == nullptr ? std::string() : iri->value;
}

/// The thing a quad speaks for: that of the notice whose graph it stands in, or its subject.
std::string speaker(const Frame& frame, const store::QuadSource& source,
                    const store::QuadBatch& batch, std::size_t row) {
  const std::string documents = frame.base + "doc/";
  const std::string graph = iri_of(source, batch.graph[row]);
  if (graph.starts_with(documents)) return frame.base + "id/" + graph.substr(documents.size());
  return iri_of(source, batch.subject[row]);
}

}  // namespace

References references_to(const Frame& frame, const store::QuadSource& source, Labels& labels,
                         const std::string& iri) {
  References references;
  const auto node = source.find(rdf::Iri{iri});
  if (!node) return references;
  std::set<std::string> seen{iri, std::string()};
  std::size_t looked_at = 0;
  const auto cursor = source.scan({{}, {}, *node, store::GraphScope::all()});
  for (store::QuadBatch batch; looked_at < maximum_quads && cursor->next(batch);)
    for (std::size_t row = 0; row < batch.size(); ++row, ++looked_at) {
      const std::string thing = speaker(frame, source, batch, row);
      if (!seen.insert(thing).second) continue;
      if (references.values.size() == maximum_references) {
        references.cut = true;
        return references;
      }
      references.values.push_back({labels.label(thing), link_to(frame, thing),
                                   labels.label(iri_of(source, batch.predicate[row]))});
    }
  references.cut = looked_at >= maximum_quads;
  return references;
}

}  // namespace prosper::endpoint::pages
