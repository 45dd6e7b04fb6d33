// SPDX-License-Identifier: Apache-2.0
#include "mappings/sources/geometry.hpp"

#include <nlohmann/json.hpp>

namespace prosper::mappings {
namespace {

using Json = nlohmann::json;

bool append_position(std::string& out, const Json& position) {
  if (!position.is_array() || position.size() < 2) return false;
  if (!position[0].is_number() || !position[1].is_number()) return false;
  out += position[0].dump() + " " + position[1].dump();
  return true;
}

/// Nested lists of positions, `depth` levels of parentheses deep.
bool append_positions(std::string& out, const Json& list, int depth) {
  if (depth == 0) return append_position(out, list);
  if (!list.is_array() || list.empty()) return false;
  out += '(';
  bool first = true;
  for (const Json& item : list) {
    if (!first) out += ", ";
    first = false;
    if (!append_positions(out, item, depth - 1)) return false;
  }
  out += ')';
  return true;
}

bool append_geometry(std::string& out, const Json& geometry) {
  struct Shape {
    std::string_view type;
    std::string_view keyword;
    int depth;
  };

  constexpr Shape shapes[] = {
      {"Point", "POINT", 0},           {"MultiPoint", "MULTIPOINT", 1},
      {"LineString", "LINESTRING", 1}, {"MultiLineString", "MULTILINESTRING", 2},
      {"Polygon", "POLYGON", 2},       {"MultiPolygon", "MULTIPOLYGON", 3}};
  if (!geometry.is_object() || !geometry.contains("type") || !geometry["type"].is_string())
    return false;
  const auto type = geometry["type"].get<std::string>();
  for (const Shape& shape : shapes) {
    if (shape.type != type) continue;
    if (!geometry.contains("coordinates")) return false;
    out += shape.keyword;
    if (shape.depth > 0) return append_positions(out, geometry["coordinates"], shape.depth);
    out += '(';
    if (!append_position(out, geometry["coordinates"])) return false;
    out += ')';
    return true;
  }
  return false;
}

}  // namespace

std::optional<std::string> geojson_to_wkt(std::string_view geometry) {
  const Json document = Json::parse(geometry, nullptr, false);
  std::string wkt;
  if (document.is_discarded() || !append_geometry(wkt, document)) return std::nullopt;
  return wkt;
}

}  // namespace prosper::mappings
