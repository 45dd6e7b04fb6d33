// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>

#include "sparql/sparql.hpp"
#include "store/memory_quad_source.hpp"
#include "store/rdf/io/parser.hpp"
#include "tests/conformance/suite/rdf_graph.hpp"
#include "tests/conformance/suite/run_query_test.hpp"
#include "tests/conformance/suite/suite_files.hpp"

/// Each folder cases/MODE/NAME is a test: data.trig, query.rq and what it gives: solutions.tsv,
/// ordered.tsv, answer.json or graph.ttl. MODE is the default graph of the query: own or union.
/// To add a test, add a folder.
namespace prosper::sparql {
namespace {

namespace fs = std::filesystem;

fs::path cases_folder() {
  return fs::path(PROSPER_SOURCE_DIR) / "tests/sparql/execution/cases";
}

std::vector<fs::path> find_cases() {
  std::vector<fs::path> cases;
  for (const char* mode : {"own", "union"})
    for (const auto& entry : fs::directory_iterator(cases_folder() / mode))
      cases.push_back(entry.path());
  std::sort(cases.begin(), cases.end());
  return cases;
}

void parse_file(const fs::path& file, rdf::RdfFormat format, rdf::QuadSink& sink) {
  rdf::ParseOptions options;
  options.base_iri = "http://example.org/";
  options.source_name = file.string();
  rdf::parse_rdf(conformance::read_text(file), format, options, sink);
}

struct Expectation {
  conformance::ExpectedResult result;
  ResultFormat format = ResultFormat::Tsv;
};

Expectation read_expectation(const fs::path& folder) {
  if (fs::exists(folder / "graph.ttl")) {
    conformance::RdfGraph graph;
    parse_file(folder / "graph.ttl", rdf::RdfFormat::Turtle, graph);
    return {conformance::ExpectedGraph{graph.quads()}};
  }
  const auto read = [&](const char* name, ResultFormat format, bool is_ordered) {
    return Expectation{conformance::ExpectedSolutions{
                           read_results(conformance::read_text(folder / name), format), is_ordered},
                       format};
  };
  if (fs::exists(folder / "answer.json")) return read("answer.json", ResultFormat::Json, false);
  if (fs::exists(folder / "ordered.tsv")) return read("ordered.tsv", ResultFormat::Tsv, true);
  return read("solutions.tsv", ResultFormat::Tsv, false);
}

class CasesTest : public testing::TestWithParam<fs::path> {};

TEST_P(CasesTest, GivesWhatIsExpected) {
  const fs::path folder = GetParam();
  store::MemoryQuadSource source;
  parse_file(folder / "data.trig", rdf::RdfFormat::TriG, source);
  RequestOptions options;
  options.base_iri = "http://example.org/";
  options.default_graph =
      folder.parent_path().filename() == "own" ? DefaultGraphMode::Own : DefaultGraphMode::Union;
  const Expectation expected = read_expectation(folder);
  for (const Engine engine : {Engine::Reference, Engine::Vectorised}) {
    options.engine = engine;
    const auto difference =
        conformance::compare_query_result(conformance::read_text(folder / "query.rq"), source,
                                          options, expected.result, expected.format, false);
    EXPECT_FALSE(difference.has_value())
        << (engine == Engine::Reference ? "reference: " : "engine: ") << *difference;
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, CasesTest, testing::ValuesIn(find_cases()), [](const auto& test) {
  std::string name =
      test.param.parent_path().filename().string() + "_" + test.param.filename().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace prosper::sparql
