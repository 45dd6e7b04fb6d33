// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace prosper::rdf::xsd {

/// The XSD 1.1 datatypes whose values this room knows.
enum class Datatype {
  String,
  Boolean,
  Integer,
  Long,
  Int,
  Short,
  Byte,
  NonNegativeInteger,
  PositiveInteger,
  NonPositiveInteger,
  NegativeInteger,
  UnsignedLong,
  UnsignedInt,
  UnsignedShort,
  UnsignedByte,
  Decimal,
  Float,
  Double,
  DateTime,
  DateTimeStamp,
  Date,
  Time,
  GYear,
  GYearMonth,
  GMonth,
  GMonthDay,
  GDay,
  Duration,
  DayTimeDuration,
  YearMonthDuration,
  AnyUri,
  HexBinary,
  Base64Binary,
};

/// Null for an IRI that names none of them.
std::optional<Datatype> find_datatype(std::string_view iri);
std::string_view iri_of(Datatype datatype);

/// xsd:integer and what XSD derives from it.
constexpr bool is_integer_type(Datatype datatype) {
  return datatype >= Datatype::Integer && datatype <= Datatype::UnsignedByte;
}

constexpr bool is_numeric_type(Datatype datatype) {
  return datatype >= Datatype::Integer && datatype <= Datatype::Double;
}

constexpr bool is_date_time_type(Datatype datatype) {
  return datatype >= Datatype::DateTime && datatype <= Datatype::GDay;
}

constexpr bool is_duration_type(Datatype datatype) {
  return datatype >= Datatype::Duration && datatype <= Datatype::YearMonthDuration;
}

}  // namespace prosper::rdf::xsd
