// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace prosper::mappings {

/// Where one notice stands in a JSON document.
struct JsonRecord {
  std::size_t offset = 0;
  std::size_t length = 0;
  std::uint64_t line = 0;
};

/// Finds the notices of a JSON document without building a tree of it: the hits of Elasticsearch
/// answers (also several answers under "responses"), the features of a GeoJSON collection, the
/// items of a list, several documents one after the other, or the document itself. Throws
/// rdf::SyntaxError when brackets or strings do not match; the inside of a record is checked by who
/// parses it.
std::vector<JsonRecord> find_json_records(std::string_view text, const std::string& source);

}  // namespace prosper::mappings
