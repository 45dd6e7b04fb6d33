// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The words of author cells: roles, qualifiers of attribution, kinds of names, names of bodies.
/// All look-ups take folded text (text.hpp).
namespace prosper::mappings {

enum class Qualifier {
  Former,
  After,
  CopyAfter,
  Genre,
  Manner,
  Style,
  Continuation,
  InspiredBy,
  Imitator,
  Forgery,
  Workshop,
  School,
  Circle,
  Followers,
  Attributed,
  Presumed
};

/// URI segment under voc/attribution/ and French label.
std::string_view slug_of(Qualifier qualifier);
std::string_view label_of(Qualifier qualifier);
/// Not by the named one, but after, in the manner of… (P15 without P14).
bool is_influence(Qualifier qualifier);
/// By people around the named one: workshop, school, circle, followers.
bool is_derived_group(Qualifier qualifier);

/// "attribué à" and its spellings; the second says that the words themselves express doubt.
std::optional<std::pair<Qualifier, bool>> find_qualifier(std::string_view folded);
/// A qualifier the text begins with ("anciennement attribué à BOSSCHAERT") and its folded length.
std::optional<std::pair<Qualifier, std::size_t>> find_leading_qualifier(std::string_view folded);

enum class NameKind { Dit, Patronyme, Nee, Alias, Variante };

/// "dit", "patronyme", "nee", "alias", "variante".
std::string_view slug_of(NameKind kind);
std::optional<NameKind> find_name_kind(std::string_view folded);

struct Role {
  std::string label;
  std::string slug;
  /// Only a body can have it: manufacture, fonderie, population…
  bool of_group = false;
};

/// A row of roles.tsv by label or variant; null when it is none.
const Role* find_role(std::string_view folded);

/// "anonyme", "auteur inconnu", "manufacture indéterminée".
bool is_anonymous_name(std::string_view folded);
/// The role such a name tells: "manufacture" of "manufacture indéterminée"; null for none.
const Role* role_of_anonymous_name(std::string_view folded);
/// Chantiers, manufacture, & Cie, Frères…: the name is of a body.
bool is_group_name(std::string_view folded);

enum class SchoolName { None, National, Movement, OfMaster };
/// "école française", "Hollande École de": national; "école de Barbizon": movement; "école de
/// Rembrandt": of a master.
SchoolName school_name(std::string_view folded);

/// Whether "(atelier)" after a name means the workshop of that artist: only in the fine arts
/// (mapping.md §3.2). No domain at all counts as fine arts.
bool has_fine_arts(const std::vector<std::string>& domains);

}  // namespace prosper::mappings
