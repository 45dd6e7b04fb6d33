// SPDX-License-Identifier: Apache-2.0
// Centuries, millennia and their parts.
#include <algorithm>
#include <array>

#include "mappings/functions/date_periods.hpp"
#include "mappings/functions/date_units.hpp"

namespace prosper::mappings::dates {
namespace {

constexpr int latest_century = 21;
constexpr int earliest_century = 99;
constexpr int latest_millennium = 3;
constexpr int earliest_millennium = 40;

bool accept_ordinal_ending(TokenCursor& cursor) {
  return cursor.accept_any({"e", "er", "ere", "eme", "ieme", "re", "nd", "nde"});
}

/// Which of `count` parts: "2e", "premier", "seconde", "dernière".
std::optional<int> read_part_ordinal(TokenCursor& cursor, int count_if_last) {
  if (const auto number = cursor.accept_number(1, 1)) {
    if (accept_ordinal_ending(cursor)) return number;
    return std::nullopt;
  }
  if (cursor.accept_any({"premier", "premiere"})) return 1;
  if (cursor.accept_any({"second", "seconde", "deuxieme"})) return 2;
  if (cursor.accept("troisieme")) return 3;
  if (cursor.accept("quatrieme")) return 4;
  if (cursor.accept_any({"dernier", "derniere"})) return count_if_last;
  return std::nullopt;
}

struct PartKind {
  int count;
  PeriodPart first;
  std::initializer_list<std::string_view> words;
};

/// "moite" and "qurt" are misspellings found in the notices; they can mean nothing else.
const std::array<PartKind, 3> part_kinds{{
    {4, PeriodPart::Quarter1, {"quart", "quarts", "qurt"}},
    {2, PeriodPart::Half1, {"moitie", "moite"}},
    {3, PeriodPart::Third1, {"tiers"}},
}};

std::optional<PeriodPart> read_part(TokenCursor& cursor) {
  const std::size_t start = cursor.place();
  if (cursor.accept_any({"debut", "debuts"})) return PeriodPart::Beginning;
  if (cursor.accept("fin")) return PeriodPart::End;
  if (cursor.accept("milieu")) return PeriodPart::Middle;
  if (cursor.accept("mi")) {
    cursor.accept("-");
    return PeriodPart::Middle;
  }
  for (const PartKind& kind : part_kinds) {
    const auto ordinal = read_part_ordinal(cursor, kind.count);
    if (ordinal && *ordinal >= 1 && *ordinal <= kind.count && cursor.accept_any(kind.words))
      return static_cast<PeriodPart>(static_cast<int>(kind.first) + *ordinal - 1);
    cursor.move_to(start);
  }
  return std::nullopt;
}

void skip_article(TokenCursor& cursor) {
  if (cursor.accept_any({"du", "de"})) return;
  if (cursor.accept("d")) cursor.accept("'");
}

struct Ordinal {
  int number = 0;
  bool has_ending = false;
  bool roman = false;
};

/// "xixe" → 19.
std::optional<int> read_roman_ordinal(std::string_view word) {
  for (const std::string_view ending : {"ieme", "eme", "er", "e", ""})
    if (word.size() > ending.size() && word.ends_with(ending))
      if (const auto number = from_roman(word.substr(0, word.size() - ending.size())))
        return number;
  return std::nullopt;
}

std::optional<Ordinal> read_ordinal(TokenCursor& cursor) {
  if (const auto number = cursor.accept_number(1, 2))
    return Ordinal{*number, accept_ordinal_ending(cursor), false};
  if (cursor.at_end() || cursor.rest().front().kind != Token::Kind::Word) return std::nullopt;
  const auto number = read_roman_ordinal(cursor.rest().front().text);
  if (!number) return std::nullopt;
  cursor.move_to(cursor.place() + 1);
  return Ordinal{*number, true, true};
}

bool accept_century_word(TokenCursor& cursor) {
  if (cursor.accept_any({"siecle", "siecles"})) return true;
  if (!cursor.accept("s")) return false;
  cursor.accept(".");
  return true;
}

/// A century as it stands in a phrase: 19 for "19e siècle", -1 for "1er siècle av JC".
struct CenturyMention {
  int number = 0;
  bool has_word = false;
  bool has_ending = false;
  bool has_era = false;
};

std::optional<CenturyMention> read_mention(TokenCursor& cursor) {
  const std::size_t start = cursor.place();
  const auto ordinal = read_ordinal(cursor);
  CenturyMention mention;
  mention.has_word = ordinal && accept_century_word(cursor);
  if (!ordinal || (ordinal->roman && !mention.has_word)) {
    cursor.move_to(start);
    return std::nullopt;
  }
  mention.number = ordinal->number;
  mention.has_ending = ordinal->has_ending;
  const bool before_christ = cursor.accept(Token::Kind::BeforeChrist);
  mention.has_era = before_christ || cursor.accept(Token::Kind::AfterChrist);
  if (before_christ) mention.number = -mention.number;
  if (ordinal->number < 1 || mention.number > latest_century ||
      ordinal->number > earliest_century) {
    cursor.move_to(start);
    return std::nullopt;
  }
  return mention;
}

/// What follows "limite": two centuries in a row; "limite 19e siècle début 20e siècle" says no
/// more.
std::optional<DateUnit> read_turn(TokenCursor& cursor) {
  auto before = read_mention(cursor);
  cursor.accept_any({"et", "-", "/", "a"});
  cursor.accept_any({"debut", "fin"});
  const auto after = read_mention(cursor);
  if (!before || !after || !(before->has_word || after->has_word || before->has_ending))
    return std::nullopt;
  if (after->number < 0 && !before->has_era) before->number = -before->number;
  if (next_century(before->number) != after->number) return std::nullopt;
  const YearRange years = century_turn_years(before->number);
  DateUnit unit = unit_of_years(years.first, years.last);
  unit.key = century_turn_key(before->number);
  unit.flags.add(DateFlag::Limit);
  return unit;
}

}  // namespace

bool is_period_part(Tokens tokens) {
  TokenCursor cursor(tokens);
  return read_part(cursor).has_value() && cursor.at_end();
}

std::optional<DateUnit> read_century(TokenCursor& cursor) {
  const std::size_t start = cursor.place();
  if (cursor.accept_any({"limite", "limites"})) {
    auto unit = read_turn(cursor);
    if (!unit) cursor.move_to(start);
    return unit;
  }
  const auto part = read_part(cursor);
  if (part) skip_article(cursor);
  const auto mention = read_mention(cursor);
  // "12e" alone is a century (Mémoire); "1er août" is not.
  const bool alone = cursor.at_end() || cursor.rest().front().text == "-" ||
                     cursor.rest().front().text == "et" || cursor.rest().front().text == "a";
  if (!mention || !(mention->has_word || (mention->has_ending && alone))) {
    cursor.move_to(start);
    return std::nullopt;
  }
  const YearRange years = century_part_years(mention->number, part.value_or(PeriodPart::Whole));
  DateUnit unit = unit_of_years(years.first, years.last);
  unit.key = century_key(mention->number, part.value_or(PeriodPart::Whole));
  return unit;
}

std::optional<DateUnit> read_millennium(TokenCursor& cursor) {
  const std::size_t start = cursor.place();
  const auto part = read_part(cursor);
  if (part) skip_article(cursor);
  const auto ordinal = read_ordinal(cursor);
  const bool named = ordinal && cursor.accept_any({"millenaire", "millenaires"});
  const bool before_christ = named && cursor.accept(Token::Kind::BeforeChrist);
  if (named && !before_christ) cursor.accept(Token::Kind::AfterChrist);
  const bool part_known = !part || (*part >= PeriodPart::Quarter1 && *part <= PeriodPart::Half2);
  if (!named || !part_known || ordinal->number < 1 ||
      ordinal->number > (before_christ ? earliest_millennium : latest_millennium)) {
    cursor.move_to(start);
    return std::nullopt;
  }
  const int number = before_christ ? -ordinal->number : ordinal->number;
  const YearRange years = millennium_part_years(number, part.value_or(PeriodPart::Whole));
  DateUnit unit = unit_of_years(years.first, years.last);
  unit.key = 'm' + std::to_string(number);
  return unit;
}

}  // namespace prosper::mappings::dates
