// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "sparql/parser/parse.hpp"
#include "tests/files/record_outcome.hpp"
#include "tests/sparql/parser/text_files.hpp"

namespace prosper::sparql {
namespace {

namespace fs = std::filesystem;

const fs::path suite = fs::path(PROSPER_SHARED_DIR) / "w3c/sparql";

struct Entry {
  /// Relative to the suite; empty when the suite is not there.
  fs::path file;
  bool is_positive = true;
};

void PrintTo(const Entry& entry, std::ostream* out) {
  *out << entry.file;
}

/// The entries of a manifest. They all have one form, one subject at the beginning of a line and
/// then its properties, so no RDF parser is needed: a syntax test names its request in mf:action,
/// an evaluation test, whose request must parse too, in qt:query or ut:request.
void read_manifest(const fs::path& manifest, std::map<fs::path, Entry>& entries) {
  static const std::regex type_pattern("mf:(Positive|Negative)(Update)?Syntax(Test|Test11)");
  static const std::regex syntax_pattern("mf:action\\s+<([^>]+\\.r[qu])>");
  static const std::regex request_pattern("(qt:query|ut:request)\\s+<([^>]+\\.r[qu])>");
  std::istringstream lines(tests::read_text_file(manifest));
  std::string block;
  const auto end_block = [&] {
    std::smatch type;
    std::smatch request;
    if (std::regex_search(block, type, type_pattern)) {
      if (std::regex_search(block, request, syntax_pattern)) {
        const fs::path file = fs::relative(manifest.parent_path() / request[1].str(), suite);
        entries[file] = {file, type[1] == "Positive"};
      }
    } else {
      for (auto i = std::sregex_iterator(block.begin(), block.end(), request_pattern);
           i != std::sregex_iterator(); ++i) {
        const fs::path file = fs::relative(manifest.parent_path() / (*i)[2].str(), suite);
        entries.emplace(file, Entry{file, true});
      }
    }
    block.clear();
  };
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty() && (line[0] == ':' || line[0] == '<')) end_block();
    if (!line.empty() && line[0] != '#') block += line + "\n";
  }
  end_block();
}

std::vector<Entry> read_entries() {
  std::map<fs::path, Entry> found;
  for (const char* const version : {"sparql10", "sparql11"}) {
    if (!fs::is_directory(suite / version)) continue;
    for (const auto& file : fs::recursive_directory_iterator(suite / version)) {
      if (file.path().filename() == "manifest.ttl") read_manifest(file.path(), found);
    }
  }
  std::vector<Entry> entries;
  for (const auto& [file, entry] : found) {
    if (fs::exists(suite / file)) entries.push_back(entry);
  }
  if (entries.empty()) entries.emplace_back();
  return entries;
}

/// "path reason", a line an entry.
std::map<std::string, std::string> read_known_failures() {
  std::map<std::string, std::string> reasons;
  std::istringstream lines(tests::read_text_file(fs::path(PROSPER_SOURCE_DIR) /
                                                 "tests/sparql/parser/known_failures.txt"));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t blank = line.find(' ');
    if (line.empty() || line[0] == '#' || blank == std::string::npos) continue;
    reasons[line.substr(0, blank)] = line.substr(blank + 1);
  }
  return reasons;
}

/// What is wrong; empty when the file is accepted or refused as it should be.
std::string failure_of(const Entry& entry) {
  const std::string text = tests::read_text_file(suite / entry.file);
  ParserOptions options;
  options.base_iri = "http://example.org/" + entry.file.generic_string();
  try {
    if (entry.file.extension() == ".rq") {
      parse_query(text, options);
    } else {
      parse_update(text, options);
    }
  } catch (const rdf::SyntaxError& error) {
    return entry.is_positive ? error.what() : "";
  }
  return entry.is_positive ? "" : "accepted, but it is malformed";
}

class W3cSyntax : public testing::TestWithParam<Entry> {};

TEST_P(W3cSyntax, IsAcceptedOrRefused) {
  const Entry& entry = GetParam();
  if (entry.file.empty()) GTEST_SKIP() << "the W3C test suite is not at " << suite;
  static const auto known_failures = read_known_failures();
  const std::string failure = failure_of(entry);
  const auto known = known_failures.find(entry.file.generic_string());
  prosper::tests::record_outcome(entry.file.begin()->string() + " requests",
                                 entry.file.generic_string(),
                                 known == known_failures.end() ? "" : known->second);
  if (known == known_failures.end()) {
    EXPECT_EQ(failure, "") << tests::read_text_file(suite / entry.file);
  } else {
    EXPECT_NE(failure, "") << "passes now: remove it from known_failures.txt";
  }
}

INSTANTIATE_TEST_SUITE_P(Suite, W3cSyntax, testing::ValuesIn(read_entries()),
                         [](const auto& entry) {
                           return entry.param.file.empty() ? "absent"
                                                           : tests::test_name(entry.param.file);
                         });

TEST(W3cSyntaxSuite, HasItsSize) {
  if (!fs::is_directory(suite)) GTEST_SKIP() << "the W3C test suite is not at " << suite;
  EXPECT_GE(read_entries().size(), 700U);
}

}  // namespace
}  // namespace prosper::sparql
