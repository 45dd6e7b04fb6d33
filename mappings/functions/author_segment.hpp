// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mappings/functions/author_lexicon.hpp"
#include "mappings/functions/life_dates.hpp"

namespace prosper::mappings {

struct AlternativeName {
  std::string name;
  NameKind kind = NameKind::Variante;
};

/// A name with what stands in parentheses behind it; one author may be told in several.
struct AuthorSegment {
  std::string text;
  /// What stands outside the parentheses; may be empty.
  std::string name;
  /// Of the name itself: "LE BOURGUIGNON (dit)".
  std::optional<NameKind> name_kind;
  std::vector<AlternativeName> alternatives;
  std::vector<Role> roles;
  std::vector<Qualifier> qualifiers;
  bool is_uncertain = false;
  LifeDates life;
  /// "(atelier de)": the name is the master's, whatever else the parenthesis holds.
  bool names_master = false;
  /// "(Atelier photographique)", "(École hollandaise)".
  bool is_workshop = false;
  bool is_school = false;
  /// A parenthesis was left open or closed twice.
  bool is_malformed = false;

  bool has_marks() const { return !roles.empty() || !qualifiers.empty(); }
};

AuthorSegment parse_author_segment(std::string_view text);

/// Adds what is not there yet.
void add_role(std::vector<Role>& roles, const Role& role);
void add_qualifier(std::vector<Qualifier>& qualifiers, Qualifier qualifier);

}  // namespace prosper::mappings
