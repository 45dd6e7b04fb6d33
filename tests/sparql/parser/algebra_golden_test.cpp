// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <gtest/gtest.h>

#include "sparql/algebra/print.hpp"
#include "sparql/parser/parse.hpp"
#include "tests/sparql/parser/text_files.hpp"

namespace prosper::sparql {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(PROSPER_SOURCE_DIR) / "tests/golden/algebra";

/// Each request of tests/golden/algebra beside the algebra it means (§18.2), as S-expressions.
/// PROSPER_UPDATE_GOLDEN=1 writes the expected files anew: read them before you commit.
class AlgebraGolden : public testing::TestWithParam<fs::path> {};

TEST_P(AlgebraGolden, TranslatesAsExpected) {
  const fs::path file = GetParam();
  const std::string text = tests::read_text_file(file);
  const std::string printed =
      (file.extension() == ".rq" ? print(parse_query(text)) : print(parse_update(text))) + "\n";
  const fs::path expected = fs::path(file).replace_extension(".sse");
  if (std::getenv("PROSPER_UPDATE_GOLDEN") != nullptr) tests::write_text_file(expected, printed);
  EXPECT_EQ(printed, tests::read_text_file(expected));
}

INSTANTIATE_TEST_SUITE_P(Files, AlgebraGolden,
                         testing::ValuesIn(tests::files_of(folder, {".rq", ".ru"})),
                         [](const auto& file) { return tests::test_name(file.param.stem()); });

}  // namespace
}  // namespace prosper::sparql
