// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/table.hpp"

#include "mappings/functions/embedded_files.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::mappings {

std::vector<std::vector<std::string>> embedded_table(std::string_view file_name) {
  const auto text = functions::embedded_file(file_name);
  PROSPER_ASSERT(text.has_value());
  std::vector<std::vector<std::string>> rows;
  for (std::size_t start = 0; start < text->size();) {
    const std::size_t end = std::min(text->find('\n', start), text->size());
    const std::string_view line = text->substr(start, end - start);
    start = end + 1;
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string>& cells = rows.emplace_back();
    for (std::size_t cell = 0; cell <= line.size();) {
      const std::size_t tab = std::min(line.find('\t', cell), line.size());
      cells.emplace_back(line.substr(cell, tab - cell));
      cell = tab + 1;
    }
  }
  return rows;
}

}  // namespace prosper::mappings
