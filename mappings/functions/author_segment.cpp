// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/author_segment.hpp"

#include <algorithm>

#include "mappings/functions/text.hpp"

namespace prosper::mappings {
namespace {

constexpr std::size_t longest_minted_role = 40;

/// The byte length of the beginning of `text` that folds to `folded_length` characters.
std::size_t unfolded_length(std::string_view text, std::size_t folded_length) {
  for (std::size_t end = 1; end <= text.size(); ++end) {
    const bool inside_character =
        end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U;
    if (!inside_character && fold(text.substr(0, end)).size() >= folded_length) return end;
  }
  return text.size();
}

bool starts_small(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  const std::string_view first = text.substr(0, end);
  return to_lower(first) == first && to_upper(first) != first;
}

class SegmentParser {
 public:
  explicit SegmentParser(std::string_view text) { segment_.text = norm(text); }

  AuthorSegment parse() {
    std::string outside = cut_parentheses(segment_.text);
    outside = cut_role_after_colon(outside);
    read_name(outside);
    for (const std::string& group : groups_) read_group(group);
    return std::move(segment_);
  }

 private:
  /// Puts the contents of parentheses aside and returns the rest.
  std::string cut_parentheses(std::string_view text) {
    std::string outside;
    std::string group;
    std::size_t depth = 0;
    for (const char c : text) {
      if (c == '(') {
        ++depth;
      } else if (c == ')' && depth == 0) {
        segment_.is_malformed = true;
      } else if (c == ')') {
        if (--depth == 0) {
          groups_.push_back(std::exchange(group, {}));
          outside += ' ';
        }
      } else {
        (depth > 0 ? group : outside) += c;
      }
    }
    if (depth > 0) {
      segment_.is_malformed = true;
      groups_.push_back(group);
    }
    return norm(outside);
  }

  /// "DELFF Willem (1580-1638) : Graveur Editeur". What is neither role nor qualifier stays.
  std::string cut_role_after_colon(const std::string& outside) {
    const std::size_t colon = outside.rfind(':');
    if (colon == std::string::npos) return outside;
    const std::string after = norm(std::string_view(outside).substr(colon + 1));
    const std::string before = norm(std::string_view(outside).substr(0, colon));
    if (after.empty() || read_known(after)) return before;
    return outside;
  }

  void read_name(std::string name) {
    while (name.ends_with('?') || name.ends_with(',') || name.ends_with(' ')) {
      segment_.is_uncertain = segment_.is_uncertain || name.ends_with('?');
      name.pop_back();
    }
    if (name.starts_with("? ")) {
      segment_.is_uncertain = true;
      name.erase(0, 2);
    }
    take_name_word(name);
    const std::string folded = fold(name);
    const auto leading = find_leading_qualifier(folded);
    if (leading &&
        (leading->first != Qualifier::School || school_name(folded) == SchoolName::OfMaster)) {
      add_qualifier(segment_.qualifiers, leading->first);
      // fold() drops the blank at the end of what it is given.
      const std::size_t blank = folded[leading->second - 1] == ' ' ? 1 : 0;
      name = norm(std::string_view(name).substr(unfolded_length(name, leading->second - blank)));
    }
    split_dit(name);
    segment_.name = std::move(name);
  }

  /// "dit David d'Angers": the segment is another name of someone.
  void take_name_word(std::string& name) {
    const std::size_t blank = std::min(name.find(' '), name.size());
    const auto kind = find_name_kind(fold(std::string_view(name).substr(0, blank)));
    if (!kind || !starts_small(name)) return;
    segment_.name_kind = kind;
    name = norm(std::string_view(name).substr(blank));
  }

  /// "David dit David d'Angers": two names in one.
  void split_dit(std::string& name) {
    for (const std::string_view word : {" dit ", " dite ", " Dit ", " alias "}) {
      const std::size_t at = name.find(word);
      if (at == std::string::npos || at == 0) continue;
      segment_.alternatives.push_back(
          {norm(std::string_view(name).substr(at + word.size())), NameKind::Dit});
      name.resize(at);
      return;
    }
  }

  void read_group(const std::string& group) {
    if (const auto life = parse_life_dates(group)) {
      add_life(*life);
      return;
    }
    const std::vector<std::string> tokens = split_outside_parentheses(group, ",;/");
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      std::string token = tokens[i];
      if (peel_doubt(token) && token.empty()) continue;
      if (read_known(token)) continue;
      const bool names_follow =
          i + 1 < tokens.size() && find_name_kind(fold(tokens[i + 1])).has_value();
      if (names_follow) {
        // "(Michel de Gallard de Zaleu, dit)": the name he was born with.
        segment_.alternatives.push_back({norm(token), NameKind::Patronyme});
        ++i;
        continue;
      }
      read_unknown(token);
    }
  }

  bool peel_doubt(std::string& token) {
    const std::string_view plain = trim(token);
    const bool doubt = plain.starts_with('?') || plain.ends_with('?');
    if (!doubt) return false;
    segment_.is_uncertain = true;
    std::string rest(plain);
    std::erase(rest, '?');
    token = std::string(trim(rest));
    return true;
  }

  void add_life(const LifeDates& life) {
    if (life.birth) segment_.life.birth = life.birth;
    if (life.death) segment_.life.death = life.death;
  }

  /// A word of the lexicon, or several roles in a row ("Graveur Editeur").
  bool read_known(const std::string& token) {
    const std::string folded = fold(token);
    if (const auto qualifier = find_qualifier(folded)) {
      add_qualifier(segment_.qualifiers, qualifier->first);
      segment_.is_uncertain = segment_.is_uncertain || qualifier->second;
      if (qualifier->first == Qualifier::Workshop && folded.find(' ') != std::string::npos)
        segment_.names_master = true;
      return true;
    }
    if (const auto kind = find_name_kind(folded)) {
      segment_.name_kind = kind;
      return true;
    }
    if (const Role* role = find_role(folded)) {
      add_role(segment_.roles, *role);
      return true;
    }
    return read_roles_in_a_row(folded);
  }

  bool read_roles_in_a_row(const std::string& folded) {
    const std::vector<std::string> words = split_outside_parentheses(folded, " ");
    std::vector<Role> roles;
    for (const std::string& word : words) {
      const Role* role = find_role(word);
      if (role == nullptr) return false;
      add_role(roles, *role);
    }
    if (words.size() < 2) return false;
    for (const Role& role : roles) add_role(segment_.roles, role);
    return true;
  }

  void read_unknown(const std::string& token) {
    const std::string folded = fold(token);
    if (const auto life = parse_life_dates(token)) {
      add_life(*life);
    } else if (folded.starts_with("dit ") || folded.starts_with("dite ")) {
      segment_.alternatives.push_back(
          {norm(std::string_view(token).substr(token.find(' '))), NameKind::Dit});
    } else if (folded.ends_with(" dit") || folded.ends_with(" dite")) {
      segment_.alternatives.push_back(
          {norm(std::string_view(token).substr(0, token.rfind(' '))), NameKind::Patronyme});
    } else if (folded.starts_with("nee ") || folded.starts_with("ne ")) {
      segment_.alternatives.push_back(
          {norm(std::string_view(token).substr(token.find(' '))), NameKind::Nee});
    } else if (folded.starts_with("atelier ")) {
      segment_.is_workshop = true;
      add_role(segment_.roles, {to_lower(token), slug(token), true});
    } else if (folded.starts_with("ecole ")) {
      segment_.is_school = true;
      segment_.alternatives.push_back({norm(token), NameKind::Variante});
    } else if (is_minted_role(token)) {
      add_role(segment_.roles, {token, slug(token), false});
    }
  }

  /// A free role of the notice, "fabricant de statues": small letters only. Anything else in
  /// parentheses (a place, an epithet) stays in the text.
  static bool is_minted_role(const std::string& token) {
    const std::string folded = fold(token);
    const bool epithet = folded.starts_with("le ") || folded.starts_with("l'") ||
                         folded.starts_with("eleve d") || folded.starts_with("actif");
    return !epithet && token.size() <= longest_minted_role && to_lower(token) == token &&
           token.find_first_of("0123456789.:=") == std::string::npos;
  }

  AuthorSegment segment_;
  std::vector<std::string> groups_;
};

}  // namespace

void add_role(std::vector<Role>& roles, const Role& role) {
  const bool known = std::any_of(roles.begin(), roles.end(),
                                 [&role](const Role& other) { return other.slug == role.slug; });
  if (!known) roles.push_back(role);
}

void add_qualifier(std::vector<Qualifier>& qualifiers, Qualifier qualifier) {
  if (std::find(qualifiers.begin(), qualifiers.end(), qualifier) == qualifiers.end())
    qualifiers.push_back(qualifier);
}

AuthorSegment parse_author_segment(std::string_view text) {
  return SegmentParser(text).parse();
}

}  // namespace prosper::mappings
