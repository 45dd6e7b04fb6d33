// SPDX-License-Identifier: Apache-2.0
// Every term of CIDOC-CRM that a mapping document names must exist in the official 7.1.2.
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <regex>
#include <set>
#include <sstream>
#include <string>

namespace prosper::mappings {
namespace {

std::string read(const std::filesystem::path& path) {
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

std::set<std::string> find_all(const std::string& text, const std::regex& pattern) {
  std::set<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it)
    found.insert((*it)[1]);
  return found;
}

TEST(MappingDocuments, NameOnlyTermsOfTheOntology) {
  const auto ontology =
      std::filesystem::path(PROSPER_SHARED_DIR) / "data/ontologies/CIDOC_CRM_v7.1.2.ttl";
  if (!std::filesystem::exists(ontology)) GTEST_SKIP() << ontology << " is not there";
  const std::set<std::string> known =
      find_all(read(ontology), std::regex("([EP][0-9]+[a-z]?_[A-Za-z0-9_-]+)"));
  ASSERT_GT(known.size(), 300U);
  const auto folder = std::filesystem::path(PROSPER_SOURCE_DIR) / "mappings/pop";
  std::size_t documents = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (!entry.path().string().ends_with(".rml.ttl")) continue;
    ++documents;
    for (const std::string& term : find_all(read(entry.path()), std::regex("crm:([A-Za-z0-9_-]+)")))
      EXPECT_TRUE(known.contains(term)) << entry.path().filename() << ": crm:" << term;
  }
  EXPECT_GE(documents, 1U);
}

}  // namespace
}  // namespace prosper::mappings
