// SPDX-License-Identifier: Apache-2.0
// What a name tells of its bearer: nobody known, a body, a school.
#include <algorithm>
#include <array>
#include <string>

#include "mappings/functions/author_lexicon.hpp"
#include "mappings/functions/text.hpp"

namespace prosper::mappings {
namespace {

constexpr auto unknown_words =
    std::to_array<std::string_view>({"anonyme", "anonymes", "inconnu", "inconnue", "indetermine",
                                     "indeterminee", "indetermines", "identifie"});

/// A name with one of these words is a body's wherever the word stands.
constexpr auto group_words = std::to_array<std::string_view>({"&",
                                                              "cie",
                                                              "freres",
                                                              "chantier",
                                                              "chantiers",
                                                              "manufacture",
                                                              "manufactures",
                                                              "atelier",
                                                              "ateliers",
                                                              "societe",
                                                              "societes",
                                                              "usine",
                                                              "usines",
                                                              "faiencerie",
                                                              "faienceries",
                                                              "fonderie",
                                                              "fonderies",
                                                              "editions",
                                                              "edition",
                                                              "editeurs",
                                                              "etablissements",
                                                              "etablissement",
                                                              "ets",
                                                              "population",
                                                              "imprimerie",
                                                              "imprimeries",
                                                              "lithographie",
                                                              "compagnie",
                                                              "verrerie",
                                                              "verreries",
                                                              "cristallerie",
                                                              "cristalleries",
                                                              "poterie",
                                                              "imagerie",
                                                              "galerie",
                                                              "studio",
                                                              "agence",
                                                              "groupe",
                                                              "laboratoire",
                                                              "entreprise",
                                                              "entreprises",
                                                              "bureau",
                                                              "bureaux",
                                                              "gazette",
                                                              "gmbh",
                                                              "ltd",
                                                              "tuilerie",
                                                              "co"});

/// Words that make a body's name only at its beginning: "MAISON Eugène" is a man.
constexpr auto group_beginnings = std::to_array<std::string_view>(
    {"maison de ", "maison du ", "ecole ", "service ", "academie "});

/// Places whose "école" is a movement, not the followers of a master.
constexpr auto movements = std::to_array<std::string_view>(
    {"fontainebleau", "paris",   "barbizon",  "pont-aven", "nancy",    "rouen",
     "lyon",          "crozant", "londres",   "bruges",    "sienne",   "venise",
     "florence",      "bologne", "wu",        "la haye",   "new york", "nice",
     "utrecht",       "anvers",  "marseille", "grenoble",  "palekh"});

std::vector<std::string> words_of(std::string_view folded) {
  return split_outside_parentheses(folded, " ,.-'");
}

bool contains(const auto& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool is_anonymous_name(std::string_view folded) {
  const std::vector<std::string> words = words_of(folded);
  if (words.empty()) return false;
  // Last word, or first: "anonyme français", "maître d'oeuvre inconnu", "non identifié".
  return contains(unknown_words, words.back()) || words.front().starts_with("anonyme");
}

const Role* role_of_anonymous_name(std::string_view folded) {
  for (const std::string_view word : unknown_words) {
    const std::string ending = ' ' + std::string(word);
    if (!folded.ends_with(ending)) continue;
    const Role* role = find_role(folded.substr(0, folded.size() - ending.size()));
    // "auteur inconnu" says no more than "anonyme".
    return role != nullptr && role->slug == "auteur" ? nullptr : role;
  }
  return nullptr;
}

bool is_group_name(std::string_view folded) {
  for (const std::string& word : words_of(folded))
    if (contains(group_words, word)) return true;
  for (const std::string_view beginning : group_beginnings)
    if (folded.starts_with(beginning)) return true;
  return folded.find(" et fils") != std::string_view::npos ||
         folded.find(" pere et ") != std::string_view::npos;
}

SchoolName school_name(std::string_view folded) {
  if (folded.ends_with(" ecole de") || folded.ends_with(" ecole d'") || folded.ends_with(" ecole"))
    return SchoolName::National;
  if (!folded.starts_with("ecole ")) return SchoolName::None;
  const auto leading = find_leading_qualifier(folded);
  // "école des beaux-arts" is an institution, "école de la Russie du Nord" a region's.
  if (!leading) return folded.starts_with("ecole des ") ? SchoolName::None : SchoolName::National;
  const std::string_view rest = folded.substr(leading->second);
  if (rest.starts_with("la ") || rest.starts_with("l'")) {
    return contains(movements, rest) ? SchoolName::Movement : SchoolName::National;
  }
  return contains(movements, rest) ? SchoolName::Movement : SchoolName::OfMaster;
}

bool has_fine_arts(const std::vector<std::string>& domains) {
  constexpr auto fine_arts =
      std::to_array<std::string_view>({"peinture", "dessin", "sculpture", "estampe", "beaux-arts",
                                       "arts graphiques", "miniature", "pastel"});
  if (domains.empty()) return true;
  return std::any_of(domains.begin(), domains.end(), [&](const std::string& domain) {
    const std::string folded = fold(domain);
    return std::any_of(fine_arts.begin(), fine_arts.end(), [&folded](std::string_view art) {
      return folded.find(art) != std::string::npos;
    });
  });
}

}  // namespace prosper::mappings
