// SPDX-License-Identifier: Apache-2.0
#include "endpoint/routes/etag.hpp"
#include "endpoint/routes/formats.hpp"
#include "endpoint/routes/routes.hpp"
#include "store/rdf/io/serializer.hpp"
#include "vocabularies/terms/rdf.hpp"

namespace prosper::endpoint {
namespace {

const std::string sd = "http://www.w3.org/ns/sparql-service-description#";
const std::string formats = "http://www.w3.org/ns/formats/";

/// The description as statements about the service, its dataset and its default graph
/// (SPARQL 1.1 Service Description §3). Named graphs are not listed: there may be millions.
class Describer {
 public:
  Describer(rdf::QuadSink& sink, std::string service) : sink_(sink), service_(std::move(service)) {}

  void describe(bool union_default_graph, bool updates, bool federation) {
    const std::string dataset = service_ + "#dataset";
    const std::string default_graph = service_ + "#default-graph";
    type(service_, sd + "Service");
    link(service_, sd + "endpoint", service_);
    link(service_, sd + "supportedLanguage", sd + "SPARQL11Query");
    if (updates) link(service_, sd + "supportedLanguage", sd + "SPARQL11Update");
    if (union_default_graph) link(service_, sd + "feature", sd + "UnionDefaultGraph");
    if (federation) link(service_, sd + "feature", sd + "BasicFederatedQuery");
    for (const char* format :
         {"SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
          "Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads"})
      link(service_, sd + "resultFormat", formats + format);
    link(service_, sd + "defaultDataset", dataset);
    type(dataset, sd + "Dataset");
    link(dataset, sd + "defaultGraph", default_graph);
    type(default_graph, sd + "Graph");
  }

 private:
  void link(const std::string& subject, const std::string& predicate, const std::string& object) {
    sink_.quad({rdf::Iri{subject}, rdf::Iri{predicate}, rdf::Iri{object}, std::nullopt});
  }

  void type(const std::string& subject, const std::string& type_iri) {
    link(subject, std::string(vocabularies::rdf::type), type_iri);
  }

  rdf::QuadSink& sink_;
  std::string service_;
};

}  // namespace

Response answer_service_description(const Site& site, const Request& request) {
  const auto chosen = choose_graph_format(request, request.query, false);
  rdf::StringSink text;
  const auto serializer = rdf::make_serializer(std::get<rdf::RdfFormat>(chosen.format), text,
                                               {{{"sd", sd}, {"formats", formats}}});
  Describer(*serializer, site.store.public_base() + "sparql")
      .describe(site.default_graph == sparql::DefaultGraphMode::Union,
                site.writes.mode != WriteAccess::Mode::Refused, site.services != nullptr);
  serializer->finish();
  return with_etag(request, make_response(200, chosen.content_type, text.text()));
}

}  // namespace prosper::endpoint
