// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/date_labels.hpp"

#include <array>
#include <cstdlib>

#include "mappings/functions/date_tokens.hpp"

namespace prosper::mappings {
namespace {

constexpr std::array<std::string_view, 13> part_labels{
    "",           "1er quart ", "2e quart ", "3e quart ", "4e quart ", "1ère moitié ", "2e moitié ",
    "1er tiers ", "2e tiers ",  "3e tiers ", "début ",    "milieu ",   "fin "};

constexpr std::array<std::string_view, 12> month_labels{
    "janvier", "février", "mars",      "avril",   "mai",      "juin",
    "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};

std::string ordinal(int number) {
  const int plain = std::abs(number);
  return std::to_string(plain) + (plain == 1 ? "er" : "e");
}

std::string era(int number) {
  return number < 0 ? " av JC" : "";
}

}  // namespace

std::string century_label(int century, PeriodPart part) {
  return std::string(part_labels[static_cast<std::size_t>(part)]) + ordinal(century) + " siècle" +
         era(century);
}

std::string century_turn_label(int century) {
  return "limite " + century_label(century, PeriodPart::Whole) + ' ' +
         century_label(next_century(century), PeriodPart::Whole);
}

std::string millennium_label(int millennium) {
  return ordinal(millennium) + " millénaire" + era(millennium);
}

std::string year_label(int year) {
  return year > 0 ? std::to_string(year) : std::to_string(1 - year) + " av JC";
}

std::string day_label(const Day& day) {
  const std::string number = day.day == 1 ? "1er" : std::to_string(day.day);
  return number + ' ' + std::string(month_labels[static_cast<std::size_t>(day.month - 1)]) + ' ' +
         year_label(day.year);
}

std::string republican_label(int year) {
  return "an " + dates::to_roman(year);
}

}  // namespace prosper::mappings
