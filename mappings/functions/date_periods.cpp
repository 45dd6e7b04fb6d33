// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/date_periods.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "mappings/functions/date_labels.hpp"
#include "mappings/functions/named_periods.hpp"
#include "mappings/functions/republican_calendar.hpp"

namespace prosper::mappings {
namespace {

constexpr std::array<std::pair<PeriodPart, std::string_view>, 12> part_suffixes{{
    {PeriodPart::Quarter1, "-q1"},
    {PeriodPart::Quarter2, "-q2"},
    {PeriodPart::Quarter3, "-q3"},
    {PeriodPart::Quarter4, "-q4"},
    {PeriodPart::Half1, "-h1"},
    {PeriodPart::Half2, "-h2"},
    {PeriodPart::Third1, "-t1"},
    {PeriodPart::Third2, "-t2"},
    {PeriodPart::Third3, "-t3"},
    {PeriodPart::Beginning, "-deb"},
    {PeriodPart::Middle, "-mil"},
    {PeriodPart::End, "-fin"},
}};

/// Takes a whole number from the front of `text`.
std::optional<int> take_number(std::string_view& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

SharedPeriod period_of_years(std::string key, std::string label, YearRange years,
                             std::string parent) {
  return {std::move(key), std::move(label), first_day(years.first), last_day(years.last),
          std::move(parent)};
}

std::string parent_of_part(int century, PeriodPart part) {
  switch (part) {
    case PeriodPart::Whole:
      return "";
    case PeriodPart::Quarter1:
    case PeriodPart::Quarter2:
      return century_key(century, PeriodPart::Half1);
    case PeriodPart::Quarter3:
    case PeriodPart::Quarter4:
      return century_key(century, PeriodPart::Half2);
    default:
      return century_key(century, PeriodPart::Whole);
  }
}

std::optional<SharedPeriod> find_century(std::string_view key) {
  std::string_view rest = key.substr(1);
  const auto century = take_number(rest);
  if (!century || *century == 0) return std::nullopt;
  if (rest.ends_with("-lim")) {
    if (century_turn_key(*century) != key) return std::nullopt;
    return period_of_years(std::string(key), century_turn_label(*century),
                           century_turn_years(*century), "");
  }
  PeriodPart part = PeriodPart::Whole;
  for (const auto& [known, suffix] : part_suffixes)
    if (rest == suffix) part = known;
  if (century_key(*century, part) != key) return std::nullopt;
  return period_of_years(std::string(key), century_label(*century, part),
                         century_part_years(*century, part), parent_of_part(*century, part));
}

std::optional<SharedPeriod> find_year(std::string_view key) {
  std::string_view rest = key.substr(1);
  const auto year = take_number(rest);
  if (!year || year_key(*year) != key) return std::nullopt;
  const YearRange years{*year, *year};
  SharedPeriod period = period_of_years(std::string(key), year_label(*year), years, "");
  const int century = *year > 0 ? (*year + 99) / 100 : *year / 100 - 1;
  const int offset = *year - century_years(century).first;
  constexpr std::array quarters{PeriodPart::Quarter1, PeriodPart::Quarter2, PeriodPart::Quarter3,
                                PeriodPart::Quarter4};
  period.parent = century_key(century, quarters[static_cast<std::size_t>(offset / 25)]);
  return period;
}

std::optional<SharedPeriod> find_day(std::string_view key) {
  const auto day = from_iso(key.substr(1));
  if (!day || day_key(*day) != key) return std::nullopt;
  return SharedPeriod{std::string(key), day_label(*day), *day, *day, year_key(day->year)};
}

std::optional<SharedPeriod> find_millennium(std::string_view key) {
  std::string_view rest = key.substr(1);
  const auto millennium = take_number(rest);
  if (!millennium || *millennium == 0 || !rest.empty()) return std::nullopt;
  return period_of_years(std::string(key), millennium_label(*millennium),
                         millennium_years(*millennium), "");
}

std::optional<SharedPeriod> find_republican(std::string_view key) {
  std::string_view rest = key.substr(3);
  const auto year = take_number(rest);
  if (!year || !rest.empty()) return std::nullopt;
  const auto days = republican_year(*year);
  if (!days) return std::nullopt;
  return SharedPeriod{std::string(key), republican_label(*year), days->first, days->last,
                      enclosing_period(days->first, days->last)};
}

std::optional<SharedPeriod> find_named(std::string_view key) {
  const NamedPeriod* named = find_named_period_by_key(key);
  if (named == nullptr) return std::nullopt;
  SharedPeriod period{named->key, named->label, named->first, named->last, ""};
  if (named->first && named->last) period.parent = enclosing_period(*named->first, *named->last);
  return period;
}

}  // namespace

std::string century_key(int century, PeriodPart part) {
  std::string key = 's' + std::to_string(century);
  for (const auto& [known, suffix] : part_suffixes)
    if (known == part) key += suffix;
  return key;
}

std::string century_turn_key(int century) {
  return century_key(century, PeriodPart::Whole) + '-' +
         century_key(next_century(century), PeriodPart::Whole) + "-lim";
}

std::string day_key(const Day& day) {
  return 'd' + to_iso(day);
}

std::string year_key(int year) {
  return 'y' + std::to_string(year);
}

int next_century(int century) {
  return century == -1 ? 1 : century + 1;
}

YearRange century_years(int century) {
  const int first = century > 0 ? 100 * (century - 1) + 1 : 100 * century + 1;
  return {first, first + 99};
}

YearRange century_part_years(int century, PeriodPart part) {
  const int first = century_years(century).first;
  switch (part) {
    case PeriodPart::Whole:
      return {first, first + 99};
    case PeriodPart::Quarter1:
      return {first, first + 24};
    case PeriodPart::Quarter2:
      return {first + 25, first + 49};
    case PeriodPart::Quarter3:
      return {first + 50, first + 74};
    case PeriodPart::Quarter4:
      return {first + 75, first + 99};
    case PeriodPart::Half1:
      return {first, first + 49};
    case PeriodPart::Half2:
      return {first + 50, first + 99};
    case PeriodPart::Third1:
      return {first, first + 32};
    case PeriodPart::Third2:
      return {first + 33, first + 65};
    case PeriodPart::Third3:
      return {first + 66, first + 99};
    case PeriodPart::Beginning:
      return {first, first + 19};
    case PeriodPart::Middle:
      return {first + 39, first + 59};
    case PeriodPart::End:
      return {first + 80, first + 99};
  }
  return {first, first + 99};
}

YearRange millennium_years(int millennium) {
  const int first = millennium > 0 ? 1000 * (millennium - 1) + 1 : 1000 * millennium + 1;
  return {first, first + 999};
}

YearRange millennium_part_years(int millennium, PeriodPart part) {
  const int first = millennium_years(millennium).first;
  switch (part) {
    case PeriodPart::Half1:
      return {first, first + 499};
    case PeriodPart::Half2:
      return {first + 500, first + 999};
    case PeriodPart::Quarter1:
      return {first, first + 249};
    case PeriodPart::Quarter2:
      return {first + 250, first + 499};
    case PeriodPart::Quarter3:
      return {first + 500, first + 749};
    case PeriodPart::Quarter4:
      return {first + 750, first + 999};
    default:
      return {first, first + 999};
  }
}

YearRange century_turn_years(int century) {
  const int turn = century_years(next_century(century)).first;
  return {turn - 10, turn + 9};
}

std::optional<SharedPeriod> find_period(std::string_view key) {
  if (key.starts_with("an-")) return find_republican(key);
  if (key.starts_with("p-")) return find_named(key);
  if (key.starts_with('s')) return find_century(key);
  if (key.starts_with('y')) return find_year(key);
  if (key.starts_with('d')) return find_day(key);
  if (key.starts_with('m')) return find_millennium(key);
  return std::nullopt;
}

std::vector<SharedPeriod> period_chain(std::string_view key) {
  std::vector<SharedPeriod> chain;
  for (auto period = find_period(key); period; period = find_period(chain.back().parent))
    chain.push_back(std::move(*period));
  return chain;
}

std::string enclosing_period(const Day& first, const Day& last) {
  if (first > last) return "";
  const auto year = find_period(year_key(first.year));
  for (const SharedPeriod& period : period_chain(year ? year->key : ""))
    if (period.first && period.last && *period.first <= first && last <= *period.last)
      return period.key;
  return "";
}

}  // namespace prosper::mappings
