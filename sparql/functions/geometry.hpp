// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string_view>

namespace prosper::sparql::functions {

/// A POINT or POLYGON in CRS84 (longitude, latitude in degrees), on the WGS 84 ellipsoid.
class Geometry {
 public:
  /// A geo:wktLiteral (GeoSPARQL 1.0 Req 10): WKT after an optional <CRS IRI>, which must be CRS84.
  /// Null for other geometries, coordinates beyond ±180 and ±90, and polygons that cross
  /// themselves.
  static std::shared_ptr<const Geometry> parse(std::string_view lexical_form);

  virtual ~Geometry() = default;
};

/// Metres along the shortest geodesic; 0 when they intersect.
double distance_in_metres(const Geometry& left, const Geometry& right);
/// Simple Features: the interior of `inner` lies in `outer` and their interiors meet.
bool is_within(const Geometry& inner, const Geometry& outer);
bool intersect(const Geometry& left, const Geometry& right);

}  // namespace prosper::sparql::functions
