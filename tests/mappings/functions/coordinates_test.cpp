// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/coordinates.hpp"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace prosper::mappings {
namespace {

/// Metres, good enough over short distances.
double distance(const Position& a, const Position& b) {
  const double metres_per_degree = 111'195;
  const double dx = (a.longitude - b.longitude) * std::cos(a.latitude * 3.14159265 / 180);
  return metres_per_degree * std::hypot(dx, a.latitude - b.latitude);
}

struct Vector {
  const char* text;
  const char* zone;
  double latitude;
  double longitude;
};

class Projections : public testing::TestWithParam<Vector> {};

TEST_P(Projections, giveWgs84) {
  const Vector& v = GetParam();
  const auto position = parse_projected(v.text, v.zone, false);
  ASSERT_TRUE(position.has_value());
  EXPECT_LT(distance(*position, {v.longitude, v.latitude}), 6.0)
      << position->latitude << ", " << position->longitude;
}

INSTANTIATE_TEST_SUITE_P(
    Vectors, Projections,
    testing::Values(Vector{"652470;6862035", "Lambert93", 48.856598, 2.352213},
                    Vector{"0794409;6291409", "LAMBERT 93", 43.715408, 4.171273},
                    Vector{"600000 ; 2428000", "Lambert2 étendu", 48.850347, 2.336506},
                    Vector{"782980;1007687", "Lambert1", 47.743975, 4.776035},
                    Vector{"1576050 ; 2271665", "Lambert93", 43.634897, 1.463873},
                    Vector{"529649.175553827 ; 148831.737097628", "Lambert3 sud", 43.636049471239,
                           1.46467048620345},
                    Vector{"2.35;48.85", "WGS84", 48.85, 2.35}));

TEST(Coordinates, refusesWhatIsNoPlaceInFrance) {
  EXPECT_FALSE(parse_projected("X ; Y", "Lambert93", false));
  EXPECT_FALSE(parse_projected("0782980 ; 10076870", "Lambert2 étendu", false));
  EXPECT_FALSE(parse_projected("652470;6862035", "MTU", false));
  EXPECT_FALSE(parse_projected("652470 6862035", "Lambert93", false));
  EXPECT_FALSE(parse_projected("55.45;-20.94", "WGS84", false));
  EXPECT_TRUE(parse_projected("55.45;-20.94", "WGS84", true));
  EXPECT_FALSE(parse_latitude_longitude("0,0"));
  EXPECT_FALSE(parse_latitude_longitude("91,2"));
  EXPECT_FALSE(parse_latitude_longitude("48.85"));
}

TEST(Coordinates, areWrittenLongitudeFirst) {
  EXPECT_EQ(to_wkt(parse_latitude_longitude("45.2056337955,5.75079189078").value()),
            "POINT(5.7507919 45.2056338)");
  const auto ring = parse_projected_list("1;45/2;45/2;46", "WGS84", false);
  ASSERT_EQ(ring.size(), 3U);
  EXPECT_EQ(to_wkt_polygon(ring), "POLYGON((1 45,2 45,2 46,1 45))");
  EXPECT_EQ(to_wkt(centroid(parse_projected_list("1;45/3;47", "WGS84", false))), "POINT(2 46)");
  EXPECT_TRUE(parse_projected_list("1;45/X;Y", "WGS84", false).empty());
}

TEST(CoordinatesOfRealNotices, agreeWithTheWgs84Column) {
  const std::filesystem::path path =
      std::filesystem::path(PROSPER_SHARED_DIR) / "data/values/merimee_coor_zone.tsv";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not there";
  std::ifstream in(path);
  const std::string separator = "\xE2\x90\x9F";
  int near = 0;
  int compared = 0;
  for (std::string line; std::getline(in, line);) {
    const std::string cells = line.substr(line.find('\t') + 1);
    const std::size_t first = cells.find(separator);
    const std::size_t second = cells.find(separator, first + 3);
    if (second == std::string::npos) continue;
    const auto projected =
        parse_projected(cells.substr(0, first), cells.substr(first + 3, second - first - 3), false);
    const auto expected = parse_latitude_longitude(cells.substr(second + 3));
    if (!projected || !expected) continue;
    ++compared;
    if (distance(*projected, *expected) < 15) ++near;
  }
  RecordProperty("near", std::to_string(near) + " of " + std::to_string(compared));
  EXPECT_GT(compared, 1000);
  EXPECT_GE(near * 100, compared * 98) << near << " of " << compared;
}

}  // namespace
}  // namespace prosper::mappings
