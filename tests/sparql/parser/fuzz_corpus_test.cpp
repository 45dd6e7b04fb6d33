// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <gtest/gtest.h>

#include "tests/sparql/parser/text_files.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace prosper::sparql {
namespace {

namespace fs = std::filesystem;

/// Replays the corpus of the fuzzer: what once crashed stays there.
TEST(FuzzCorpus, Replays) {
  std::size_t count = 0;
  for (const auto& entry :
       fs::directory_iterator(fs::path(PROSPER_SOURCE_DIR) / "tests/fuzz/corpus/sparql_parse")) {
    SCOPED_TRACE(entry.path());
    const std::string text = tests::read_text_file(entry.path());
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    ++count;
  }
  EXPECT_GE(count, 30U);
}

}  // namespace
}  // namespace prosper::sparql
