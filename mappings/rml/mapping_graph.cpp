// SPDX-License-Identifier: Apache-2.0
#include "mappings/rml/mapping_graph.hpp"

#include <algorithm>
#include <set>

#include "mappings/rml/mapping_error.hpp"
#include "vocabularies/terms/rdf.hpp"

namespace prosper::mappings::rml {
namespace {

std::string full_name(std::string_view property) {
  return std::string(rml_ns) + std::string(property);
}

std::string short_name(const std::string& iri) {
  if (iri.starts_with(rml_ns)) return "rml:" + iri.substr(rml_ns.size());
  const std::size_t hash = iri.find('#');
  return "<" + (hash == std::string::npos ? iri : iri.substr(hash)) + ">";
}

/// What RML-Core, RML-IO, RML-FNML and our part of RML-LV say and this engine does.
const std::set<std::string, std::less<>> known_properties = {"logicalSource",
                                                             "source",
                                                             "referenceFormulation",
                                                             "iterator",
                                                             "path",
                                                             "root",
                                                             "null",
                                                             "encoding",
                                                             "compression",
                                                             "subjectMap",
                                                             "subject",
                                                             "predicateObjectMap",
                                                             "predicateMap",
                                                             "predicate",
                                                             "objectMap",
                                                             "object",
                                                             "graphMap",
                                                             "graph",
                                                             "class",
                                                             "template",
                                                             "constant",
                                                             "reference",
                                                             "termType",
                                                             "language",
                                                             "languageMap",
                                                             "datatype",
                                                             "datatypeMap",
                                                             "baseIRI",
                                                             "parentTriplesMap",
                                                             "joinCondition",
                                                             "child",
                                                             "parent",
                                                             "childMap",
                                                             "parentMap",
                                                             "functionExecution",
                                                             "function",
                                                             "functionMap",
                                                             "input",
                                                             "parameter",
                                                             "parameterMap",
                                                             "inputValue",
                                                             "inputValueMap",
                                                             "return",
                                                             "returnMap",
                                                             "condition",
                                                             "viewOn",
                                                             "field",
                                                             "fieldName",
                                                             "namespace",
                                                             "namespacePrefix",
                                                             "namespaceURL"};

}  // namespace

void MappingGraph::quad(const rdf::Quad& quad) {
  const auto& property = std::get<rdf::Iri>(quad.predicate).value;
  auto& edges = edges_[quad.subject];
  const bool is_known = std::any_of(edges.begin(), edges.end(), [&](const Edge& edge) {
    return edge.property == property && edge.object == quad.object;
  });
  if (is_known) return;
  edges.push_back({property, quad.object});
  if (!rdf::is_literal(quad.object))
    incoming_.emplace(quad.object, std::pair(quad.subject, property));
  order_.emplace_back(property, quad.subject);
}

void MappingGraph::check_vocabulary() const {
  for (const auto& [property, subject] : order_) {
    if (!property.starts_with(rml_ns)) continue;
    const std::string name = property.substr(rml_ns.size());
    if (!known_properties.contains(name))
      fail(subject, "rml:" + name + " is not supported by this engine");
  }
}

std::vector<rdf::Term> MappingGraph::all(const rdf::Term& subject,
                                         std::string_view property) const {
  std::vector<rdf::Term> objects;
  const auto it = edges_.find(subject);
  if (it == edges_.end()) return objects;
  const std::string name = full_name(property);
  for (const Edge& edge : it->second)
    if (edge.property == name) objects.push_back(edge.object);
  return objects;
}

std::optional<rdf::Term> MappingGraph::one(const rdf::Term& subject,
                                           std::string_view property) const {
  const std::vector<rdf::Term> objects = all(subject, property);
  if (objects.size() > 1) {
    fail(subject, std::to_string(objects.size()) + " values of rml:" + std::string(property) +
                      "; at most one was expected");
  }
  if (objects.empty()) return std::nullopt;
  return objects.front();
}

rdf::Term MappingGraph::required(const rdf::Term& subject, std::string_view property) const {
  const auto object = one(subject, property);
  if (!object) fail(subject, "no rml:" + std::string(property) + "; exactly one was expected");
  return *object;
}

bool MappingGraph::has_type(const rdf::Term& subject, std::string_view rml_class) const {
  const auto it = edges_.find(subject);
  if (it == edges_.end()) return false;
  const rdf::Term type = rdf::Iri{full_name(rml_class)};
  return std::any_of(it->second.begin(), it->second.end(), [&](const Edge& edge) {
    return edge.property == vocabularies::rdf::type && edge.object == type;
  });
}

std::vector<rdf::Term> MappingGraph::subjects_of(std::string_view property) const {
  std::vector<rdf::Term> subjects;
  std::set<rdf::Term> seen;
  const std::string name = full_name(property);
  for (const auto& [edge, subject] : order_)
    if (edge == name && seen.insert(subject).second) subjects.push_back(subject);
  return subjects;
}

std::string MappingGraph::describe(const rdf::Term& node) const {
  std::string path;
  rdf::Term at = node;
  for (int steps = 0; steps < 16; ++steps) {
    if (const auto* iri = std::get_if<rdf::Iri>(&at)) return short_name(iri->value) + path;
    const auto it = incoming_.find(at);
    if (it == incoming_.end()) break;
    path.insert(0, " / " + short_name(it->second.second));
    at = it->second.first;
  }
  return (rdf::is_literal(at) ? rdf::to_ntriples(at) : "[]") + path;
}

void MappingGraph::fail(const rdf::Term& node, const std::string& message) const {
  throw MappingError(document_, describe(node), message);
}

}  // namespace prosper::mappings::rml
