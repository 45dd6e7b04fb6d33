// SPDX-License-Identifier: Apache-2.0
#include "vocabularies/thesauri/seeds.hpp"

#include "store/rdf/io/parser.hpp"
#include "vocabularies/terms/embedded_files.hpp"
#include "vocabularies/thesauri/embedded_files.hpp"

namespace prosper::vocabularies {
namespace {

constexpr std::string_view seed_folder = "seeds/";

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

void read_into(std::string_view text, std::string_view name, std::string_view public_base,
               std::string_view graph, rdf::QuadSink& sink) {
  IntoGraph target(std::string(public_base).append(graph), sink);
  rdf::ParseOptions options;
  options.source_name = name;
  options.base_iri = public_base;
  rdf::parse_rdf(text, rdf::RdfFormat::Turtle, options, target);
}

/// "seeds/T51.ttl" → "T51".
std::string_view thesaurus_code(std::string_view name) {
  name.remove_prefix(seed_folder.size());
  return name.substr(0, name.find('.'));
}

}  // namespace

void read_thesaurus_seeds(std::string_view public_base, rdf::QuadSink& sink) {
  for (const std::string_view name : thesauri::embedded_files())
    if (name.starts_with(seed_folder))
      read_into(thesauri::embedded_file(name).value(), name, public_base,
                std::string("graph/thesaurus/").append(thesaurus_code(name)), sink);
}

void read_ontologies(std::string_view public_base, rdf::QuadSink& sink) {
  for (const std::string_view name : ontologies::embedded_files())
    read_into(ontologies::embedded_file(name).value(), name, public_base, "graph/ontology", sink);
}

void read_datasets(std::string_view public_base, rdf::QuadSink& sink) {
  constexpr std::string_view name = "datasets.ttl";
  read_into(thesauri::embedded_file(name).value(), name, public_base, "graph/datasets", sink);
}

}  // namespace prosper::vocabularies
