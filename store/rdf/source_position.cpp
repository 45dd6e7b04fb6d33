// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/source_position.hpp"

#include <algorithm>

#include "store/rdf/utf8.hpp"

namespace prosper::rdf {

SourcePosition position_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_end = before.rfind('\n');
  const std::size_t line_start = line_end == before.npos ? 0 : line_end + 1;
  return {1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')),
          1 + count_code_points(before.substr(line_start))};
}

}  // namespace prosper::rdf
