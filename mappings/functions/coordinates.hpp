// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prosper::mappings {

/// WGS84 degrees.
struct Position {
  double longitude = 0;
  double latitude = 0;
};

/// "lat,lon" as POP_COORDONNEES and open-data columns have it; 0,0 is a missing value.
std::optional<Position> parse_latitude_longitude(std::string_view text);

/// One point "x;y" in the projection named by ZONE (COOR): Lambert zones of the NTF, Lambert 93 and
/// the conic zones mistaken for it, Gauss Laborde, UTM20N, WGS84 as "lon;lat". Nothing for a
/// placeholder, an unknown zone, or a point outside France (`overseas` widens it to the world).
/// NTF is shifted by three parameters, good to about 5 m. Thread-safe.
std::optional<Position> parse_projected(std::string_view text, std::string_view zone,
                                        bool overseas);

/// "x;y/x;y/…" (COORM): all points, or nothing when one is not readable.
std::vector<Position> parse_projected_list(std::string_view text, std::string_view zone,
                                           bool overseas);

/// The mean of the points.
Position centroid(const std::vector<Position>& points);

/// "POINT(lon lat)", "POLYGON((…))" with the ring closed; seven decimals, trailing zeros dropped.
std::string to_wkt(const Position& position);
std::string to_wkt_polygon(const std::vector<Position>& ring);

}  // namespace prosper::mappings
