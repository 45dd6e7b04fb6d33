// SPDX-License-Identifier: Apache-2.0
#include "sparql/functions/geometry.hpp"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>
#include <cmath>
#include <string>
#include <utility>
#include <variant>

namespace prosper::sparql::functions {
namespace {

namespace bg = boost::geometry;

using Point = bg::model::point<double, 2, bg::cs::geographic<bg::degree>>;
using Polygon = bg::model::polygon<Point>;

class ParsedGeometry : public Geometry {
 public:
  explicit ParsedGeometry(std::variant<Point, Polygon> shape) : shape_(std::move(shape)) {}

  const std::variant<Point, Polygon>& shape() const { return shape_; }

 private:
  std::variant<Point, Polygon> shape_;
};

const std::variant<Point, Polygon>& shape_of(const Geometry& geometry) {
  return static_cast<const ParsedGeometry&>(geometry).shape();
}

/// Removes the CRS in front; false when it is not CRS84.
bool take_crs(std::string_view& text) {
  if (!text.starts_with('<')) return true;
  const std::size_t end = text.find('>');
  if (end == std::string_view::npos) return false;
  const std::string_view crs = text.substr(1, end - 1);
  text.remove_prefix(end + 1);
  while (text.starts_with(' ')) text.remove_prefix(1);
  return crs == "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
}

bool is_on_earth(const Point& point) {
  // Written so that NaN fails.
  return std::fabs(bg::get<0>(point)) <= 180 && std::fabs(bg::get<1>(point)) <= 90;
}

bool is_on_earth(const Polygon& polygon) {
  bool result = true;
  bg::for_each_point(polygon, [&](const Point& point) { result = result && is_on_earth(point); });
  return result;
}

template <typename Shape>
std::shared_ptr<const Geometry> read(std::string_view text) {
  Shape shape;
  bg::read_wkt(std::string(text), shape);
  if (!is_on_earth(shape)) return nullptr;
  bg::correct(shape);
  if (!bg::is_valid(shape)) return nullptr;
  return std::make_shared<const ParsedGeometry>(std::move(shape));
}

int count_words(std::string_view text) {
  int count = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_space && !in_word) ++count;
    in_word = !is_space;
  }
  return count;
}

/// Exactly two numbers between any two of "(", "," and ")": Boost reads a missing one as zero.
bool has_pairs_only(std::string_view text) {
  char before = ' ';
  while (true) {
    const std::size_t at = text.find_first_of("(,)");
    if (at == std::string_view::npos) return before == ')';
    if (before != ' ' && text[at] != '(') {
      const int numbers = count_words(text.substr(0, at));
      if (numbers != 2 && !(numbers == 0 && before == ')')) return false;
    }
    before = text[at];
    text.remove_prefix(at + 1);
  }
}

bool starts_with_word(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & ~0x20U) != static_cast<unsigned char>(word[i])) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::shared_ptr<const Geometry> Geometry::parse(std::string_view lexical_form) {
  if (!take_crs(lexical_form) || !has_pairs_only(lexical_form)) return nullptr;
  try {
    if (starts_with_word(lexical_form, "POINT")) return read<Point>(lexical_form);
    if (starts_with_word(lexical_form, "POLYGON")) return read<Polygon>(lexical_form);
  } catch (const bg::exception&) {
    // Text from a client: no geometry, which is an expression error.
  }
  return nullptr;
}

double distance_in_metres(const Geometry& left, const Geometry& right) {
  // Vincenty's formulae are good to half a millimetre.
  const bg::strategies::distance::geographic<bg::strategy::vincenty> strategy;
  return std::visit(
      [&](const auto& a, const auto& b) -> double { return bg::distance(a, b, strategy); },
      shape_of(left), shape_of(right));
}

bool is_within(const Geometry& inner, const Geometry& outer) {
  return std::visit(
      [](const auto& a, const auto& b) -> bool {
        using Inner = std::decay_t<decltype(a)>;
        using Outer = std::decay_t<decltype(b)>;
        // A polygon with an area lies within no point.
        if constexpr (std::is_same_v<Inner, Polygon> && std::is_same_v<Outer, Point>)
          return false;
        else
          return bg::within(a, b);
      },
      shape_of(inner), shape_of(outer));
}

bool intersect(const Geometry& left, const Geometry& right) {
  return std::visit([](const auto& a, const auto& b) -> bool { return bg::intersects(a, b); },
                    shape_of(left), shape_of(right));
}

}  // namespace prosper::sparql::functions
