// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/suite/manifest.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "tests/conformance/suite/rdf_graph.hpp"
#include "tests/conformance/suite/suite_files.hpp"
#include "vocabularies/terms/rdf.hpp"
#include "vocabularies/terms/rdfs.hpp"

namespace prosper::conformance {

namespace {

const std::string mf = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
const std::string qt = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
const std::string ut = "http://www.w3.org/2009/sparql/tests/test-update#";

std::string local_name(const std::string& iri) {
  return iri.substr(iri.find_last_of("#/") + 1);
}

/// "http://w3c.test/sparql/sparql11/bind/manifest.ttl" → "sparql11/bind".
std::string suite_of(const std::string& manifest) {
  const std::filesystem::path folder = path_of(manifest).parent_path();
  return folder.parent_path().filename().string() + "/" + folder.filename().string();
}

DatasetFiles read_dataset(const RdfGraph& graph, const rdf::Term& node, const std::string& ns) {
  DatasetFiles files;
  for (const rdf::Term& document : graph.objects(node, ns + "data"))
    files.default_graph.push_back(text_of(document));
  for (const rdf::Term& named : graph.objects(node, ns + "graphData")) {
    if (rdf::is_iri(named)) {
      files.named_graphs.emplace_back(text_of(named), text_of(named));
    } else {
      files.named_graphs.emplace_back(graph.text(named, vocabularies::rdfs::label),
                                      graph.text(named, ns + "graph"));
    }
  }
  return files;
}

TestCase read_entry(const RdfGraph& graph, const rdf::Term& entry, const std::string& suite) {
  TestCase test;
  test.iri = text_of(entry);
  test.suite = suite;
  test.name = local_name(test.iri);
  test.type = local_name(graph.text(entry, vocabularies::rdf::type));
  const auto action = graph.object(entry, mf + "action");
  if (!action) return test;
  const auto result = graph.object(entry, mf + "result");
  if (rdf::is_iri(*action)) {
    test.request = text_of(*action);
  } else if (test.type == "UpdateEvaluationTest") {
    test.request = graph.text(*action, ut + "request");
    test.before = read_dataset(graph, *action, ut);
    if (result) test.after = read_dataset(graph, *result, ut);
  } else {
    test.request = graph.text(*action, qt + "query");
    test.before = read_dataset(graph, *action, qt);
    for (const rdf::Term& service : graph.objects(*action, qt + "serviceData")) {
      auto& [endpoint, documents] = test.services.emplace_back();
      endpoint = graph.text(service, qt + "endpoint");
      for (const rdf::Term& document : graph.objects(service, qt + "data"))
        documents.push_back(text_of(document));
    }
  }
  if (result && rdf::is_iri(*result)) test.result = text_of(*result);
  test.is_cardinality_lax =
      local_name(graph.text(entry, mf + "resultCardinality")) == "LaxCardinality";
  return test;
}

}  // namespace

std::vector<TestCase> read_manifest(const std::string& iri) {
  RdfGraph graph;
  load_document(iri, graph);
  std::vector<TestCase> tests;
  for (const rdf::Term& manifest :
       graph.subjects(vocabularies::rdf::type, rdf::Iri{mf + "Manifest"})) {
    for (const rdf::Term& list : graph.objects(manifest, mf + "include")) {
      for (const rdf::Term& included : graph.members(list)) {
        std::vector<TestCase> more = read_manifest(text_of(included));
        std::move(more.begin(), more.end(), std::back_inserter(tests));
      }
    }
    for (const rdf::Term& list : graph.objects(manifest, mf + "entries"))
      for (const rdf::Term& entry : graph.members(list))
        tests.push_back(read_entry(graph, entry, suite_of(iri)));
  }
  return tests;
}

}  // namespace prosper::conformance
