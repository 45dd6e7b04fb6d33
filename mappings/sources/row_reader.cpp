// SPDX-License-Identifier: Apache-2.0
#include "mappings/sources/row_reader.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "mappings/sources/ajout_pilote_reader.hpp"
#include "mappings/sources/byte_stream.hpp"
#include "mappings/sources/csv_reader.hpp"
#include "mappings/sources/json_reader.hpp"
#include "mappings/sources/text_encoding.hpp"
#include "store/rdf/syntax_error.hpp"

namespace prosper::mappings {
namespace {

constexpr std::size_t sniffed_bytes = 1U << 16;

std::string_view first_line(std::string_view text) {
  return trim_blanks(text.substr(0, text.find_first_of("\r\n")));
}

}  // namespace

SourceFormat sniff_source_format(const std::filesystem::path& path) {
  std::string beginning;
  ByteStream stream(path);
  while (beginning.size() < sniffed_bytes && stream.read(beginning, sniffed_bytes)) {
  }
  std::string_view text = beginning;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  if (text.empty()) throw rdf::SyntaxError(path.string(), 1, 0, "the file is empty");
  if (text.front() == '{' || text.front() == '[') return SourceFormat::Json;
  const std::string_view line = first_line(text);
  if (is_field_code(line) || line == "//") return SourceFormat::AjoutPilote;
  if (detect_delimiter(line)) return SourceFormat::Csv;
  throw rdf::SyntaxError(path.string(), 1, 0,
                         "in no known layout: CSV with a header (| ; , or TAB), JSON, GeoJSON or "
                         "Ajout-pilote text was expected");
}

std::unique_ptr<RowReader> open_rows(const std::filesystem::path& path) {
  switch (sniff_source_format(path)) {
    case SourceFormat::Json:
      return std::make_unique<JsonReader>(path);
    case SourceFormat::AjoutPilote:
      return std::make_unique<AjoutPiloteReader>(path);
    case SourceFormat::Csv:
      break;
  }
  return std::make_unique<CsvReader>(path);
}

}  // namespace prosper::mappings
