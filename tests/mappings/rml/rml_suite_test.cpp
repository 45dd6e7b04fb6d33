// SPDX-License-Identifier: Apache-2.0
// The public RML test cases, run as data: ../shared/rml/{core,fnml,io}, one test a case.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <string>
#include <vector>

#include "mappings/rml/mapping_error.hpp"
#include "mappings/rml/run_files.hpp"
#include "mappings/sources/csv_reader.hpp"
#include "store/rdf/graph_isomorphism.hpp"
#include "store/rdf/io/parser.hpp"
#include "store/rdf/syntax_error.hpp"
#include "tests/files/record_outcome.hpp"

namespace prosper::mappings::rml {
namespace {

const std::filesystem::path suites = std::filesystem::path(PROSPER_SHARED_DIR) / "rml";

struct Case {
  std::string suite;
  std::string id;
  bool expects_error = false;
};

void PrintTo(const Case& one, std::ostream* out) {
  *out << one.suite << "/" << one.id;
}

std::vector<Case> find_cases() {
  std::vector<Case> cases;
  for (const std::string suite : {"core", "fnml", "io"}) {
    const auto list = suites / suite / "metadata.csv";
    if (!std::filesystem::exists(list)) continue;
    CsvReader reader(list);
    SourceRow row;
    while (reader.next(row)) {
      const Value* id = row.cells.find("ID");
      const Value* error = row.cells.find("error");
      if (id != nullptr && std::filesystem::exists(suites / suite / *id->text()))
        cases.push_back({suite, *id->text(), error != nullptr && *error->text() == "true"});
    }
  }
  std::sort(cases.begin(), cases.end(), [](const Case& left, const Case& right) {
    return std::pair(left.suite, left.id) < std::pair(right.suite, right.id);
  });
  return cases;
}

const std::map<std::string, std::string>& known_failures() {
  static const std::map<std::string, std::string> known = [] {
    std::map<std::string, std::string> read;
    std::ifstream file(std::filesystem::path(PROSPER_SOURCE_DIR) /
                       "tests/mappings/rml/known_failures.txt");
    for (std::string line; std::getline(file, line);) {
      const std::size_t tab = line.find('\t');
      if (!line.starts_with('#') && tab != std::string::npos)
        read[line.substr(0, tab)] = line.substr(tab + 1);
    }
    return read;
  }();
  return known;
}

class Quads final : public rdf::QuadSink {
 public:
  void quad(const rdf::Quad& quad) override { all.push_back(quad); }

  std::vector<rdf::Quad> all;
};

std::filesystem::path expected_output(const std::filesystem::path& folder) {
  for (const char* name : {"default.nq", "output.nq"})
    if (std::filesystem::exists(folder / name)) return folder / name;
  return {};
}

std::string print(const std::vector<rdf::Quad>& quads) {
  std::string text;
  for (const rdf::Quad& quad : quads) {
    for (const rdf::Term* term : {&quad.subject, &quad.predicate, &quad.object}) {
      text += rdf::to_ntriples(*term) + " ";
    }
    text += (quad.graph ? rdf::to_ntriples(*quad.graph) : "") + ".\n";
  }
  return text;
}

/// What is wrong with the result; "" when the case passes.
std::string run(const Case& one) {
  const auto folder = suites / one.suite / one.id;
  Quads made;
  try {
    run_mapping_file(folder / "mapping.ttl", "http://example.com/", FunctionRegistry::standard(),
                     made);
  } catch (const std::exception& error) {
    return one.expects_error ? "" : std::string("refused: ") + error.what();
  }
  if (one.expects_error) return "an error was expected; made:\n" + print(made.all);
  Quads expected;
  try {
    rdf::parse_rdf_file(expected_output(folder), rdf::RdfFormat::NQuads, {}, expected);
  } catch (const std::exception& error) {
    return std::string("the expected output cannot be read: ") + error.what();
  }
  if (rdf::are_isomorphic(made.all, expected.all)) return {};
  return "made:\n" + print(made.all) + "expected:\n" + print(expected.all);
}

class RmlSuite : public testing::TestWithParam<Case> {};

TEST_P(RmlSuite, Case) {
  const Case& one = GetParam();
  const std::string problem = run(one);
  const auto known = known_failures().find(one.suite + "/" + one.id);
  prosper::tests::record_outcome("rml-" + one.suite, one.suite + "/" + one.id,
                                 known == known_failures().end() ? "" : known->second);
  if (known == known_failures().end()) {
    EXPECT_EQ(problem, "");
  } else {
    EXPECT_NE(problem, "") << "passes although known_failures.txt lists it: " << known->second;
  }
}

std::string case_name(const testing::TestParamInfo<Case>& info) {
  std::string name = info.param.suite + "_" + info.param.id;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Public, RmlSuite, testing::ValuesIn(find_cases()), case_name);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(RmlSuite);

TEST(RmlSuiteList, NamesOnlyCasesThatExist) {
  if (!std::filesystem::exists(suites)) GTEST_SKIP() << "the RML test cases are not at " << suites;
  const std::vector<Case> cases = find_cases();
  EXPECT_GE(cases.size(), 150U);
  for (const auto& [name, reason] : known_failures()) {
    EXPECT_FALSE(reason.empty()) << name;
    EXPECT_TRUE(std::any_of(cases.begin(), cases.end(), [&](const Case& one) {
      return one.suite + "/" + one.id == name;
    })) << name;
  }
}

}  // namespace
}  // namespace prosper::mappings::rml
