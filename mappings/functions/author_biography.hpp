// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mappings/functions/author_grammar.hpp"
#include "mappings/functions/life_dates.hpp"

namespace prosper::mappings {

/// What PAUT tells of the one author of a notice.
struct Biography {
  std::string birth_place;
  std::string death_place;
  std::optional<LifeDate> birth;
  std::optional<LifeDate> death;
  std::string nationality;
  /// The token "femme", the only gender marker of the notices.
  bool is_woman = false;
  /// Prose behind "#" and segments that are not understood.
  std::string note;

  bool has_facts() const;
};

/// "Paris, 1880 ; Chauvigny, 1967 ; femme", "né en 1840 ; mort en 1902", "CHAPU : Le Mée-sur-Seine,
/// 1833 ; Paris, 1891 ; nationalité : Française" (mapping.md §3.2). Nothing unless exactly one of
/// `authors` has a name and the text tells at least one fact about that one.
std::optional<Biography> parse_biography(std::string_view text, const std::vector<Author>& authors);

/// The named author when there is exactly one; null otherwise.
const Author* only_named_author(const std::vector<Author>& authors);

}  // namespace prosper::mappings
