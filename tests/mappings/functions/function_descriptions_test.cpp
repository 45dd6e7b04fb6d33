// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <regex>
#include <set>
#include <string>

#include "mappings/functions/function_registry.hpp"

namespace prosper::mappings {
namespace {

/// First groups of all matches in the lines that hold `marker`.
std::set<std::string> names_in(const char* file, const std::regex& pattern,
                               std::string_view marker = "") {
  const auto path = std::filesystem::path(PROSPER_SOURCE_DIR) / "mappings/functions" / file;
  std::ifstream stream(path);
  EXPECT_TRUE(stream) << path;
  std::set<std::string> names;
  for (std::string line; std::getline(stream, line);) {
    if (line.find(marker) == std::string::npos) continue;
    for (std::sregex_iterator it(line.begin(), line.end(), pattern), end; it != end; ++it)
      names.insert((*it)[1]);
  }
  return names;
}

TEST(FunctionDescriptions, AreOfRegisteredFunctions) {
  const auto described = names_in("functions.ttl", std::regex("^prf:(\\w+) a fno:Function"));
  ASSERT_GT(described.size(), 40U);
  for (const std::string& name : described)
    EXPECT_NE(FunctionRegistry::standard().find(std::string(function_ns) + name), nullptr) << name;
}

TEST(FunctionDescriptions, CoverTheReadme) {
  const auto described = names_in("functions.ttl", std::regex("^prf:(\\w+) a fno:Function"));
  for (const std::string& name : names_in("README.md", std::regex("^\\| `prf:(\\w+)`")))
    EXPECT_TRUE(described.contains(name)) << name;
}

TEST(FunctionDescriptions, DefineTheParametersTheyExpect) {
  const auto parameters = names_in("functions.ttl", std::regex("^prf:(\\w+) a fno:Parameter"));
  const auto expected = names_in("functions.ttl", std::regex("prf:(\\w+)"), "fno:expects");
  ASSERT_GT(expected.size(), 30U);
  for (const std::string& name : expected) EXPECT_TRUE(parameters.contains(name)) << name;
}

}  // namespace
}  // namespace prosper::mappings
