// SPDX-License-Identifier: Apache-2.0
// The functions of GeoSPARQL 1.0 (§8.7, §9.3) that a map of museums needs, as extension functions.
#include <boost/geometry/core/exception.hpp>

#include "sparql/functions/families.hpp"
#include "sparql/functions/geometry.hpp"
#include "sparql/functions/literals.hpp"
#include "sparql/functions/operators.hpp"

namespace prosper::sparql::functions {
namespace {

using Arguments = std::span<const rdf::Term>;

constexpr std::string_view wkt_literal = "http://www.opengis.net/ont/geosparql#wktLiteral";
constexpr std::string_view units = "http://www.opengis.net/def/uom/OGC/1.0/";
constexpr std::string_view functions = "http://www.opengis.net/def/function/geosparql/";

std::shared_ptr<const Geometry> geometry_of(const rdf::Term& term) {
  const auto* literal = literal_of(term);
  if (literal == nullptr || literal->datatype != wkt_literal) return nullptr;
  return Geometry::parse(literal->lexical_form);
}

/// How many metres the unit is long.
std::optional<double> metres_of(const rdf::Term& unit) {
  const auto* iri = std::get_if<rdf::Iri>(&unit);
  if (iri == nullptr || !iri->value.starts_with(units)) return std::nullopt;
  const std::string_view name = std::string_view(iri->value).substr(units.size());
  if (name == "metre" || name == "meter") return 1;
  if (name == "kilometre" || name == "kilometer") return 1000;
  return std::nullopt;
}

/// Calls `operation` on two geometries; Boost.Geometry throws on what it cannot compute.
template <typename Operation>
auto compute(Arguments arguments, Operation operation)
    -> std::optional<decltype(operation(std::declval<const Geometry&>(),
                                        std::declval<const Geometry&>()))> {
  const auto left = geometry_of(arguments[0]);
  const auto right = geometry_of(arguments[1]);
  if (left == nullptr || right == nullptr) return std::nullopt;
  try {
    return operation(*left, *right);
  } catch (const boost::geometry::exception&) {
    return std::nullopt;
  }
}

Result optional_boolean(std::optional<bool> value) {
  return value ? Result(make_boolean(*value)) : std::nullopt;
}

Result distance(Arguments arguments, Context&) {
  const auto unit = metres_of(arguments[2]);
  const auto metres = unit ? compute(arguments, distance_in_metres) : std::nullopt;
  return metres ? Result(make_number(*metres / *unit)) : std::nullopt;
}

Result sf_within(Arguments arguments, Context&) {
  return optional_boolean(compute(arguments, is_within));
}

Result sf_contains(Arguments arguments, Context&) {
  return optional_boolean(compute(arguments, [](const Geometry& outer, const Geometry& inner) {
    return is_within(inner, outer);
  }));
}

Result sf_intersects(Arguments arguments, Context&) {
  return optional_boolean(compute(arguments, intersect));
}

}  // namespace

void register_geospatial_functions(FunctionTable& table) {
  const auto iri = [](std::string_view name) { return std::string(functions).append(name); };
  table[iri("distance")] = {distance, 3, 3};
  table[iri("sfWithin")] = {sf_within, 2, 2};
  table[iri("sfContains")] = {sf_contains, 2, 2};
  table[iri("sfIntersects")] = {sf_intersects, 2, 2};
}

}  // namespace prosper::sparql::functions
