// SPDX-License-Identifier: Apache-2.0
// NOW and the parts of dates (§17.4.5). SPARQL defines them for xsd:dateTime; as in XPath they also
// take the date and time types that have the part asked for.
#include "sparql/functions/families.hpp"
#include "sparql/functions/literals.hpp"

namespace prosper::sparql::functions {
namespace {

namespace xsd = rdf::xsd;
using Arguments = std::span<const rdf::Term>;

std::optional<xsd::DateTime> date_of(const rdf::Term& term) {
  const auto* literal = literal_of(term);
  if (literal == nullptr) return std::nullopt;
  const Value value = value_of(*literal);
  const auto* date = std::get_if<xsd::DateTime>(&value);
  return date == nullptr ? std::nullopt : std::optional(*date);
}

Result now(Arguments, Context& context) {
  return make_date_time(xsd::from_clock(context.now));
}

Result year(Arguments arguments, Context&) {
  const auto date = date_of(arguments[0]);
  return date && date->has_year() ? Result(make_integer(date->year)) : std::nullopt;
}

Result month(Arguments arguments, Context&) {
  const auto date = date_of(arguments[0]);
  return date && date->has_month() ? Result(make_integer(date->month)) : std::nullopt;
}

Result day(Arguments arguments, Context&) {
  const auto date = date_of(arguments[0]);
  return date && date->has_day() ? Result(make_integer(date->day)) : std::nullopt;
}

Result hours(Arguments arguments, Context&) {
  const auto date = date_of(arguments[0]);
  return date && date->has_time() ? Result(make_integer(date->hour)) : std::nullopt;
}

Result minutes(Arguments arguments, Context&) {
  const auto date = date_of(arguments[0]);
  return date && date->has_time() ? Result(make_integer(date->minute)) : std::nullopt;
}

Result seconds(Arguments arguments, Context&) {
  const auto date = date_of(arguments[0]);
  return date && date->has_time() ? Result(make_number(xsd::to_decimal(date->second)))
                                  : std::nullopt;
}

Result timezone(Arguments arguments, Context&) {
  const auto date = date_of(arguments[0]);
  if (!date || !date->timezone) return std::nullopt;
  const xsd::Duration offset{0, {*date->timezone * std::int64_t{60}, 0}};
  return make_duration({offset, xsd::Datatype::DayTimeDuration});
}

Result tz(Arguments arguments, Context&) {
  const auto date = date_of(arguments[0]);
  return date ? Result(make_simple(xsd::timezone_text(*date))) : std::nullopt;
}

}  // namespace

void register_date_functions(FunctionTable& table) {
  table["NOW"] = {now, 0, 0};
  table["YEAR"] = {year, 1, 1};
  table["MONTH"] = {month, 1, 1};
  table["DAY"] = {day, 1, 1};
  table["HOURS"] = {hours, 1, 1};
  table["MINUTES"] = {minutes, 1, 1};
  table["SECONDS"] = {seconds, 1, 1};
  table["TIMEZONE"] = {timezone, 1, 1};
  table["TZ"] = {tz, 1, 1};
}

}  // namespace prosper::sparql::functions
