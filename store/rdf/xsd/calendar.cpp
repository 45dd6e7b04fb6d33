// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/xsd/calendar.hpp"

#include <array>

#include "store/rdf/xsd/date_time.hpp"

namespace prosper::rdf::xsd {
namespace {

constexpr std::int64_t era_years = 400;
constexpr std::int64_t era_days = 146'097;
/// From 0000-03-01 to 1970-01-01.
constexpr std::int64_t epoch_shift = 719'468;

}  // namespace

std::int64_t days_from_civil(const CivilDate& date) {
  const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
  const std::int64_t era = (year >= 0 ? year : year - (era_years - 1)) / era_years;
  const std::int64_t year_of_era = year - era * era_years;
  const std::int64_t shifted_month = (date.month + 9) % 12;
  const std::int64_t day_of_year = (153 * shifted_month + 2) / 5 + date.day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * era_days + day_of_era - epoch_shift;
}

CivilDate civil_from_days(std::int64_t days) {
  days += epoch_shift;
  const std::int64_t era = (days >= 0 ? days : days - (era_days - 1)) / era_days;
  const std::int64_t day_of_era = days - era * era_days;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  const auto day = static_cast<std::int32_t>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  const auto month =
      static_cast<std::int32_t>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  return {year_of_era + era * era_years + (month <= 2 ? 1 : 0), month, day};
}

std::int32_t days_in_month(std::int64_t year, std::int32_t month) {
  static constexpr std::array<std::int32_t, 12> lengths{31, 28, 31, 30, 31, 30,
                                                        31, 31, 30, 31, 30, 31};
  const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return lengths.at(static_cast<std::size_t>(month - 1)) + (month == 2 && is_leap ? 1 : 0);
}

}  // namespace prosper::rdf::xsd
