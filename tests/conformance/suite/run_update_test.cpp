// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/suite/run_update_test.hpp"

#include <filesystem>

#include "sparql/sparql.hpp"
#include "store/rdf/graph_isomorphism.hpp"
#include "tests/conformance/suite/graph_sink.hpp"
#include "tests/conformance/suite/memory_transaction.hpp"
#include "tests/conformance/suite/rdf_graph.hpp"
#include "tests/conformance/suite/suite_files.hpp"
#include "tests/files/temporary_directory.hpp"

namespace prosper::conformance {

namespace {

std::vector<rdf::Quad> load_dataset(const DatasetFiles& files) {
  RdfGraph dataset;
  for (const std::string& document : files.default_graph) load_document(document, dataset);
  for (const auto& [name, document] : files.named_graphs) {
    GraphSink sink(rdf::Iri{name}, dataset);
    load_document(document, sink);
  }
  return dataset.quads();
}

std::string to_text(const std::vector<rdf::Quad>& quads) {
  std::string text;
  for (const rdf::Quad& quad : quads)
    text += rdf::to_ntriples(quad.subject) + " " + rdf::to_ntriples(quad.predicate) + " " +
            rdf::to_ntriples(quad.object) +
            (quad.graph ? " " + rdf::to_ntriples(*quad.graph) : "") + "\n";
  return text;
}

std::optional<std::string> run_in(store::Transaction& transaction, const TestCase& test,
                                  sparql::Engine engine) {
  for (const rdf::Quad& quad : load_dataset(test.before)) transaction.insert(quad);

  sparql::RequestOptions options;
  options.default_graph = sparql::DefaultGraphMode::Own;
  options.base_iri = test.request;
  options.engine = engine;
  const std::string request = read_text(path_of(test.request));
  sparql::execute_update(request, transaction, options);

  const std::vector<rdf::Quad> expected = load_dataset(test.after);
  const std::vector<rdf::Quad> actual = all_quads(transaction, store::GraphScope::all());
  if (rdf::are_isomorphic(actual, expected)) return std::nullopt;
  return "request\n" + request + "\nexpected\n" + to_text(expected) + "but got\n" + to_text(actual);
}

std::optional<std::string> run_in_store(const TestCase& test) {
  const tests::TemporaryDirectory folder;
  store::OpenOptions options;
  options.access = store::OpenOptions::Access::Write;
  options.create = true;
  options.map_size = std::uint64_t{64} << 20U;
  const std::unique_ptr<store::Store> store = store::Store::open(folder.path() / "store", options);
  const std::unique_ptr<store::Transaction> transaction = store->begin();
  return run_in(*transaction, test, sparql::Engine::Vectorised);
}

}  // namespace

std::optional<std::string> run_update_test(const TestCase& test) {
  MemoryTransaction by_reference;
  if (auto failure = run_in(by_reference, test, sparql::Engine::Reference))
    return "in memory, reference: " + *failure;
  MemoryTransaction in_memory;
  if (auto failure = run_in(in_memory, test, sparql::Engine::Vectorised))
    return "in memory: " + *failure;
  if (auto failure = run_in_store(test)) return "in a store: " + *failure;
  return std::nullopt;
}

}  // namespace prosper::conformance
