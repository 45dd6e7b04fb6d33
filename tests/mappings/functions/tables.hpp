// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

namespace prosper::mappings::testing {

/// Rows of a tab-separated file, without comments and empty lines; nothing when there is no file.
inline std::optional<std::vector<std::vector<std::string>>> read_table(
    const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) return std::nullopt;
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string>& cells = rows.emplace_back();
    for (std::size_t start = 0; start <= line.size();) {
      const std::size_t tab = std::min(line.find('\t', start), line.size());
      cells.push_back(line.substr(start, tab - start));
      start = tab + 1;
    }
  }
  return rows;
}

inline std::filesystem::path test_table(const std::string& name) {
  return std::filesystem::path(PROSPER_SOURCE_DIR) / "tests/mappings/functions" / name;
}

inline std::filesystem::path shared_file(const std::string& name) {
  return std::filesystem::path(PROSPER_SHARED_DIR) / name;
}

struct CountedValue {
  unsigned count = 0;
  std::string text;
};

/// A list of real values, "count<TAB>value" a line.
inline std::optional<std::vector<CountedValue>> read_values(const std::string& name) {
  const auto rows = read_table(shared_file("data/values/" + name));
  if (!rows) return std::nullopt;
  std::vector<CountedValue> values;
  for (const auto& row : *rows)
    if (row.size() >= 2 && !row[0].empty() &&
        row[0].find_first_not_of("0123456789") == std::string::npos)
      values.push_back({static_cast<unsigned>(std::stoul(row[0])), row[1]});
  return values;
}

}  // namespace prosper::mappings::testing
