// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/author_biography.hpp"

#include <algorithm>
#include <array>

#include "mappings/functions/text.hpp"

namespace prosper::mappings {
namespace {

constexpr std::size_t longest_text = 20000;
constexpr std::size_t longest_place = 80;

struct Verb {
  std::string_view text;
  bool birth;
};

constexpr auto verbs = std::to_array<Verb>({{"ne ", true},
                                            {"nee ", true},
                                            {"naissance ", true},
                                            {"mort ", false},
                                            {"morte ", false},
                                            {"decede ", false},
                                            {"decedee ", false}});

/// A place with its date, as they stand: "Lyon, 1818, août, 23", "?, 1809", "Génelard 1852",
/// "1827".
struct PlacedDate {
  std::string place;
  std::optional<LifeDate> date;
};

/// A place: begins with a capital, no sentence.
bool is_place(std::string_view text) {
  if (text.empty() || text.size() > longest_place) return false;
  const std::string first = fold(text.substr(0, std::min<std::size_t>(text.size(), 2)));
  const bool prose = split_outside_parentheses(text, " ").size() > 7 ||
                     text.find('.') != std::string_view::npos ||
                     text.find(':') != std::string_view::npos;
  return !prose && to_lower(text) != text;
}

std::string without_doubt(std::string_view text) {
  std::string plain(trim(text));
  return plain == "?" ? std::string() : plain;
}

/// The last parts that together are a date: ["1818", "août", "23"].
std::optional<PlacedDate> split_at_commas(const std::vector<std::string>& parts) {
  // A question mark before the first comma is the place's.
  const std::size_t first = parts.size() > 1 && parts.front() == "?" ? 1 : 0;
  for (std::size_t i = first; i < parts.size(); ++i) {
    std::string tail;
    for (std::size_t j = i; j < parts.size(); ++j) tail += (j > i ? " " : "") + parts[j];
    auto date = parse_life_date(tail);
    const bool unknown = i + 1 == parts.size() && i > 0 && tail == "?";
    if (!date && !unknown) continue;
    std::string place;
    for (std::size_t j = 0; j < i; ++j) place += (j > 0 ? ", " : "") + parts[j];
    place = without_doubt(place);
    if (!place.empty() && !is_place(place)) return std::nullopt;
    return PlacedDate{std::move(place), std::move(date)};
  }
  return std::nullopt;
}

std::optional<PlacedDate> parse_placed_date(std::string_view text) {
  text = trim(text);
  if (text == "?") return PlacedDate{};
  if (auto found = split_at_commas(split_outside_parentheses(text, ","))) return found;
  // "Besançon : 26/02/1802", "Génelard 1852".
  const std::size_t cut = text.find_last_of(": ");
  if (cut == std::string_view::npos || cut == 0) return std::nullopt;
  const std::string_view place = trim(text.substr(0, text.find_last_not_of(": ", cut) + 1));
  auto date = parse_life_date(text.substr(cut + 1));
  if (!date || !is_place(place)) return std::nullopt;
  return PlacedDate{std::string(place), std::move(date)};
}

class BiographyParser {
 public:
  explicit BiographyParser(const Author& author) : author_(author) {}

  std::optional<Biography> parse(std::string_view text) {
    const std::size_t hash = std::min(text.find('#'), text.size());
    if (hash < text.size()) add_note(text.substr(hash + 1));
    std::string body = norm(text.substr(0, hash));
    if (!take_author_name(body)) return std::nullopt;
    for (const std::string& part : split_outside_parentheses(body, ";")) read_part(part);
    if (!life_.has_facts()) return std::nullopt;
    return std::move(life_);
  }

 private:
  bool is_author_word(std::string_view folded) const {
    const auto names_it = [folded](const std::string& name) {
      const std::vector<std::string> words = split_outside_parentheses(fold(name), " -'");
      return std::find(words.begin(), words.end(), folded) != words.end();
    };
    return names_it(author_.name) ||
           std::any_of(author_.alternatives.begin(), author_.alternatives.end(),
                       [&](const AlternativeName& other) { return names_it(other.name); });
  }

  /// Whether every word of a prefix, bar a parenthesis, is of the author's names.
  bool is_author_name(std::string_view prefix) const {
    const std::string plain = fold(prefix.substr(0, prefix.find('(')));
    const std::vector<std::string> words = split_outside_parentheses(plain, " -'");
    return !words.empty() && is_author_word(words.front());
  }

  /// Takes "CHAPU :" and "Noël-Colin Laure (1827 ; 1878)" apart; false when the text names another.
  bool take_author_name(std::string& body) const {
    const std::size_t colon = body.find(':');
    const std::size_t first_end = body.find_first_of(";");
    if (colon != std::string::npos && colon < first_end) {
      const std::string prefix = norm(std::string_view(body).substr(0, colon));
      if (is_author_name(prefix)) {
        body = norm(std::string_view(body).substr(colon + 1));
        return true;
      }
      // "Besançon : 26/02/1802" and "nationalité : …" are no names.
      const std::string_view after =
          std::string_view(body).substr(colon + 1, first_end - colon - 1);
      return parse_life_date(after).has_value() || fold(prefix) == "nationalite";
    }
    const std::size_t open = body.find('(');
    if (open != std::string::npos && open > 0 && body.ends_with(')') &&
        is_author_name(body.substr(0, open)) && body.find(';', open) != std::string::npos)
      body = body.substr(open + 1, body.size() - open - 2);
    return true;
  }

  void read_part(const std::string& part) {
    const std::string folded = fold(part);
    if (folded == "femme") {
      life_.is_woman = true;
    } else if (folded.starts_with("femme,")) {
      life_.is_woman = true;
      add_note(part);
    } else if (folded.starts_with("nationalite")) {
      const std::size_t colon = part.find(':');
      if (colon != std::string::npos) life_.nationality = trim(part.substr(colon + 1));
    } else if (!read_verb(part, folded) && !read_placed_date(part)) {
      add_note(part);
    }
  }

  /// "né en 1840", "née à Lyon en 1805", "mort vers 1902".
  bool read_verb(const std::string& part, const std::string& folded) {
    for (const Verb& verb : verbs) {
      if (!folded.starts_with(verb.text)) continue;
      std::string rest = norm(std::string_view(part).substr(part.find(' ')));
      std::string place;
      for (const std::string_view word : {"à ", "a "})
        if (rest.starts_with(word)) {
          const std::size_t date = std::min(rest.find(" en "), rest.find(" le "));
          place = rest.substr(word.size(), std::min(date, rest.size()) - word.size());
          rest = date < rest.size() ? rest.substr(date) : std::string();
        }
      rest = norm(rest);
      for (const std::string_view word : {"en ", "le "})
        if (rest.starts_with(word)) rest.erase(0, word.size());
      auto date = parse_life_date(rest);
      if (!date && place.empty()) return false;
      (verb.birth ? life_.birth : life_.death) = std::move(date);
      (verb.birth ? life_.birth_place : life_.death_place) = place;
      return true;
    }
    return false;
  }

  /// The first of them is the birth, the second the death.
  bool read_placed_date(const std::string& part) {
    if (placed_dates_ == 2) return false;
    auto placed = parse_placed_date(part);
    if (!placed) return false;
    const bool birth = placed_dates_++ == 0;
    (birth ? life_.birth : life_.death) = std::move(placed->date);
    (birth ? life_.birth_place : life_.death_place) = std::move(placed->place);
    return true;
  }

  void add_note(std::string_view text) {
    const std::string note = norm(text);
    if (note.empty()) return;
    life_.note += (life_.note.empty() ? "" : " ; ") + note;
  }

  const Author& author_;
  Biography life_;
  int placed_dates_ = 0;
};

}  // namespace

bool Biography::has_facts() const {
  return birth || death || !birth_place.empty() || !death_place.empty() || !nationality.empty() ||
         is_woman;
}

const Author* only_named_author(const std::vector<Author>& authors) {
  const Author* named = nullptr;
  for (const Author& author : authors) {
    if (author.kind == ActorKind::Anonymous) continue;
    if (named != nullptr) return nullptr;
    named = &author;
  }
  return named;
}

std::optional<Biography> parse_biography(std::string_view text,
                                         const std::vector<Author>& authors) {
  const Author* author = only_named_author(authors);
  if (author == nullptr || text.size() > longest_text) return std::nullopt;
  return BiographyParser(*author).parse(text);
}

}  // namespace prosper::mappings
