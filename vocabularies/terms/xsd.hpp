// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace prosper::vocabularies::xsd {

inline constexpr std::string_view ns = "http://www.w3.org/2001/XMLSchema#";
inline constexpr std::string_view string = "http://www.w3.org/2001/XMLSchema#string";
inline constexpr std::string_view boolean = "http://www.w3.org/2001/XMLSchema#boolean";
inline constexpr std::string_view integer = "http://www.w3.org/2001/XMLSchema#integer";
inline constexpr std::string_view decimal = "http://www.w3.org/2001/XMLSchema#decimal";
inline constexpr std::string_view float_ = "http://www.w3.org/2001/XMLSchema#float";
inline constexpr std::string_view double_ = "http://www.w3.org/2001/XMLSchema#double";
inline constexpr std::string_view date = "http://www.w3.org/2001/XMLSchema#date";
inline constexpr std::string_view date_time = "http://www.w3.org/2001/XMLSchema#dateTime";
inline constexpr std::string_view date_time_stamp = "http://www.w3.org/2001/XMLSchema#dateTimeStamp";
inline constexpr std::string_view time = "http://www.w3.org/2001/XMLSchema#time";
inline constexpr std::string_view duration = "http://www.w3.org/2001/XMLSchema#duration";
inline constexpr std::string_view day_time_duration = "http://www.w3.org/2001/XMLSchema#dayTimeDuration";
inline constexpr std::string_view year_month_duration = "http://www.w3.org/2001/XMLSchema#yearMonthDuration";
inline constexpr std::string_view g_year = "http://www.w3.org/2001/XMLSchema#gYear";
inline constexpr std::string_view g_year_month = "http://www.w3.org/2001/XMLSchema#gYearMonth";
inline constexpr std::string_view g_month = "http://www.w3.org/2001/XMLSchema#gMonth";
inline constexpr std::string_view g_month_day = "http://www.w3.org/2001/XMLSchema#gMonthDay";
inline constexpr std::string_view g_day = "http://www.w3.org/2001/XMLSchema#gDay";
inline constexpr std::string_view any_uri = "http://www.w3.org/2001/XMLSchema#anyURI";
inline constexpr std::string_view hex_binary = "http://www.w3.org/2001/XMLSchema#hexBinary";
inline constexpr std::string_view base64_binary = "http://www.w3.org/2001/XMLSchema#base64Binary";
inline constexpr std::string_view long_ = "http://www.w3.org/2001/XMLSchema#long";
inline constexpr std::string_view int_ = "http://www.w3.org/2001/XMLSchema#int";
inline constexpr std::string_view short_ = "http://www.w3.org/2001/XMLSchema#short";
inline constexpr std::string_view byte = "http://www.w3.org/2001/XMLSchema#byte";
inline constexpr std::string_view non_negative_integer = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger";
inline constexpr std::string_view positive_integer = "http://www.w3.org/2001/XMLSchema#positiveInteger";
inline constexpr std::string_view non_positive_integer = "http://www.w3.org/2001/XMLSchema#nonPositiveInteger";
inline constexpr std::string_view negative_integer = "http://www.w3.org/2001/XMLSchema#negativeInteger";
inline constexpr std::string_view unsigned_long = "http://www.w3.org/2001/XMLSchema#unsignedLong";
inline constexpr std::string_view unsigned_int = "http://www.w3.org/2001/XMLSchema#unsignedInt";
inline constexpr std::string_view unsigned_short = "http://www.w3.org/2001/XMLSchema#unsignedShort";
inline constexpr std::string_view unsigned_byte = "http://www.w3.org/2001/XMLSchema#unsignedByte";

}  // namespace prosper::vocabularies::xsd
