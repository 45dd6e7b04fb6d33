// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mappings/sources/line_reader.hpp"
#include "mappings/sources/row_reader.hpp"

namespace prosper::mappings {

struct CsvOptions {
  /// Null: the delimiter among | ; , TAB that the header has most often.
  std::optional<char> delimiter;
  /// Cells are trimmed and empty ones absent (notices); otherwise they are kept as they are.
  bool trim_cells = true;
};

/// A delimited file with a header: cells bare or in double quotes ("" for a quote), line breaks
/// inside quotes, any line end. A row with too few or too many cells, an unclosed quote or invalid
/// UTF-8 is handed over as an error; reading goes on at the next line that fits.
class CsvReader final : public RowReader {
 public:
  /// Throws rdf::SyntaxError when the header has no delimiter that could be found, or is no UTF-8.
  explicit CsvReader(const std::filesystem::path& path, CsvOptions options = {});

  bool next(SourceRow& row) override;

  std::uint64_t bytes_read() const override { return lines_.bytes_read(); }

  const std::vector<std::string>& columns() const { return columns_; }

  char delimiter() const { return delimiter_; }

 private:
  bool next_record(Line& record, std::vector<std::string>& cells, std::string& error);
  void read_header();

  std::string file_;
  CsvOptions options_;
  LineReader lines_;
  char delimiter_ = ',';
  std::vector<std::string> columns_;
};

/// The delimiter among | ; , TAB that stands most often outside quotes; null when none does.
std::optional<char> detect_delimiter(std::string_view header);

}  // namespace prosper::mappings
