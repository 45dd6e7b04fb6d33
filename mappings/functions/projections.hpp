// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mappings/functions/coordinates.hpp"

namespace prosper::mappings {

/// The PROJ definition for a ZONE value and a point in it; null when the zone is unknown.
/// `y` decides between forms of one zone: with or without the leading digit, Lambert 93 or CC.
std::optional<std::string> projection_of(std::string_view zone, double x, double y);

/// Through PROJ to WGS84; nothing outside the projection's domain. Caches per thread.
std::optional<Position> unproject(const std::string& definition, double x, double y);

}  // namespace prosper::mappings
