// SPDX-License-Identifier: Apache-2.0
#include "mappings/rml/template.hpp"

#include <utility>

namespace prosper::mappings::rml {

std::string parse_template(std::string_view text, Template& out) {
  std::string part;
  bool inside = false;
  const auto end_part = [&](bool is_reference) {
    if (!part.empty()) out.parts.push_back({std::exchange(part, std::string()), is_reference});
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\') {
      if (++i == text.size() || std::string_view("{}\\").find(text[i]) == std::string_view::npos)
        return "a backslash may only stand before { } or a backslash";
      part += text[i];
    } else if (c == '{') {
      if (inside) return "{ inside a reference; \\{ was expected";
      end_part(false);
      inside = true;
    } else if (c == '}') {
      if (!inside) return "} without {; \\} was expected";
      if (part.empty()) return "an empty reference {}";
      end_part(true);
      inside = false;
    } else {
      part += c;
    }
  }
  if (inside) return "a { that is never closed";
  end_part(false);
  return {};
}

}  // namespace prosper::mappings::rml
