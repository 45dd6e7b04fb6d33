// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <system_error>
#include <zlib.h>

#include "store/rdf/io/parser.hpp"
#include "store/rdf/syntax_error.hpp"
#include "tests/files/write_file.hpp"
#include "tests/store/rdf/collecting_sink.hpp"

namespace prosper::rdf {
namespace {

class ParseFile : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = tests::run_directory() / ("parse é " + std::string(test->name()));
    std::filesystem::create_directories(folder_);
  }

  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path write(const std::string& name, const std::string& text) const {
    std::filesystem::path path = folder_ / name;
    if (name.ends_with(".gz")) {
      gzFile file = gzopen(path.c_str(), "wb1");
      gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
      gzclose(file);
    } else {
      std::ofstream(path, std::ios::binary) << text;
    }
    return path;
  }

  static std::vector<Quad> parse(const std::filesystem::path& path, RdfFormat format) {
    CollectingSink sink;
    parse_rdf_file(path, format, {}, sink);
    return sink.quads;
  }

  std::filesystem::path folder_;
};

TEST_F(ParseFile, TakesTheFileIriAsBase) {
  const auto quads = parse(write("a b.ttl", "<> <urn:p> <x> ."), RdfFormat::Turtle);
  ASSERT_EQ(quads.size(), 1U);
  const std::string& subject = std::get<Iri>(quads[0].subject).value;
  EXPECT_TRUE(subject.starts_with("file:///")) << subject;
  EXPECT_TRUE(subject.ends_with("/a%20b.ttl")) << subject;
  EXPECT_TRUE(std::get<Iri>(quads[0].object).value.ends_with("/x"));
}

TEST_F(ParseFile, Gunzips) {
  EXPECT_EQ(parse(write("a.ttl.gz", "<urn:s> <urn:p> 1, 2 ."), RdfFormat::Turtle).size(), 2U);
  EXPECT_EQ(parse(write("a.nt.gz", "<urn:s> <urn:p> <urn:o> .\n"), RdfFormat::NTriples).size(), 1U);
}

TEST_F(ParseFile, ReadsLinesInPiecesAndCountsThemThrough) {
  std::string text;
  const std::string line = "<urn:s> <urn:p> \"" + std::string(90, 'x') + "é\" .\n";
  constexpr std::size_t lines = 90000;  // some 10 MB, more than a piece
  for (std::size_t i = 0; i < lines; ++i) text += line;
  for (const std::string name : {"big.nq", "big.nq.gz"}) {
    CollectingSink sink;
    const auto path = write(name, text + "<urn:s> <urn:p> oops .");
    try {
      parse_rdf_file(path, RdfFormat::NQuads, {}, sink);
      FAIL() << "accepted";
    } catch (const SyntaxError& error) {
      EXPECT_EQ(error.line(), lines + 1);
      EXPECT_EQ(error.source(), path.string());
    }
    EXPECT_EQ(sink.quads.size(), lines);
  }
}

TEST_F(ParseFile, SaysWhenItCannotRead) {
  EXPECT_THROW(parse(folder_ / "missing.ttl", RdfFormat::Turtle), std::system_error);
  EXPECT_THROW(parse(folder_, RdfFormat::Turtle), std::system_error);
}

TEST_F(ParseFile, RefusesGzipCutShort) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "<urn:s> <urn:p> <urn:o" + std::to_string(i) + "> .\n";
  const auto path = write("cut.nt.gz", text);
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
  EXPECT_THROW(parse(path, RdfFormat::NTriples), std::system_error);
}

}  // namespace
}  // namespace prosper::rdf
