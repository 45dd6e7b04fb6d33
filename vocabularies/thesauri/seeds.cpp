// SPDX-License-Identifier: Apache-2.0
#include "vocabularies/thesauri/seeds.hpp"

#include "store/rdf/io/parser.hpp"
#include "vocabularies/terms/embedded_files.hpp"
#include "vocabularies/thesauri/embedded_files.hpp"

namespace prosper::vocabularies {
namespace {

/// Puts every triple of a document into one graph.
class IntoGraph final : public rdf::QuadSink {
 public:
  IntoGraph(std::string graph, rdf::QuadSink& sink)
      : graph_(rdf::Iri{std::move(graph)}), sink_(sink) {}

  void quad(const rdf::Quad& quad) override {
    sink_.quad({quad.subject, quad.predicate, quad.object, graph_});
  }

 private:
  rdf::Term graph_;
  rdf::QuadSink& sink_;
};

void read_into(std::string_view text, std::string_view name, std::string graph,
               rdf::QuadSink& sink) {
  IntoGraph target(std::move(graph), sink);
  rdf::ParseOptions options;
  options.source_name = name;
  rdf::parse_rdf(text, rdf::RdfFormat::Turtle, options, target);
}

/// "seeds/T51.ttl" → "T51".
std::string_view thesaurus_code(std::string_view name) {
  name.remove_prefix(name.find_last_of('/') + 1);
  return name.substr(0, name.find('.'));
}

}  // namespace

void read_thesaurus_seeds(std::string_view public_base, rdf::QuadSink& sink) {
  for (const std::string_view name : thesauri::embedded_files()) {
    std::string graph(public_base);
    graph.append("graph/thesaurus/").append(thesaurus_code(name));
    read_into(thesauri::embedded_file(name).value(), name, std::move(graph), sink);
  }
}

void read_ontologies(std::string_view public_base, rdf::QuadSink& sink) {
  const std::string graph = std::string(public_base) + "graph/ontology";
  for (const std::string_view name : ontologies::embedded_files())
    read_into(ontologies::embedded_file(name).value(), name, graph, sink);
}

}  // namespace prosper::vocabularies
