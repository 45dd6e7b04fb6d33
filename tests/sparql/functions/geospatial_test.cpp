// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <string>

#include "sparql/functions/function_registry.hpp"
#include "store/rdf/term.hpp"

namespace prosper::sparql::functions {
namespace {

const std::string louvre = "POINT(2.3376 48.8606)";
const std::string orsay = "POINT(2.3266 48.8600)";
const std::string paris = "POLYGON((2.22 48.81, 2.42 48.81, 2.42 48.91, 2.22 48.91, 2.22 48.81))";
const std::string lyon = "POLYGON((4.7 45.7, 4.9 45.7, 4.9 45.8, 4.7 45.8, 4.7 45.7))";
const std::string centre = "POLYGON((2.3 48.84, 2.38 48.84, 2.38 48.88, 2.3 48.88, 2.3 48.84))";
const std::string ring =
    "POLYGON((2.22 48.81, 2.42 48.81, 2.42 48.91, 2.22 48.91, 2.22 48.81), "
    "(2.3 48.84, 2.3 48.88, 2.38 48.88, 2.38 48.84, 2.3 48.84))";

rdf::Term wkt(const std::string& text) {
  return rdf::make_typed_literal(text, "http://www.opengis.net/ont/geosparql#wktLiteral");
}

Result call(const std::string& name, const std::vector<rdf::Term>& arguments) {
  const auto* registration = find_function("http://www.opengis.net/def/function/geosparql/" + name);
  Context context;
  return registration == nullptr ? Result() : registration->function(arguments, context);
}

/// -1 for an error.
double distance(const std::string& left, const std::string& right,
                const std::string& unit = "metre") {
  const Result result =
      call("distance",
           {wkt(left), wkt(right), rdf::Iri{"http://www.opengis.net/def/uom/OGC/1.0/" + unit}});
  return result ? std::stod(std::get<rdf::Literal>(*result).lexical_form) : -1;
}

std::string relation(const std::string& name, const std::string& left, const std::string& right) {
  const Result result = call(name, {wkt(left), wkt(right)});
  return result ? std::get<rdf::Literal>(*result).lexical_form : "error";
}

TEST(Distance, FollowsTheEllipsoid) {
  // One degree of longitude on the equator: 6,378,137 m × π / 180.
  EXPECT_NEAR(distance("POINT(0 0)", "POINT(1 0)"), 111'319.4908, 0.001);
  // One degree of latitude at the pole is longer than at the equator.
  EXPECT_NEAR(distance("POINT(0 89)", "POINT(0 90)"), 111'693.8655, 0.01);
  EXPECT_NEAR(distance(louvre, orsay), 810, 3);
  EXPECT_NEAR(distance(louvre, orsay, "kilometre"), 0.810, 0.003);
  EXPECT_EQ(distance(louvre, louvre), 0);
}

TEST(Distance, IsZeroForGeometriesThatIntersect) {
  EXPECT_EQ(distance(louvre, paris), 0);
  EXPECT_EQ(distance(paris, centre), 0);
  EXPECT_GT(distance(louvre, ring), 1000);
  EXPECT_NEAR(distance(paris, lyon), 376'400, 500);
}

TEST(Distance, IsAnErrorForOtherUnits) {
  EXPECT_EQ(distance(louvre, orsay, "degree"), -1);
  EXPECT_FALSE(call("distance", {wkt(louvre), wkt(orsay), rdf::make_string("metre")}));
}

TEST(Relations, FollowSimpleFeatures) {
  EXPECT_EQ(relation("sfWithin", louvre, paris), "true");
  EXPECT_EQ(relation("sfWithin", paris, louvre), "false");
  EXPECT_EQ(relation("sfWithin", louvre, lyon), "false");
  EXPECT_EQ(relation("sfWithin", centre, paris), "true");
  EXPECT_EQ(relation("sfWithin", louvre, ring), "false");
  EXPECT_EQ(relation("sfWithin", "POINT(2.22 48.81)", paris), "false");
  EXPECT_EQ(relation("sfContains", paris, louvre), "true");
  EXPECT_EQ(relation("sfContains", paris, centre), "true");
  EXPECT_EQ(relation("sfContains", centre, paris), "false");
  EXPECT_EQ(relation("sfIntersects", paris, louvre), "true");
  EXPECT_EQ(relation("sfIntersects", louvre, louvre), "true");
  EXPECT_EQ(relation("sfIntersects", louvre, orsay), "false");
  EXPECT_EQ(relation("sfIntersects", paris, lyon), "false");
  EXPECT_EQ(relation("sfIntersects", "POINT(2.22 48.81)", paris), "true");
}

TEST(Geometry, TakesCrs84AndAnyRingOrientation) {
  const std::string crs84 = "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> ";
  EXPECT_EQ(relation("sfWithin", crs84 + louvre, paris), "true");
  EXPECT_EQ(relation("sfWithin", "point (2.3376 48.8606)",
                     "Polygon((2.22 48.81, 2.22 48.91, 2.42 48.91, 2.42 48.81, 2.22 48.81))"),
            "true");
}

TEST(Geometry, IsAnErrorWhenItCannotBeRead) {
  const std::string epsg = "<http://www.opengis.net/def/crs/EPSG/0/4326> ";
  for (const std::string& text :
       {std::string(), std::string("POINT"), std::string("POINT(2.3)"), std::string("POINT EMPTY"),
        std::string("POINT(1 2 3)"), std::string("POINT(1 2"),
        std::string("POLYGON((0 0, 1 0, 1 1,, 0 0))"),
        std::string("POLYGON((0 0, 1 0, 1 1, 0 0),)"), std::string("POLYGON EMPTY"),
        std::string("POINT(x y)"), std::string("POINT(200 10)"), std::string("POINT(10 91)"),
        std::string("POINT(nan 1)"), std::string("POINT(1 2) POINT(1 2)"),
        std::string("LINESTRING(0 0, 1 1)"), std::string("POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))"),
        std::string("<unclosed POINT(1 2)"), epsg + louvre}) {
    EXPECT_EQ(relation("sfIntersects", text, paris), "error") << text;
  }
  EXPECT_FALSE(call("sfWithin", {rdf::make_string(louvre), wkt(paris)}));
  EXPECT_FALSE(call("sfWithin", {rdf::Iri{"http://a/"}, wkt(paris)}));
}

}  // namespace
}  // namespace prosper::sparql::functions
