// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mappings/functions/value.hpp"

namespace prosper::mappings {

/// A shared place node: "id/place/insee/38185" in "id/place/dep/38".
struct Place {
  std::string iri;
  std::string label;
  /// Empty for an outermost place.
  std::string parent_iri;
  /// commune, departement, region, pays, lieu.
  std::string kind;
};

/// A commune and what it lies in, innermost first. By INSEE code where there is one, else by name
/// within its département; empty when there is neither code nor name.
std::vector<Place> commune_places(std::string_view insee, std::string_view commune,
                                  std::string_view department);

/// "Tronche (La)" → "La Tronche", "Isle-d'Abeau (L')" → "L'Isle-d'Abeau": the name an index form
/// stands for. Anything else as it is, trimmed.
std::string name_of_index_form(std::string_view text);

/// "France, Saône-et-Loire, Autun": a place of its own per step, keyed by the whole path; innermost
/// first.
std::vector<Place> path_places(const std::vector<std::string>& path);

/// A place a notice names with the part it played (LIEUX): "lieu de création".
struct PlaceMention {
  /// Outermost first.
  std::vector<std::string> path;
  /// creation, execution, edition, utilisation, destination, provenance, decouverte, collecte;
  /// empty when the notice does not say.
  std::vector<std::string> roles;
  bool uncertain = false;
};

/// LIEUX: "France, Saône-et-Loire, Autun (lieu de création) ; …". Nothing when a parenthesis is not
/// about a role.
std::optional<std::vector<PlaceMention>> parse_creation_places(std::string_view text);

/// DECV: where, when and by whom an object was found or collected.
struct Discovery {
  std::optional<PlaceMention> place;
  /// decouverte, collecte or provenance.
  std::string kind;
  std::vector<std::string> dates;
  std::vector<std::string> persons;
  /// "fouilles", "découverte fortuite".
  std::vector<std::string> circumstances;
};

/// Nothing when some segment is not understood: the text then stays a statement.
std::optional<Discovery> parse_discovery(std::string_view text);

}  // namespace prosper::mappings
