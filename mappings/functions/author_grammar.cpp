// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/author_grammar.hpp"

#include <algorithm>
#include <array>

#include "mappings/functions/text.hpp"

namespace prosper::mappings {
namespace {

/// A cell of more bytes is no list of authors.
constexpr std::size_t longest_text = 20000;

/// Titles a stray ";" may have cut off the name before (Mérimée: "Vauban …;marquis").
constexpr auto titles =
    std::to_array<std::string_view>({"marquis", "comte", "baron", "duc", "vicomte", "chevalier",
                                     "prince", "sieur", "seigneur", "abbe", "veuve", "epouse"});

/// Particles cut off in the same way ("POILLY;de").
constexpr auto particles =
    std::to_array<std::string_view>({"de", "du", "d", "la", "le", "van", "von", "der", "den"});

bool continues_name(const std::string& name) {
  const std::string folded = fold(name);
  const std::string word = folded.substr(0, folded.find_first_of(" '"));
  if (to_lower(name.substr(0, 1)) != name.substr(0, 1)) return false;
  const auto is_in = [](const auto& words, std::string_view wanted) {
    return std::find(words.begin(), words.end(), wanted) != words.end();
  };
  return is_in(titles, word) || is_in(particles, folded);
}

/// A surname as Joconde writes it; "J.-P." is initials.
bool is_in_capitals(const std::string& name) {
  return to_upper(name) == name && name.find('.') == std::string::npos;
}

/// Segments of one cell → authors: decides which segments speak of the author before.
class AuthorJoiner {
 public:
  explicit AuthorJoiner(const AuthorOptions& options) : options_(options) {}

  void add_segment(const std::string& text) {
    const bool one_name = options_.convention == AuthorConvention::Memoire;
    const std::vector<std::string> pieces =
        one_name ? std::vector{text} : split_outside_parentheses(text, ",");
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      AuthorSegment segment = parse_author_segment(pieces[i]);
      if (one_name) drop_comma(segment.name);
      add(std::move(segment), i > 0);
    }
  }

  std::vector<Author> take() { return std::move(authors_); }

 private:
  /// "Nadar, Félix" → "Nadar Félix".
  static void drop_comma(std::string& name) {
    std::erase(name, ',');
    name = norm(name);
  }

  void add(AuthorSegment segment, bool after_comma) {
    joint_ = after_comma ? ", " : " ; ";
    if (authors_.empty()) {
      if (!segment.name.empty()) begin_author(std::move(segment));
      return;
    }
    if (std::exchange(alias_follows_, false)) {
      segment.name_kind = segment.name_kind.value_or(NameKind::Dit);
      add_alias(std::move(segment));
    } else if (segment.name.empty()) {
      alias_follows_ = segment.name_kind.has_value() && !segment.has_marks();
      absorb(segment);
    } else if (is_bare_role(segment)) {
      add_role(authors_.back().roles, *find_role(fold(segment.name)));
      absorb(segment);
    } else if (continues_name(segment.name)) {
      absorb(segment);
    } else if (segment.name_kind && !is_anonymous_name(fold(authors_.back().name))) {
      add_alias(std::move(segment));
    } else if (after_comma && is_forename(segment)) {
      authors_.back().name += ' ' + segment.name;
      absorb(segment);
    } else if (is_variant(segment, after_comma)) {
      const bool real_name = first_is_called_;
      segment.name_kind = real_name ? NameKind::Patronyme : NameKind::Variante;
      add_alias(std::move(segment));
    } else {
      begin_author(std::move(segment));
    }
  }

  void begin_author(AuthorSegment segment) {
    Author& author = authors_.emplace_back();
    author.name = segment.name;
    first_is_called_ = segment.name_kind == NameKind::Dit;
    segments_ = 0;
    absorb(segment);
  }

  void add_alias(AuthorSegment segment) {
    Author& author = authors_.back();
    const NameKind kind = segment.name_kind.value_or(NameKind::Variante);
    if (!segment.name.empty() && segment.name != author.name)
      author.alternatives.push_back({segment.name, kind});
    absorb(segment);
  }

  /// Takes over what a segment says besides its name.
  void absorb(const AuthorSegment& segment) {
    Author& author = authors_.back();
    if (!author.text.empty()) author.text += joint_;
    author.text += segment.text;
    for (const AlternativeName& name : segment.alternatives) author.alternatives.push_back(name);
    for (const Role& role : segment.roles) add_role(author.roles, role);
    for (const Qualifier qualifier : segment.qualifiers)
      add_qualifier(author.qualifiers, qualifier);
    author.is_uncertain = author.is_uncertain || segment.is_uncertain;
    author.is_malformed = author.is_malformed || segment.is_malformed;
    author.names_master = author.names_master || segment.names_master;
    if (segment.life.birth) author.life.birth = segment.life.birth;
    if (segment.life.death) author.life.death = segment.life.death;
    if (segment.is_workshop) author.group_kind = GroupKind::Workshop;
    if (segment.is_school) author.group_kind = GroupKind::NationalSchool;
    last_has_marks_ = segment.has_marks();
    ++segments_;
  }

  /// "Le Nôtre;jardinier".
  static bool is_bare_role(const AuthorSegment& segment) {
    const bool small = to_lower(segment.name) == segment.name;
    return small && !segment.has_marks() && find_role(fold(segment.name)) != nullptr &&
           !is_group_name(fold(segment.name));
  }

  /// Mérimée writes "Virebent, Jacques-Pascal (architecte)" now and then.
  bool is_forename(const AuthorSegment& segment) const {
    const Author& author = authors_.back();
    return options_.convention == AuthorConvention::Merimee && segments_ == 1 && !last_has_marks_ &&
           !segment.name_kind && author.name.find(' ') == std::string::npos &&
           !is_in_capitals(segment.name) && !is_group_name(fold(author.name)) &&
           !is_group_name(fold(segment.name));
  }

  bool is_variant(const AuthorSegment& segment, bool after_comma) const {
    const Author& author = authors_.back();
    const std::string before = fold(author.name);
    const std::string here = fold(segment.name);
    if (is_anonymous_name(before) || is_anonymous_name(here)) return false;
    // "LE GUIDE (d'après, dit), RENI Guido (d'après)"; "MATHIEU Georges (dit);MATHIEU … Victor".
    if (first_is_called_ && segments_ == 1) {
      const bool same_marks = segment.roles.empty() && (segment.qualifiers.empty() ||
                                                        segment.qualifiers == author.qualifiers);
      return after_comma || (same_marks && !before.starts_with("maitre "));
    }
    // Roles close an author: "DAUM (verrier),GROULT André (dessinateur)" are two.
    return after_comma && !last_has_marks_ && !is_group_name(before) && !is_group_name(here);
  }

  const AuthorOptions& options_;
  std::vector<Author> authors_;
  std::size_t segments_ = 0;
  bool first_is_called_ = false;
  bool last_has_marks_ = false;
  bool alias_follows_ = false;
  /// What stood before the segment in hand.
  std::string_view joint_;
};

bool has(const Author& author, Qualifier qualifier) {
  return std::find(author.qualifiers.begin(), author.qualifiers.end(), qualifier) !=
         author.qualifiers.end();
}

bool has_role(const Author& author, std::string_view slug) {
  return std::any_of(author.roles.begin(), author.roles.end(),
                     [slug](const Role& role) { return role.slug == slug; });
}

void classify_name(Author& author) {
  const std::string folded = fold(author.name);
  if (is_anonymous_name(folded)) {
    author.kind = ActorKind::Anonymous;
    if (const Role* role = role_of_anonymous_name(folded)) add_role(author.roles, *role);
    return;
  }
  const SchoolName school = school_name(folded);
  if (school == SchoolName::National) author.group_kind = GroupKind::NationalSchool;
  if (school == SchoolName::Movement) author.group_kind = GroupKind::Movement;
  if (has_role(author, "population")) {
    author.group_kind = GroupKind::Population;
    std::erase_if(author.roles, [](const Role& role) { return role.slug == "population"; });
  }
  const bool group_role = std::any_of(author.roles.begin(), author.roles.end(),
                                      [](const Role& role) { return role.of_group; });
  const bool is_group =
      is_group_name(folded) || group_role || author.group_kind != GroupKind::Unspecified;
  if (is_group) author.kind = ActorKind::Group;
}

/// "(atelier)" behind a firm, with a role, or outside the fine arts names the workshop itself;
/// "(atelier de, peintre-verrier)" tells the role of the master's workshop.
void settle_workshop(Author& author, const AuthorOptions& options) {
  if (!has(author, Qualifier::Workshop)) return;
  const bool own_name = author.kind == ActorKind::Group ||
                        (!author.roles.empty() && !author.names_master) ||
                        !has_fine_arts(options.domains);
  if (!own_name || author.kind == ActorKind::Anonymous) return;
  author.kind = ActorKind::Group;
  if (author.group_kind == GroupKind::Unspecified) author.group_kind = GroupKind::Workshop;
  std::erase(author.qualifiers, Qualifier::Workshop);
}

DerivedGroup derived_group(const Author& author) {
  if (author.kind == ActorKind::Anonymous) return DerivedGroup::None;
  const bool is_school =
      author.group_kind == GroupKind::NationalSchool || author.group_kind == GroupKind::Movement;
  if (has(author, Qualifier::Workshop)) return DerivedGroup::Workshop;
  if (has(author, Qualifier::School) && !is_school) return DerivedGroup::School;
  if (has(author, Qualifier::Circle)) return DerivedGroup::Circle;
  if (has(author, Qualifier::Followers)) return DerivedGroup::Followers;
  return DerivedGroup::None;
}

AuthorRelation relation_of(const Author& author) {
  if (has(author, Qualifier::Former)) return AuthorRelation::FormerAttribution;
  if (std::any_of(author.qualifiers.begin(), author.qualifiers.end(), is_influence))
    return AuthorRelation::Influence;
  if (has_role(author, "commanditaire")) return AuthorRelation::Commission;
  return AuthorRelation::CarriedOut;
}

void settle(Author& author, const AuthorOptions& options) {
  classify_name(author);
  settle_workshop(author, options);
  author.derived = derived_group(author);
  author.relation = relation_of(author);
  author.is_uncertain = author.is_uncertain || has(author, Qualifier::Presumed);
  author.is_conception = has_role(author, "auteur-du-modele");
}

}  // namespace

std::vector<Author> parse_authors(std::string_view text, const AuthorOptions& options) {
  if (text.size() > longest_text) return {};
  AuthorJoiner joiner(options);
  for (const std::string& segment : split_outside_parentheses(text, ";#"))
    joiner.add_segment(segment);
  std::vector<Author> authors;
  for (Author& author : joiner.take()) {
    const bool repeated =
        std::any_of(authors.begin(), authors.end(),
                    [&author](const Author& other) { return other.text == author.text; });
    if (repeated) continue;
    settle(author, options);
    authors.push_back(std::move(author));
  }
  return authors;
}

const Qualifier* leading_qualifier(const Author& author) {
  const auto it = std::min_element(author.qualifiers.begin(), author.qualifiers.end());
  return it == author.qualifiers.end() ? nullptr : &*it;
}

std::string actor_path(const Author& author) {
  if (author.kind == ActorKind::Anonymous)
    return author.roles.empty() ? "id/actor/anonyme" : "id/actor/anonyme/" + author.roles[0].slug;
  const auto year = [](const std::optional<LifeDate>& date) {
    return date && date->year ? std::to_string(*date->year) : std::string();
  };
  const std::string key =
      norm(author.name) + '|' + year(author.life.birth) + '|' + year(author.life.death);
  return "id/actor/" + slug(author.name) + '-' + sha256_hex(key).substr(0, 10);
}

std::string relating_actor_path(const Author& author) {
  constexpr std::array<std::string_view, 5> paths{"", "/atelier", "/ecole", "/entourage",
                                                  "/suiveur"};
  return actor_path(author) + std::string(paths[static_cast<std::size_t>(author.derived)]);
}

}  // namespace prosper::mappings
