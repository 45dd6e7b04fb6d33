// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace prosper::rdf {

/// A place in a text: lines and columns from 1, columns in code points.
struct SourcePosition {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// Where the byte at `offset` stands. Linear: for error messages only.
SourcePosition position_of(std::string_view text, std::size_t offset);

}  // namespace prosper::rdf
