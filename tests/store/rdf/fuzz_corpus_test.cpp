// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <string>

extern "C" int fuzz_turtle_parse(const std::uint8_t* bytes, std::size_t size);
extern "C" int fuzz_rdfxml_parse(const std::uint8_t* bytes, std::size_t size);

namespace prosper::rdf {
namespace {

namespace fs = std::filesystem;

/// Replays the corpus of a fuzzer: what once failed stays there. Each document also cut short.
std::size_t replay(const std::string& name, int (*fuzz)(const std::uint8_t*, std::size_t)) {
  std::size_t count = 0;
  for (const auto& entry :
       fs::directory_iterator(fs::path(PROSPER_SOURCE_DIR) / "tests/fuzz/corpus" / name)) {
    SCOPED_TRACE(entry.path());
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    for (std::size_t size = 0; size <= text.size(); ++size) {
      fuzz(reinterpret_cast<const std::uint8_t*>(text.data()), size);
    }
    ++count;
  }
  return count;
}

TEST(FuzzCorpus, OfTurtleReplays) {
  EXPECT_GE(replay("turtle_parse", fuzz_turtle_parse), 12U);
}

TEST(FuzzCorpus, OfRdfXmlReplays) {
  EXPECT_GE(replay("rdfxml_parse", fuzz_rdfxml_parse), 10U);
}

}  // namespace
}  // namespace prosper::rdf
