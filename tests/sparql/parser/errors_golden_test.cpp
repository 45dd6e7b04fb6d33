// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <gtest/gtest.h>

#include "sparql/parser/parse.hpp"
#include "tests/sparql/parser/text_files.hpp"

namespace prosper::sparql {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(PROSPER_SOURCE_DIR) / "tests/golden/errors";

std::string error_of(const fs::path& file) {
  const std::string text = tests::read_text_file(file);
  try {
    if (file.extension() == ".rq") {
      parse_query(text);
    } else {
      parse_update(text);
    }
  } catch (const rdf::SyntaxError& error) {
    return error.what();
  }
  return "no error";
}

/// Each malformed request of tests/golden/errors beside the message it gets, place included.
class ErrorsGolden : public testing::TestWithParam<fs::path> {};

TEST_P(ErrorsGolden, SaysWhereAndWhat) {
  const fs::path file = GetParam();
  const std::string message = error_of(file) + "\n";
  const fs::path expected = fs::path(file).replace_extension(".error");
  if (std::getenv("PROSPER_UPDATE_GOLDEN") != nullptr) tests::write_text_file(expected, message);
  EXPECT_EQ(message, tests::read_text_file(expected));
  EXPECT_NE(message, "no error\n");
}

INSTANTIATE_TEST_SUITE_P(Files, ErrorsGolden,
                         testing::ValuesIn(tests::files_of(folder, {".rq", ".ru"})),
                         [](const auto& file) { return tests::test_name(file.param.stem()); });

}  // namespace
}  // namespace prosper::sparql
