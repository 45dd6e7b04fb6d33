// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>
#include <zlib.h>

#include "mappings/sources/row_reader.hpp"
#include "tests/files/write_file.hpp"

namespace prosper::mappings {

using tests::write_file;

inline std::filesystem::path write_gzip(const std::string& name, const std::string& text) {
  const auto path = tests::run_directory() / name;
  gzFile file = gzopen(path.c_str(), "wb");
  gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
  gzclose(file);
  return path;
}

inline std::vector<SourceRow> read_all(RowReader& reader) {
  std::vector<SourceRow> rows;
  SourceRow row;
  while (reader.next(row)) rows.push_back(row);
  return rows;
}

inline std::vector<SourceRow> read_file(const std::filesystem::path& path) {
  return read_all(*open_rows(path));
}

/// "a|b" for a list, "" for nothing.
inline std::string cell(const SourceRow& row, const std::string& column) {
  const Value* value = row.cells.find(column);
  std::string text;
  if (value == nullptr) return text;
  for (const std::string& part : value->texts()) text += (text.empty() ? "" : "|") + part;
  return text;
}

}  // namespace prosper::mappings
