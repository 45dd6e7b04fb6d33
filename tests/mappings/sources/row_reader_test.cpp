// SPDX-License-Identifier: Apache-2.0
#include "mappings/sources/row_reader.hpp"

#include <gtest/gtest.h>
#include <system_error>

#include "mappings/sources/byte_stream.hpp"
#include "mappings/sources/line_reader.hpp"
#include "mappings/sources/text_encoding.hpp"
#include "store/rdf/syntax_error.hpp"
#include "tests/mappings/sources/row_files.hpp"

namespace prosper::mappings {
namespace {

TEST(RowReader, SniffsFormats) {
  EXPECT_EQ(sniff_source_format(write_file("a", "\xEF\xBB\xBF\n [{}]")), SourceFormat::Json);
  EXPECT_EQ(sniff_source_format(write_file("b", "REF\r\n1\r\n")), SourceFormat::AjoutPilote);
  EXPECT_EQ(sniff_source_format(write_file("c", "REF|DENO\n1|2\n")), SourceFormat::Csv);
  for (const char* text : {"", "\n\n", "a sentence about nothing\n", "<xml/>"})
    EXPECT_THROW(sniff_source_format(write_file("d", text)), rdf::SyntaxError) << text;
  EXPECT_THROW(open_rows("/no/such/file"), std::system_error);
  EXPECT_THROW(open_rows(tests::run_directory()), std::system_error);
}

TEST(RowReader, ReadsGzippedFilesOfEveryFormat) {
  EXPECT_EQ(cell(read_file(write_gzip("x.csv.gz", "REF;A\n1;2\n")).at(0), "A"), "2");
  EXPECT_EQ(cell(read_file(write_gzip("x.json.gz", "{\"REF\":\"1\"}")).at(0), "REF"), "1");
  EXPECT_EQ(cell(read_file(write_gzip("x.txt.gz", "REF\n1\n//\n")).at(0), "REF"), "1");
}

TEST(RowReader, SaysWhenAGzipStreamIsCut) {
  std::string lines = "REF;A\n";
  for (int i = 0; i < 20000; ++i) lines += std::to_string(i * 7919) + ";text\n";
  const auto path = write_gzip("cut.csv.gz", lines);
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
  EXPECT_THROW(read_file(path), std::system_error);
}

TEST(RowReader, TellsHowFarItIs) {
  std::string lines = "REF;A\n";
  for (int i = 0; i < 50000; ++i) lines += std::to_string(i) + ";text\n";
  const auto path = write_file("long.csv", lines);
  const auto reader = open_rows(path);
  SourceRow row;
  std::uint64_t before = 0;
  while (reader->next(row)) {
    EXPECT_GE(reader->bytes_read(), before);
    before = reader->bytes_read();
  }
  EXPECT_EQ(reader->bytes_read(), std::filesystem::file_size(path));
}

TEST(ByteStream, HasALimitForWholeDocuments) {
  ByteStream stream(write_file("big", std::string(3U << 20, 'x')));
  EXPECT_THROW(stream.read_all(1U << 20), rdf::SyntaxError);
}

TEST(LineReader, CountsLinesOfEveryKindAndPutsBack) {
  LineReader lines(write_file("lines", "a\rb\r\nc\n\nd"));
  std::string seen;
  Line line;
  while (lines.next(line)) seen += std::to_string(line.number) + line.text + " ";
  EXPECT_EQ(seen, "1a 2b 3c 4 5d ");
  lines.put_back({"again", 3});
  ASSERT_TRUE(lines.next(line));
  EXPECT_EQ(line.text, "again");
}

TEST(TextEncoding, DecodesWindows1252AndUtf16) {
  EXPECT_EQ(windows_1252_to_utf8("\x8C\xE9\x80"), "Œé€");
  EXPECT_EQ(utf16_to_utf8(std::string("\xFF\xFE\xE9\x00\x3D\xD8\x00\xDE", 8), true), "é😀");
  EXPECT_EQ(utf16_to_utf8(std::string("\x00\x41", 2), true), "A");
  EXPECT_FALSE(utf16_to_utf8(std::string("\x00\xDC", 2), false));
  EXPECT_FALSE(utf16_to_utf8("x", false));
  EXPECT_EQ(utf8_problem(std::string("a\0", 2)), "a NUL character at byte 2 of the row");
  EXPECT_EQ(trim_blanks(" \xC2\xA0x\t\xC2\xA0 "), "x");
}

/// The public notice files, where they are: how many rows each has and how many cannot be read.
struct RealFile {
  std::string path;
  std::size_t rows;
  std::size_t errors;
};

class RealNoticeFile : public testing::TestWithParam<RealFile> {};

TEST_P(RealNoticeFile, IsReadToTheEnd) {
  const auto path = std::filesystem::path(PROSPER_SHARED_DIR) / "data" / GetParam().path;
  if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not there";
  std::size_t errors = 0;
  const auto rows = read_file(path);
  for (const SourceRow& row : rows) errors += row.error.empty() ? 0 : 1;
  EXPECT_EQ(rows.size(), GetParam().rows);
  EXPECT_EQ(errors, GetParam().errors);
}

INSTANTIATE_TEST_SUITE_P(
    Files, RealNoticeFile,
    testing::Values(RealFile{"joconde/joconde_2023_costumes.csv", 4274, 0},
                    RealFile{"joconde/joconde_2021_arts_decoratifs.csv", 6080, 0},
                    RealFile{"joconde/joconde_ajoutpilote_utf8.txt", 3, 0},
                    RealFile{"joconde/joconde_ajoutpilote_iso8859-1.txt", 3, 0},
                    RealFile{"joconde/joconde_ajoutpilote_warnings.txt", 1, 0},
                    RealFile{"joconde/joconde_api_notice.json", 1, 0},
                    RealFile{"merimee/mh_2022_isere.csv", 329, 0},
                    RealFile{"merimee_inventaire/ia_toulouse.geojson", 3174, 0},
                    RealFile{"palissy/palissy_api_response.json", 10, 0},
                    RealFile{"museofile/museofile_2025_pipe.csv", 1222, 0},
                    RealFile{"museofile/museofile_2024_codes.csv", 1227, 0},
                    RealFile{"museofile/museofile_2024_labels.csv", 1228, 0}),
    [](const auto& file) {
      std::string name = file.param.path;
      for (char& c : name)
        if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
      return name;
    });

}  // namespace
}  // namespace prosper::mappings
