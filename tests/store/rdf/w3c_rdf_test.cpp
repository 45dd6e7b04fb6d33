// SPDX-License-Identifier: Apache-2.0
// The W3C test suites of RDF 1.1, one test an entry. Entries we cannot pass stand in
// known_failures.txt with the reason; such an entry that passes is a failure too.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "store/rdf/graph_isomorphism.hpp"
#include "store/rdf/io/parser.hpp"
#include "store/rdf/syntax_error.hpp"
#include "tests/files/record_outcome.hpp"
#include "tests/store/rdf/collecting_sink.hpp"
#include "vocabularies/terms/rdf.hpp"

namespace prosper::rdf {
namespace {

struct Suite {
  std::string_view folder;
  RdfFormat format;
};

constexpr Suite suites[] = {{"rdf-turtle", RdfFormat::Turtle},
                            {"rdf-trig", RdfFormat::TriG},
                            {"rdf-n-triples", RdfFormat::NTriples},
                            {"rdf-n-quads", RdfFormat::NQuads},
                            {"rdf-xml", RdfFormat::RdfXml}};

const std::string base = "https://w3c.github.io/rdf-tests/rdf/rdf11/";
const std::string mf = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";

struct Entry {
  std::string name;  // folder/fragment of the entry's IRI
  std::string type;  // local name of the rdft: class
  RdfFormat format;
  std::string action;
  std::string result;
};

void PrintTo(const Entry& entry, std::ostream* out) {
  *out << entry.name;
}

std::filesystem::path suites_folder() {
  return std::filesystem::path(PROSPER_SHARED_DIR) / "w3c/rdf/rdf11";
}

std::filesystem::path path_of(const std::string& iri) {
  return suites_folder() / iri.substr(base.size());
}

std::vector<Quad> parse_file(const std::string& iri, RdfFormat format) {
  CollectingSink sink;
  parse_rdf_file(path_of(iri), format,
                 {.base_iri = iri, .source_name = "", .blank_node_prefix = ""}, sink);
  return sink.quads;
}

std::string text_of(const Term& term) {
  if (const auto* iri = std::get_if<Iri>(&term)) return iri->value;
  if (const auto* literal = std::get_if<Literal>(&term)) return literal->lexical_form;
  return {};
}

void add_entries(const Suite& suite, std::vector<Entry>& entries) {
  const std::string manifest = base + std::string(suite.folder) + "/manifest.ttl";
  std::map<std::string, std::map<std::string, std::string>> tests;
  for (const Quad& quad : parse_file(manifest, RdfFormat::Turtle)) {
    tests[text_of(quad.subject)][text_of(quad.predicate)] = text_of(quad.object);
  }
  for (auto& [iri, values] : tests) {
    std::string type = values[std::string(vocabularies::rdf::type)];
    type = type.substr(type.find('#') + 1);
    if (!type.starts_with("Test")) continue;
    const std::string name = std::string(suite.folder) + "/" + iri.substr(iri.find('#') + 1);
    entries.push_back({name, type, suite.format, values[mf + "action"], values[mf + "result"]});
  }
}

std::vector<Entry> all_entries() {
  std::vector<Entry> entries;
  if (!std::filesystem::exists(suites_folder())) return entries;
  for (const Suite& suite : suites) add_entries(suite, entries);
  return entries;
}

std::map<std::string, std::string> known_failures() {
  std::map<std::string, std::string> failures;
  std::ifstream file(PROSPER_SOURCE_DIR "/tests/store/rdf/known_failures.txt");
  std::string line;
  while (std::getline(file, line)) {
    const std::size_t space = line.find(' ');
    if (line.empty() || line.front() == '#') continue;
    failures[line.substr(0, space)] = space == std::string::npos ? "" : line.substr(space + 1);
  }
  return failures;
}

/// What is wrong, if anything.
std::optional<std::string> complaint(const Entry& entry) {
  const bool is_negative = entry.type.find("Negative") != std::string::npos;
  std::vector<Quad> quads;
  try {
    quads = parse_file(entry.action, entry.format);
  } catch (const SyntaxError& error) {
    if (is_negative) return std::nullopt;
    return std::string("refused: ") + error.what();
  }
  if (is_negative) return "accepted";
  if (!entry.type.ends_with("Eval")) return std::nullopt;
  const std::vector<Quad> expected = parse_file(entry.result, RdfFormat::NQuads);
  if (are_isomorphic(quads, expected)) return std::nullopt;
  return "expected\n" + serialize(expected, RdfFormat::NQuads) + "got\n" +
         serialize(quads, RdfFormat::NQuads);
}

class W3cRdf : public testing::TestWithParam<Entry> {};

TEST_P(W3cRdf, Conforms) {
  static const std::map<std::string, std::string> known = known_failures();
  const std::optional<std::string> found = complaint(GetParam());
  const auto listed = known.find(GetParam().name);
  prosper::tests::record_outcome(GetParam().name.substr(0, GetParam().name.find('/')),
                                 GetParam().name, listed == known.end() ? "" : listed->second);
  if (listed == known.end()) {
    EXPECT_FALSE(found) << *found;
  } else {
    EXPECT_TRUE(found) << "passes, but is listed as a known failure";
    EXPECT_FALSE(listed->second.empty()) << "listed without a reason";
  }
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(W3cRdf);
INSTANTIATE_TEST_SUITE_P(Entries, W3cRdf, testing::ValuesIn(all_entries()), [](const auto& test) {
  std::string name = test.param.name;
  const auto is_plain = [](unsigned char c) { return std::isalnum(c) != 0; };
  for (char& c : name) c = is_plain(static_cast<unsigned char>(c)) ? c : '_';
  // Two names may differ in their punctuation only.
  return name + "_" + std::to_string(test.index);
});

TEST(W3cRdfSuites, KnownFailuresNameEntries) {
  const std::vector<Entry> entries = all_entries();
  if (entries.empty()) GTEST_SKIP() << "the W3C suites are not in " << suites_folder();
  std::set<std::string> names;
  for (const Entry& entry : entries) names.insert(entry.name);
  EXPECT_EQ(names.size(), entries.size()) << "two entries of the same name";
  EXPECT_GT(entries.size(), 900U);
  for (const auto& [name, reason] : known_failures()) {
    EXPECT_TRUE(names.contains(name)) << name;
  }
}

}  // namespace
}  // namespace prosper::rdf
