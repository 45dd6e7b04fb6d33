// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/place_grammar.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "mappings/functions/departments.hpp"
#include "mappings/functions/text.hpp"

namespace prosper::mappings {
namespace {

struct RoleWords {
  std::string_view words;
  std::string_view role;
};

/// What the last part of a parenthesis may say, folded.
constexpr RoleWords place_roles[] = {
    {"lieu de creation", "creation"},      {"lieu d'execution", "execution"},
    {"lieu d'edition", "edition"},         {"lieu de fabrication", "execution"},
    {"lieu d'utilisation", "utilisation"}, {"lieu de destination", "destination"},
    {"lieu de provenance", "provenance"},  {"lieu de decouverte", "decouverte"},
    {"lieu de collecte", "collecte"},      {"lieu d'impression", "edition"},
};

constexpr std::string_view date_words[] = {"date de decouverte", "date de collecte"};
constexpr std::string_view person_words[] = {"decouvreur", "collecteur", "inventeur", "fouilleur"};
/// How an object came to light; folded, the whole segment or its beginning.
constexpr std::string_view circumstance_words[] = {"fouilles",
                                                   "fouille",
                                                   "decouverte fortuite",
                                                   "fortuite",
                                                   "travaux",
                                                   "dragage",
                                                   "necropole",
                                                   "depot de fondation",
                                                   "edifice religieux",
                                                   "habitat",
                                                   "sepulture",
                                                   "tombe",
                                                   "prospection",
                                                   "ramassage",
                                                   "sondage",
                                                   "porte de ville",
                                                   "sauvetage",
                                                   "decouverte isolee",
                                                   "tresor"};

bool has_prefix_of(std::string_view folded, const auto& words) {
  return std::any_of(std::begin(words), std::end(words), [folded](std::string_view word) {
    return folded == word || folded.starts_with(std::string(word) + " ");
  });
}

std::string_view role_of(std::string_view folded) {
  const auto* const it = std::find_if(std::begin(place_roles), std::end(place_roles),
                                      [folded](const RoleWords& r) { return r.words == folded; });
  return it == std::end(place_roles) ? std::string_view() : it->role;
}

/// "Autun (?, lieu de création)" → "Autun" and {"?", "lieu de création"}.
struct Segment {
  std::string name;
  std::vector<std::string> inside;
};

Segment read_segment(std::string_view text) {
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos || text.back() != ')') return {std::string(trim(text)), {}};
  return {std::string(trim(text.substr(0, open))),
          split_outside_parentheses(text.substr(open + 1, text.size() - open - 2), ",;")};
}

/// "France : Mayenne" holds two steps.
void append_steps(std::vector<std::string>& path, std::string_view name) {
  for (std::string& step : split_outside_parentheses(name, ":"))
    if (!step.empty()) path.push_back(std::move(step));
}

std::string drop_doubt(std::string name, bool& uncertain) {
  if (name.ends_with("?")) {
    uncertain = true;
    name.pop_back();
  }
  return std::string(trim(name));
}

Place make_department(const Department& department) {
  return {"id/place/dep/" + std::string(department.code), std::string(department.name),
          "id/place/reg/" + std::string(department.region_code), "departement"};
}

void append_region_and_country(std::vector<Place>& places, const Department& department) {
  places.push_back({"id/place/reg/" + std::string(department.region_code),
                    std::string(department.region), "id/place/pays/fr", "region"});
  places.push_back({"id/place/pays/fr", "France", "", "pays"});
}

bool is_insee(std::string_view code) {
  return code.size() == 5 && department_of_commune(code) != nullptr &&
         std::all_of(code.begin() + 2, code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::vector<Place> commune_places(std::string_view insee, std::string_view commune,
                                  std::string_view department_name) {
  std::vector<Place> places;
  const Department* department = find_department_by_name(department_name);
  if (department == nullptr) department = find_department(department_name);
  if (is_insee(insee)) {
    department = department_of_commune(insee);
    places.push_back({"id/place/insee/" + std::string(insee),
                      std::string(commune.empty() ? insee : commune),
                      "id/place/dep/" + std::string(department->code), "commune"});
  } else if (!commune.empty() && department != nullptr) {
    places.push_back(
        {"id/place/" + slug(std::string(department->name) + " " + std::string(commune)),
         std::string(commune), "id/place/dep/" + std::string(department->code), "commune"});
  } else if (!commune.empty()) {
    places.push_back({"id/place/" + slug(commune), std::string(commune), "", "commune"});
  }
  if (department != nullptr) {
    places.push_back(make_department(*department));
    append_region_and_country(places, *department);
  }
  return places;
}

std::string name_of_index_form(std::string_view text) {
  text = trim(text);
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || !text.ends_with(')')) return std::string(text);
  const std::string_view article = trim(text.substr(open + 1, text.size() - open - 2));
  const std::string folded = fold(article);
  constexpr auto articles = std::to_array<std::string_view>({"le", "la", "les", "l'"});
  if (std::find(articles.begin(), articles.end(), folded) == articles.end())
    return std::string(text);
  const std::string_view blank = folded.ends_with('\'') ? "" : " ";
  return std::string(article).append(blank).append(trim(text.substr(0, open)));
}

std::vector<Place> path_places(const std::vector<std::string>& path) {
  std::vector<Place> places;
  std::string whole;
  std::string parent;
  for (const std::string& step : path) {
    whole += (whole.empty() ? "" : " ") + step;
    const bool is_france = fold(whole) == "france" || fold(whole) == "europe france";
    const std::string iri = is_france ? "id/place/pays/fr" : "id/place/" + slug(whole);
    places.push_back({iri, step, is_france ? "" : parent, is_france ? "pays" : "lieu"});
    parent = iri;
    if (is_france) whole = "France";
  }
  std::reverse(places.begin(), places.end());
  return places;
}

std::optional<std::vector<PlaceMention>> parse_creation_places(std::string_view text) {
  std::vector<PlaceMention> mentions;
  PlaceMention current;
  for (const std::string& part : split_outside_parentheses(text, ",;")) {
    Segment segment = read_segment(part);
    append_steps(current.path, drop_doubt(std::move(segment.name), current.uncertain));
    if (segment.inside.empty()) continue;
    for (const std::string& inside : segment.inside) {
      const std::string_view role = role_of(fold(inside));
      if (inside == "?") {
        current.uncertain = true;
      } else if (role.empty()) {
        return std::nullopt;
      } else if (std::find(current.roles.begin(), current.roles.end(), role) ==
                 current.roles.end()) {
        current.roles.emplace_back(role);
      }
    }
    if (current.path.empty()) return std::nullopt;
    mentions.push_back(std::move(current));
    current = {};
  }
  if (!current.path.empty()) mentions.push_back(std::move(current));
  if (mentions.empty()) return std::nullopt;
  return mentions;
}

namespace {

/// Reads one parenthesis of DECV into `found`; false when its last word is not a role.
bool read_discovery_parenthesis(const std::vector<std::string>& inside, PlaceMention& place,
                                Discovery& found) {
  const std::string last = fold(inside.back());
  const std::vector<std::string> rest(inside.begin(), inside.end() - 1);
  if (const std::string_view role = role_of(last); !role.empty()) {
    for (const std::string& step : rest) {
      if (step == "?") {
        place.uncertain = true;
      } else {
        place.path.push_back(step);
      }
    }
    found.kind = role;
    return !place.path.empty();
  }
  if (rest.empty()) return false;
  if (has_prefix_of(last, date_words)) {
    found.dates.insert(found.dates.end(), rest.begin(), rest.end());
    return true;
  }
  if (has_prefix_of(last, person_words)) {
    found.persons.insert(found.persons.end(), rest.begin(), rest.end());
    return true;
  }
  return false;
}

}  // namespace

std::optional<Discovery> parse_discovery(std::string_view text) {
  Discovery found;
  PlaceMention place;
  bool place_done = false;
  for (const std::string& part : split_outside_parentheses(text, ",;")) {
    Segment segment = read_segment(part);
    const std::string folded = fold(segment.name);
    if (has_prefix_of(folded, circumstance_words)) {
      found.circumstances.push_back(segment.name);
    } else if (!segment.name.empty()) {
      if (place_done) return std::nullopt;
      append_steps(place.path, drop_doubt(std::move(segment.name), place.uncertain));
    }
    if (segment.inside.empty()) continue;
    if (!read_discovery_parenthesis(segment.inside, place, found)) return std::nullopt;
    if (!found.kind.empty()) place_done = true;
  }
  if (found.kind.empty()) return std::nullopt;
  if (!place.path.empty()) found.place = std::move(place);
  return found;
}

}  // namespace prosper::mappings
