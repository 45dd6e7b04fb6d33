// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/coordinates.hpp"

#include <charconv>
#include <cmath>
#include <cstdio>

#include "mappings/functions/projections.hpp"
#include "mappings/functions/text.hpp"

namespace prosper::mappings {
namespace {

std::optional<double> parse_number(std::string_view text) {
  text = trim(text);
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

/// Two numbers with one of `separators` between them.
std::optional<std::pair<double, double>> parse_pair(std::string_view text,
                                                    std::string_view separators) {
  const std::size_t at = text.find_first_of(separators);
  if (at == std::string_view::npos) return std::nullopt;
  const auto first = parse_number(text.substr(0, at));
  const auto second = parse_number(text.substr(at + 1));
  if (!first || !second) return std::nullopt;
  return std::pair{*first, *second};
}

/// Metropolitan France with some sea, the box POP itself checks against.
bool is_in_metropolitan_box(const Position& p) {
  return p.latitude >= 41.18 && p.latitude <= 51.54 && p.longitude >= -9.62 && p.longitude <= 10.3;
}

bool is_on_earth(const Position& p) {
  return std::abs(p.latitude) <= 90 && std::abs(p.longitude) <= 180;
}

std::string number_text(double value) {
  char buffer[32];
  const int length = std::snprintf(buffer, sizeof buffer, "%.7f", value);
  std::string text(buffer, static_cast<std::size_t>(length));
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string coordinate_text(const Position& p) {
  return number_text(p.longitude) + " " + number_text(p.latitude);
}

}  // namespace

std::optional<Position> parse_latitude_longitude(std::string_view text) {
  const auto pair = parse_pair(text, ",;");
  if (!pair || (pair->first == 0 && pair->second == 0)) return std::nullopt;
  const Position position{pair->second, pair->first};
  if (!is_on_earth(position)) return std::nullopt;
  return position;
}

std::optional<Position> parse_projected(std::string_view text, std::string_view zone,
                                        bool overseas) {
  const auto pair = parse_pair(text, ";");
  if (!pair) return std::nullopt;
  std::optional<Position> position;
  if (fold(zone) == "wgs84") {
    position = Position{pair->first, pair->second};
  } else if (const auto projection = projection_of(zone, pair->first, pair->second)) {
    position = unproject(*projection, pair->first, pair->second);
  }
  if (!position || !is_on_earth(*position)) return std::nullopt;
  if (!overseas && !is_in_metropolitan_box(*position)) return std::nullopt;
  return position;
}

std::vector<Position> parse_projected_list(std::string_view text, std::string_view zone,
                                           bool overseas) {
  std::vector<Position> points;
  while (!text.empty()) {
    const std::size_t slash = text.find('/');
    const auto point = parse_projected(text.substr(0, slash), zone, overseas);
    if (!point) return {};
    points.push_back(*point);
    if (slash == std::string_view::npos) break;
    text.remove_prefix(slash + 1);
  }
  return points;
}

Position centroid(const std::vector<Position>& points) {
  Position sum;
  for (const Position& p : points) {
    sum.longitude += p.longitude;
    sum.latitude += p.latitude;
  }
  const auto n = static_cast<double>(points.size());
  return {sum.longitude / n, sum.latitude / n};
}

std::string to_wkt(const Position& position) {
  return "POINT(" + coordinate_text(position) + ")";
}

std::string to_wkt_polygon(const std::vector<Position>& ring) {
  std::string out = "POLYGON((";
  for (const Position& p : ring) out.append(coordinate_text(p)).append(",");
  return out.append(coordinate_text(ring.front())).append("))");
}

}  // namespace prosper::mappings
