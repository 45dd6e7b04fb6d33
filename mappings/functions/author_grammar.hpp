// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mappings/functions/author_lexicon.hpp"
#include "mappings/functions/author_segment.hpp"

/// Author cells (AUTR and its kin) → authors (mapping.md §3.2). Pure functions; they never refuse a
/// cell, what they do not understand stays in Author::text.
namespace prosper::mappings {

enum class AuthorConvention {
  /// SURNAME in capitals, then forenames; a comma separates forms of one name.
  Joconde,
  /// Mérimée and Palissy: stray ";" before titles and roles.
  Merimee,
  /// "Nom, Prénom (profession et/ou dates)".
  Memoire
};

struct AuthorOptions {
  AuthorConvention convention = AuthorConvention::Joconde;
  /// Domains of the notice (DOMN): outside the fine arts "(atelier)" is the workshop's own name.
  std::vector<std::string> domains;
};

enum class ActorKind { Person, Group, Anonymous };

/// Of the actor to the production: P14, P15, a former attribution (E13), a commission (P17).
enum class AuthorRelation { CarriedOut, Influence, FormerAttribution, Commission };

enum class DerivedGroup { None, Workshop, School, Circle, Followers };

enum class GroupKind { Unspecified, Population, NationalSchool, Movement, Workshop };

struct Author {
  /// The segments of the cell it was read from.
  std::string text;
  std::string name;
  std::vector<AlternativeName> alternatives;
  ActorKind kind = ActorKind::Person;
  GroupKind group_kind = GroupKind::Unspecified;
  std::vector<Role> roles;
  std::vector<Qualifier> qualifiers;
  AuthorRelation relation = AuthorRelation::CarriedOut;
  /// "atelier de": the workshop of the named one, where "atelier" alone may be the name of a firm.
  bool names_master = false;
  /// People around the named master: the relation is the group's, not the master's.
  DerivedGroup derived = DerivedGroup::None;
  bool is_uncertain = false;
  /// Made the model (auteur du modèle): a part of the production typed conception.
  bool is_conception = false;
  LifeDates life;
  bool is_malformed = false;
};

/// In the cell's order, exact repetitions once.
std::vector<Author> parse_authors(std::string_view text, const AuthorOptions& options = {});

/// The qualifier that decides: a former attribution before d'après before atelier before attribué.
const Qualifier* leading_qualifier(const Author& author);

/// "id/actor/{slug}-{h}" of the named actor, "id/actor/anonyme[/{role}]" (mapping.md §2.4).
std::string actor_path(const Author& author);
/// The same followed by "/atelier", "/ecole", "/entourage", "/suiveur" for a derived group.
std::string relating_actor_path(const Author& author);

}  // namespace prosper::mappings
