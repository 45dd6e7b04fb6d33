// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "mappings/functions/value.hpp"

namespace prosper::mappings {

/// One notice as its file has it: column name → text or list of texts, in the file's order.
/// Cells without text are absent.
struct SourceRow {
  Record cells;
  std::string file;
  /// Line where the row begins, from 1.
  std::uint64_t line = 0;
  /// The row as read, for the rejects file; for encodings other than UTF-8, the bytes.
  std::string text;
  /// Not empty: the row cannot be read, and why; `cells` is then empty.
  std::string error;
};

}  // namespace prosper::mappings
