// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/author_lexicon.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "mappings/functions/table.hpp"
#include "mappings/functions/text.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::mappings {
namespace {

struct QualifierTerm {
  std::string_view slug;
  std::string_view label;
};

/// In the order of Qualifier.
constexpr auto qualifier_terms = std::to_array<QualifierTerm>({
    {"ancienne", "ancienne attribution"},
    {"d-apres", "d'après"},
    {"copie-d-apres", "copie d'après"},
    {"genre-de", "genre de"},
    {"maniere-de", "manière de"},
    {"style", "style"},
    {"suite-de", "suite de"},
    {"inspire-par", "inspiré par"},
    {"imitateur", "imitateur de"},
    {"faux", "faux"},
    {"atelier", "atelier de"},
    {"ecole", "école de"},
    {"entourage", "entourage de"},
    {"suiveur", "suiveur de"},
    {"attribue", "attribué à"},
    {"presume", "présumé"},
});

struct QualifierWord {
  std::string_view text;
  Qualifier qualifier;
};

constexpr auto qualifier_words = std::to_array<QualifierWord>({
    {"ancienne attribution", Qualifier::Former},
    {"anciennement attribue", Qualifier::Former},
    {"anciennement attribue a", Qualifier::Former},
    {"autrefois attribue a", Qualifier::Former},
    {"autrefois attribue", Qualifier::Former},
    {"jadis attribue a", Qualifier::Former},
    {"d'apres", Qualifier::After},
    {"apres", Qualifier::After},
    {"copie", Qualifier::CopyAfter},
    {"copie d'apres", Qualifier::CopyAfter},
    {"copie de", Qualifier::CopyAfter},
    {"genre", Qualifier::Genre},
    {"genre de", Qualifier::Genre},
    {"dans le genre de", Qualifier::Genre},
    {"maniere", Qualifier::Manner},
    {"maniere de", Qualifier::Manner},
    {"a la maniere de", Qualifier::Manner},
    {"facon de", Qualifier::Manner},
    {"style", Qualifier::Style},
    {"style de", Qualifier::Style},
    {"suite", Qualifier::Continuation},
    {"suite de", Qualifier::Continuation},
    {"inspire", Qualifier::InspiredBy},
    {"inspire par", Qualifier::InspiredBy},
    {"inspire de", Qualifier::InspiredBy},
    {"imitateur", Qualifier::Imitator},
    {"imitateur de", Qualifier::Imitator},
    {"imitation", Qualifier::Imitator},
    {"imitation de", Qualifier::Imitator},
    {"faux", Qualifier::Forgery},
    {"contrefacon", Qualifier::Forgery},
    {"atelier", Qualifier::Workshop},
    {"ateliers", Qualifier::Workshop},
    {"atelier de", Qualifier::Workshop},
    {"atelier des", Qualifier::Workshop},
    {"atelier du", Qualifier::Workshop},
    {"ecole", Qualifier::School},
    {"ecole de", Qualifier::School},
    {"ecole des", Qualifier::School},
    {"ecole du", Qualifier::School},
    {"entourage", Qualifier::Circle},
    {"entourage de", Qualifier::Circle},
    {"cercle", Qualifier::Circle},
    {"cercle de", Qualifier::Circle},
    {"suiveur", Qualifier::Followers},
    {"suiveur de", Qualifier::Followers},
    {"suiveurs de", Qualifier::Followers},
    {"attribue", Qualifier::Attributed},
    {"attribue a", Qualifier::Attributed},
    {"attribuee a", Qualifier::Attributed},
    {"attribution", Qualifier::Attributed},
    // Misspellings found in the notices.
    {"attribue a a", Qualifier::Attributed},
    {"attrinue a", Qualifier::Attributed},
    {"presume", Qualifier::Presumed},
    {"presumee", Qualifier::Presumed},
});

/// Before a name; "atelier de …" is not among them: a name that begins so is the workshop's own.
constexpr auto leading_qualifiers = std::to_array<QualifierWord>({
    {"anciennement attribue a ", Qualifier::Former},
    {"autrefois attribue a ", Qualifier::Former},
    {"attribue a ", Qualifier::Attributed},
    {"copie d'apres ", Qualifier::CopyAfter},
    {"d'apres ", Qualifier::After},
    {"dans le genre de ", Qualifier::Genre},
    {"genre de ", Qualifier::Genre},
    {"a la maniere de ", Qualifier::Manner},
    {"maniere de ", Qualifier::Manner},
    {"suite de ", Qualifier::Continuation},
    {"inspire par ", Qualifier::InspiredBy},
    {"imitateur de ", Qualifier::Imitator},
    {"imitation de ", Qualifier::Imitator},
    {"ecole de ", Qualifier::School},
    {"ecole d'", Qualifier::School},
    {"ecole du ", Qualifier::School},
    {"entourage de ", Qualifier::Circle},
    {"entourage d'", Qualifier::Circle},
    {"cercle de ", Qualifier::Circle},
    {"cercle d'", Qualifier::Circle},
    {"suiveur de ", Qualifier::Followers},
    {"suiveur d'", Qualifier::Followers},
});

struct NameWord {
  std::string_view text;
  NameKind kind;
};

constexpr auto name_words = std::to_array<NameWord>({
    {"dit", NameKind::Dit},
    {"dite", NameKind::Dit},
    {"dits", NameKind::Dit},
    {"surnom", NameKind::Dit},
    {"patronyme", NameKind::Patronyme},
    {"nee", NameKind::Nee},
    {"ne", NameKind::Nee},
    {"alias", NameKind::Alias},
    {"pseudonyme", NameKind::Alias},
    {"pseudo", NameKind::Alias},
    {"pseud.", NameKind::Alias},
    {"renvoi", NameKind::Variante},
});

struct RoleTable {
  std::vector<Role> roles;
  std::map<std::string, std::size_t, std::less<>> names;
};

RoleTable read_roles() {
  RoleTable table;
  for (const std::vector<std::string>& cells : embedded_table("roles.tsv")) {
    PROSPER_ASSERT(cells.size() == 3);
    const std::size_t row = table.roles.size();
    table.roles.push_back({cells[0], slug(cells[0]), cells[1] == "group"});
    table.names.insert_or_assign(fold(cells[0]), row);
    for (const std::string& variant : split_outside_parentheses(cells[2], "|"))
      table.names.emplace(fold(variant), row);
  }
  return table;
}

}  // namespace

std::string_view slug_of(Qualifier qualifier) {
  return qualifier_terms[static_cast<std::size_t>(qualifier)].slug;
}

std::string_view label_of(Qualifier qualifier) {
  return qualifier_terms[static_cast<std::size_t>(qualifier)].label;
}

bool is_influence(Qualifier qualifier) {
  return qualifier >= Qualifier::After && qualifier <= Qualifier::Forgery;
}

bool is_derived_group(Qualifier qualifier) {
  return qualifier >= Qualifier::Workshop && qualifier <= Qualifier::Followers;
}

std::optional<std::pair<Qualifier, bool>> find_qualifier(std::string_view folded) {
  if (folded == "attribution incertaine") return std::pair{Qualifier::Attributed, true};
  for (const QualifierWord& word : qualifier_words)
    if (word.text == folded) return std::pair{word.qualifier, false};
  return std::nullopt;
}

std::optional<std::pair<Qualifier, std::size_t>> find_leading_qualifier(std::string_view folded) {
  for (const QualifierWord& word : leading_qualifiers)
    if (folded.starts_with(word.text) && folded.size() > word.text.size())
      return std::pair{word.qualifier, word.text.size()};
  return std::nullopt;
}

std::string_view slug_of(NameKind kind) {
  constexpr auto slugs =
      std::to_array<std::string_view>({"dit", "patronyme", "nee", "alias", "variante"});
  return slugs[static_cast<std::size_t>(kind)];
}

std::optional<NameKind> find_name_kind(std::string_view folded) {
  for (const NameWord& word : name_words)
    if (word.text == folded) return word.kind;
  return std::nullopt;
}

const Role* find_role(std::string_view folded) {
  static const RoleTable table = read_roles();
  const auto it = table.names.find(folded);
  return it == table.names.end() ? nullptr : &table.roles[it->second];
}

}  // namespace prosper::mappings
