// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace prosper::mappings::rml {

/// The part of JSONPath (RFC 9535) that mappings use: $, .name, ['name'], [n], [*], .*; a bare name
/// stands for $.name.
struct JsonPath {
  struct Step {
    enum class Kind { Name, Index, All } kind = Kind::Name;
    std::string name;
    std::size_t index = 0;
  };

  std::vector<Step> steps;
};

/// Returns what is wrong with the path, or "".
std::string parse_json_path(std::string_view text, JsonPath& out);

/// The nodes the path leads to, in document order. They live as long as `root`.
std::vector<const nlohmann::ordered_json*> find_nodes(const nlohmann::ordered_json& root,
                                                      const JsonPath& path);

}  // namespace prosper::mappings::rml
