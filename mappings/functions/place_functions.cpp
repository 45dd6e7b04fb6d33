// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/coordinates.hpp"
#include "mappings/functions/departments.hpp"
#include "mappings/functions/function_registry.hpp"
#include "mappings/functions/place_grammar.hpp"
#include "mappings/functions/text.hpp"

namespace prosper::mappings {
namespace {

std::string parameter(std::string_view name) {
  return std::string(function_ns).append(name);
}

Record to_record(const Place& place) {
  Record record;
  record.set("iri", place.iri);
  record.set("label", place.label);
  record.set("kind", place.kind);
  if (!place.parent_iri.empty()) record.set("parentIri", place.parent_iri);
  return record;
}

List to_records(const std::vector<Place>& places) {
  List records;
  for (const Place& place : places) records.emplace_back(to_record(place));
  return records;
}

/// Names of the communes of a notice: as people write them, else from the index forms.
std::vector<std::string> commune_names(const Arguments& arguments) {
  std::vector<std::string> names = arguments[parameter("commune")].texts();
  if (!names.empty()) return names;
  for (const std::string& form : arguments[parameter("indexForm")].texts())
    names.push_back(name_of_index_form(form));
  return names;
}

/// prf:communes(insee, commune, indexForm, department): the chain from commune to country,
/// innermost first. Several codes and names run in step.
Value communes(const Arguments& arguments, FunctionContext&) {
  const std::vector<std::string> codes = arguments[parameter("insee")].texts();
  const std::vector<std::string> names = commune_names(arguments);
  const std::vector<std::string> departments = arguments[parameter("department")].texts();
  List records;
  for (std::size_t i = 0; i < std::max(codes.size(), names.size()); ++i) {
    const auto at = [i](const std::vector<std::string>& all) {
      return i < all.size() ? std::string(trim(all[i])) : std::string();
    };
    const std::string department = i < departments.size() ? departments[i]
                                   : departments.empty()  ? ""
                                                          : departments.front();
    List chain = to_records(commune_places(at(codes), at(names), trim(department)));
    std::move(chain.begin(), chain.end(), std::back_inserter(records));
  }
  return records.empty() ? Value() : Value(std::move(records));
}

/// prf:commune(insee, commune, indexForm, department): IRI of the innermost place of the first
/// commune.
Value commune(const Arguments& arguments, FunctionContext&) {
  const std::vector<std::string> names = commune_names(arguments);
  const auto places = commune_places(trim(arguments.text(parameter("insee"))),
                                     names.empty() ? "" : trim(names.front()),
                                     trim(arguments.text(parameter("department"))));
  return places.empty() ? Value() : Value(places.front().iri);
}

Record to_record(const PlaceMention& mention, std::size_t n) {
  const std::vector<Place> places = path_places(mention.path);
  Record record;
  record.set("n", std::to_string(n));
  record.set("iri", places.front().iri);
  record.set("label", places.front().label);
  record.set("places", to_records(places));
  if (mention.uncertain) record.set("confidence", "uncertain");
  for (const std::string& role : mention.roles) {
    const bool is_use = role == "utilisation" || role == "destination";
    const bool is_find = role == "provenance" || role == "decouverte" || role == "collecte";
    record.set(is_use ? "use" : is_find ? "origin" : "creation", places.front().iri);
  }
  return record;
}

/// prf:places(text): LIEUX → records {n, iri, label, places, creation | use | origin: the IRI}.
Value places(const Arguments& arguments, FunctionContext& context) {
  List records;
  for (const std::string& text : arguments[parameter("text")].texts()) {
    if (trim(text).empty()) continue;
    const auto mentions = parse_creation_places(text);
    context.count("places", arguments.text(parameter("field")), mentions.has_value());
    if (!mentions) continue;
    for (const PlaceMention& mention : *mentions)
      records.emplace_back(to_record(mention, records.size() + 1));
  }
  return records.empty() ? Value() : Value(std::move(records));
}

List to_list(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

/// prf:discovery(text): DECV → {kind, kindIri, place, places, dates, persons, circumstances}.
Value discovery(const Arguments& arguments, FunctionContext& context) {
  std::string text;
  for (const std::string& part : arguments[parameter("text")].texts())
    text += (text.empty() ? "" : " ; ") + part;
  if (trim(text).empty()) return {};
  const auto found = parse_discovery(text);
  context.count("discovery", arguments.text(parameter("field")), found.has_value());
  if (!found) return {};
  Record record;
  record.set("kind", found->kind);
  record.set("kindIri", "voc/decouverte/" + found->kind);
  record.set("label", text);
  if (found->place) {
    const auto all = path_places(found->place->path);
    record.set("place", all.front().iri);
    record.set("places", to_records(all));
    if (found->place->uncertain) record.set("confidence", "uncertain");
  }
  record.set("dates", to_list(found->dates));
  record.set("persons", to_list(found->persons));
  record.set("circumstances", to_list(found->circumstances));
  // A place of provenance alone tells of no find: the mapping documents look at this.
  record.set(found->kind == "provenance" ? "provenancePlace" : "encounterPlace",
             found->place ? Value(path_places(found->place->path).front().iri) : Value());
  if (found->kind != "provenance") record.set("encounter", "true");
  return Value(List{Value(std::move(record))});
}

/// prf:position(latLon, x-y point, zone, points, department): best of POP_COORDONNEES, COOR + ZONE,
/// COORM.
Value position(const Arguments& arguments, FunctionContext& context) {
  const std::string zone = arguments.text(parameter("zone"));
  const bool overseas = arguments.text(parameter("department")).starts_with("97");
  const std::string wgs84 = arguments.text(parameter("latLon"));
  const std::string point = arguments.text(parameter("point"));
  const std::string points = arguments.text(parameter("points"));
  if (trim(wgs84).empty() && trim(point).empty() && trim(points).empty()) return {};
  Record record;
  std::optional<Position> found = parse_latitude_longitude(wgs84);
  if (!found) found = parse_projected(point, zone, overseas);
  const std::vector<Position> ring = parse_projected_list(points, zone, overseas);
  if (!found && !ring.empty()) found = centroid(ring);
  context.count("coordinates", arguments.text(parameter("field")), found.has_value());
  if (!found) return {};
  record.set("wkt", to_wkt(*found));
  if (ring.size() >= 3) record.set("polygon", to_wkt_polygon(ring));
  return Value(List{Value(std::move(record))});
}

}  // namespace

void register_place_functions(FunctionRegistry& registry) {
  const std::string ns(function_ns);
  registry.add(ns + "communes", communes);
  registry.add(ns + "commune", commune);
  registry.add(ns + "places", places);
  registry.add(ns + "discovery", discovery);
  registry.add(ns + "position", position);
}

}  // namespace prosper::mappings
