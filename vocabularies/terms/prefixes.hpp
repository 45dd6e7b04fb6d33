// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace prosper::vocabularies {

struct Prefix {
  std::string_view name;
  std::string_view iri;
};

/// The namespaces that people who query heritage data use, under the names they use: for short
/// forms on pages and for hints in errors.
inline constexpr auto well_known_prefixes = std::to_array<Prefix>({
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
    {"geof", "http://www.opengis.net/def/function/geosparql/"},
    {"uom", "http://www.opengis.net/def/uom/OGC/1.0/"},
    {"aat", "http://vocab.getty.edu/aat/"},
    {"la", "https://linked.art/ns/terms/"},
    {"sci", "http://www.ics.forth.gr/isl/CRMsci/"},
    {"dig", "http://www.ics.forth.gr/isl/CRMdig/"},
    {"mc", "http://data.culture.fr/thesaurus/resource/ark:/67717/"},
    {"wd", "http://www.wikidata.org/entity/"},
    {"wdt", "http://www.wikidata.org/prop/direct/"},
    {"schema", "http://schema.org/"},
    {"edm", "http://www.europeana.eu/schemas/edm/"},
    {"dcat", "http://www.w3.org/ns/dcat#"},
    {"void", "http://rdfs.org/ns/void#"},
});

/// The namespace of a name that is listed.
consteval Prefix well_known(std::string_view name) {
  for (const Prefix& prefix : well_known_prefixes) {
    if (prefix.name == name) return prefix;
  }
  throw "no such prefix";
}

}  // namespace prosper::vocabularies
