// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace prosper::mappings {

/// A GeoJSON geometry (RFC 7946 §3.1) as WKT, longitude first; null when it has none or is
/// malformed. Numbers are kept as written by the shortest form that reads back the same; altitudes
/// are dropped.
std::optional<std::string> geojson_to_wkt(std::string_view geometry);

}  // namespace prosper::mappings
