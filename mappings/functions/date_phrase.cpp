// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/date_phrase.hpp"

#include <algorithm>
#include <set>

#include "mappings/functions/date_modifiers.hpp"
#include "mappings/functions/date_periods.hpp"
#include "mappings/functions/date_units.hpp"

namespace prosper::mappings::dates {
namespace {

constexpr int circa_years = 5;

TimeSpan span_of(const DateUnit& unit) {
  TimeSpan span{unit.first, unit.last, unit.first, unit.last, unit.flags, {}};
  if (!unit.key.empty()) span.periods.push_back(unit.key);
  return span;
}

/// "1830-1840": begins in the first, ends in the second.
TimeSpan span_from_to(const TimeSpan& from, const TimeSpan& to) {
  const bool reversed =
      from.begin_of_begin && to.begin_of_begin && *to.begin_of_begin < *from.begin_of_begin;
  const TimeSpan& first = reversed ? to : from;
  const TimeSpan& last = reversed ? from : to;
  TimeSpan span{
      first.begin_of_begin, first.end_of_begin, last.begin_of_end, last.end_of_end, {}, {}};
  span.flags.add(from.flags);
  span.flags.add(to.flags);
  if (reversed) span.flags.add(DateFlag::Reversed);
  if (span.begin_of_begin && span.end_of_end)
    if (std::string key = enclosing_period(*span.begin_of_begin, *span.end_of_end); !key.empty())
      span.periods.push_back(std::move(key));
  return span;
}

/// The core of a phrase: one unit, or two joined by "-", "à", "entre … et".
class CoreParser {
 public:
  CoreParser(Tokens tokens, bool after_between, bool is_range_bound)
      : tokens_(tokens),
        after_between_(after_between),
        short_years_(is_range_bound ? ShortYears::Allowed : ShortYears::Refused) {}

  /// Whether the core held both bounds of a range opened by "entre".
  bool closed_range() const { return closed_range_; }

  std::optional<TimeSpan> parse() {
    TokenCursor cursor(tokens_);
    const auto first = read_unit(cursor, short_years_);
    if (!first) return std::nullopt;
    if (cursor.at_end()) return span_of(*first);
    const std::size_t first_length = cursor.place();
    const bool joined_by_and = after_between_ && cursor.accept("et");
    const bool postfix = !joined_by_and && !after_between_ && cursor.accept("entre");
    if (!joined_by_and && !postfix && !cursor.accept_any({"-", "a", "au", "/"}))
      return std::nullopt;
    const auto second = read_unit(cursor, short_years_);
    if (!second || !cursor.at_end()) return std::nullopt;
    const auto from = span_of(with_era_of_second(*first, first_length));
    closed_range_ = joined_by_and || postfix;
    return closed_range_ ? span_between(from, span_of(*second))
                         : span_from_to(from, span_of(*second));
  }

 private:
  /// In "500-450 av JC" the era holds for both.
  DateUnit with_era_of_second(const DateUnit& first, std::size_t first_length) const {
    const Tokens head = tokens_.first(first_length);
    if (tokens_.back().kind != Token::Kind::BeforeChrist ||
        head.back().kind == Token::Kind::BeforeChrist ||
        head.back().kind == Token::Kind::AfterChrist)
      return first;
    std::vector<Token> dated(head.begin(), head.end());
    dated.push_back(tokens_.back());
    TokenCursor cursor(dated);
    const auto unit = read_unit(cursor, short_years_);
    return unit && cursor.at_end() ? *unit : first;
  }

  Tokens tokens_;
  bool after_between_;
  ShortYears short_years_;
  bool closed_range_ = false;
};

/// Peels the words around a date off its tokens, then reads what is left.
class PhraseParser {
 public:
  explicit PhraseParser(std::string_view text) : tokens_(tokenize(text)) {}

  std::optional<DatePhrase> parse() {
    drop_full_stop();
    while (peel_group() || peel_trailing() || peel_leading()) {
    }
    if (failed_) return std::nullopt;
    return tokens_.empty() ? phrase_without_date() : phrase_with_date();
  }

 private:
  void drop_full_stop() {
    if (tokens_.size() < 2 || tokens_.back().text != ".") return;
    const Token& before = tokens_[tokens_.size() - 2];
    // "194." is a decade.
    if (before.kind != Token::Kind::Number || before.text.size() > 3) tokens_.pop_back();
  }

  void erase_last(std::size_t count) { tokens_.resize(tokens_.size() - count); }

  bool peel_trailing() {
    const auto found = find_trailing_modifier(tokens_);
    if (!found) return false;
    modifiers_.insert(found->first);
    erase_last(found->second);
    return true;
  }

  bool peel_leading() {
    const auto found = find_leading_modifier(tokens_);
    if (!found) return false;
    modifiers_.insert(found->first);
    leading_between_ = leading_between_ || found->first == Modifier::Between;
    tokens_.erase(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(found->second));
    return true;
  }

  /// A parenthesis at the end: modifiers "(vers)", a part "(3e quart)", years "(1603-1868)".
  bool peel_group() {
    if (tokens_.empty() || tokens_.back().text != ")") return false;
    const auto open = std::find_if(tokens_.rbegin(), tokens_.rend(),
                                   [](const Token& token) { return token.text == "("; });
    if (open == tokens_.rend()) return fail();
    const auto length = static_cast<std::size_t>(open - tokens_.rbegin()) + 1;
    std::vector<Token> inner(tokens_.end() - static_cast<std::ptrdiff_t>(length) + 1,
                             tokens_.end() - 1);
    erase_last(length);
    if (is_period_part(inner)) {
      tokens_.insert(tokens_.begin(), inner.begin(), inner.end());
      return true;
    }
    if (read_years_of_period(inner)) return true;
    while (const auto found = find_trailing_modifier(inner)) {
      modifiers_.insert(found->first);
      inner.resize(inner.size() - found->second);
    }
    return inner.empty() || fail();
  }

  /// "(1603-1868)" after the name of a period says its bounds.
  bool read_years_of_period(const std::vector<Token>& inner) {
    TokenCursor cursor(inner);
    const auto first = cursor.accept_number(3, 4);
    if (!first || !cursor.accept("-")) return false;
    const auto last = cursor.accept_number(3, 4);
    if (!last || !cursor.at_end() || *last < *first || *last > 2100) return false;
    stated_years_ = unit_of_years(*first, *last);
    stated_years_->flags.add(DateFlag::NamedPeriod);
    return true;
  }

  bool fail() {
    failed_ = true;
    tokens_.clear();
    return false;
  }

  bool has(Modifier modifier) const { return modifiers_.contains(modifier); }

  std::optional<DateEvent> event() const {
    for (const Modifier modifier : modifiers_)
      if (const auto found = event_of(modifier)) return found;
    return std::nullopt;
  }

  std::optional<DatePhrase> phrase_without_date() const {
    if (modifiers_.empty()) return std::nullopt;
    DatePhrase phrase;
    for (const Modifier modifier : modifiers_) {
      if (modifier == Modifier::Uncertain) {
        phrase.is_doubt = true;
      } else if (modifier == Modifier::Note) {
        phrase.is_note = true;
      } else {
        return std::nullopt;
      }
    }
    return phrase;
  }

  std::optional<TimeSpan> period_with_stated_years() const {
    TokenCursor cursor(tokens_);
    const bool announced = cursor.accept_any({"periode", "epoque", "dynastie", "regne", "ere"});
    const bool words_only = std::all_of(tokens_.begin(), tokens_.end(), [](const Token& token) {
      return token.kind == Token::Kind::Word || token.text == "'" || token.text == "-";
    });
    TokenCursor named(tokens_);
    const auto period = read_named_period(named);
    if (period && named.at_end()) {
      DateUnit unit = *stated_years_;
      if (period->first == unit.first && period->last == unit.last) unit.key = period->key;
      return span_of(unit);
    }
    if (!announced || !words_only) return std::nullopt;
    return span_of(*stated_years_);
  }

  std::optional<DatePhrase> phrase_with_date() {
    DatePhrase phrase;
    const bool range_bound = has(Modifier::Between) || has(Modifier::And);
    CoreParser core(tokens_, leading_between_, range_bound);
    const auto span = stated_years_ ? period_with_stated_years() : core.parse();
    if (!span) return std::nullopt;
    phrase.span = *span;
    phrase.opens_range = has(Modifier::Between) && !core.closed_range();
    phrase.closes_range = has(Modifier::And) && !core.closed_range();
    phrase.is_alternative = has(Modifier::Or);
    phrase.event = event();
    if (phrase.opens_range && phrase.closes_range) return std::nullopt;
    if (has(Modifier::Uncertain)) phrase.span.flags.add(DateFlag::Uncertain);
    if (has(Modifier::Destroyed)) phrase.span.flags.add(DateFlag::Destroyed);
    if (has(Modifier::Context)) phrase.span.flags.add(DateFlag::Context);
    if (has(Modifier::Circa)) widen(phrase.span);
    return open_one_end(phrase) ? std::optional(phrase) : std::nullopt;
  }

  static void widen(TimeSpan& span) {
    const auto shift = [](std::optional<Day>& day, int years) {
      if (day) day = shift_years(*day, years);
    };
    shift(span.begin_of_begin, -circa_years);
    shift(span.end_of_begin, circa_years);
    shift(span.begin_of_end, -circa_years);
    shift(span.end_of_end, circa_years);
    span.flags.add(DateFlag::Circa);
    span.periods.clear();
    if (!span.begin_of_begin || !span.end_of_end) return;
    if (std::string key = enclosing_period(*span.begin_of_begin, *span.end_of_end); !key.empty())
      span.periods.push_back(std::move(key));
  }

  /// "avant", "après", "depuis", "jusqu'en"; false when they contradict the rest.
  bool open_one_end(DatePhrase& phrase) const {
    const bool start = has(Modifier::Before) || has(Modifier::Until);
    const bool end = has(Modifier::After) || has(Modifier::From);
    if (!start && !end) return true;
    if ((start && end) || phrase.opens_range || phrase.closes_range || phrase.is_alternative)
      return false;
    TimeSpan& span = phrase.span;
    if (!span.begin_of_begin || !span.end_of_end) return false;
    std::optional<Day> begin;
    std::optional<Day> last;
    if (has(Modifier::Before)) last = day_before(*span.begin_of_begin);
    if (has(Modifier::Until)) last = span.end_of_end;
    if (has(Modifier::After)) begin = day_after(*span.end_of_end);
    if (has(Modifier::From)) begin = span.begin_of_begin;
    const DateFlags flags = span.flags;
    span = {begin, last, begin, last, flags, {}};
    span.flags.add(start ? DateFlag::OpenStart : DateFlag::OpenEnd);
    return true;
  }

  std::vector<Token> tokens_;
  std::set<Modifier> modifiers_;
  std::optional<DateUnit> stated_years_;
  bool leading_between_ = false;
  bool failed_ = false;
};

}  // namespace

TimeSpan span_between(const TimeSpan& lower, const TimeSpan& upper) {
  TimeSpan span = span_from_to(lower, upper);
  span.end_of_begin = span.end_of_end;
  span.begin_of_end = span.begin_of_begin;
  return span;
}

std::optional<DatePhrase> parse_phrase(std::string_view text) {
  return PhraseParser(text).parse();
}

}  // namespace prosper::mappings::dates
