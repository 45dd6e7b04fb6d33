// SPDX-License-Identifier: Apache-2.0
#include "endpoint/pages/known_terms.hpp"

#include "endpoint/pages/messages.hpp"
#include "endpoint/pages/tables.hpp"

namespace prosper::endpoint::pages {
namespace {

struct Namespace {
  std::string_view prefix;
  std::string_view iri;
};

constexpr Namespace namespaces[] = {
    {"crm", "http://www.cidoc-crm.org/cidoc-crm/"},
    {"pr", "https://w3id.org/prosper/ontology#"},
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"dc", "http://purl.org/dc/elements/1.1/"},
    {"foaf", "http://xmlns.com/foaf/0.1/"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"geo", "http://www.opengis.net/ont/geosparql#"},
    {"aat", "http://vocab.getty.edu/aat/"},
    {"la", "https://linked.art/ns/terms/"},
    {"sci", "http://www.ics.forth.gr/isl/CRMsci/"},
    {"dig", "http://www.ics.forth.gr/isl/CRMdig/"},
    {"mc", "http://data.culture.fr/thesaurus/resource/ark:/67717/"},
    {"wd", "http://www.wikidata.org/entity/"},
};

}  // namespace

std::optional<std::string> known_term_label(std::string_view iri, Language language) {
  return find_text("texts/terms.tsv", compact_iri(iri), language);
}

std::string compact_iri(std::string_view iri) {
  for (const Namespace& space : namespaces)
    if (iri.starts_with(space.iri))
      return std::string(space.prefix) + ":" + std::string(iri.substr(space.iri.size()));
  return std::string(iri);
}

}  // namespace prosper::endpoint::pages
