// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace prosper::rdf::xsd {

/// Years beyond this are refused: their seconds would not fit 64 bits.
inline constexpr std::int64_t maximum_year = 99'999'999'999;

/// A day of the proleptic Gregorian calendar; year 0 is 1 BC.
struct CivilDate {
  std::int64_t year;
  std::int32_t month;
  std::int32_t day;
};

/// Days from 1970-01-01, in eras of 400 years (146,097 days) that begin on 1 March, so that the
/// leap day is the last of its year.
std::int64_t days_from_civil(const CivilDate& date);
CivilDate civil_from_days(std::int64_t days);

}  // namespace prosper::rdf::xsd
