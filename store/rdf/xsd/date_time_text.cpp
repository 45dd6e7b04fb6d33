// SPDX-License-Identifier: Apache-2.0
// Dates and times from and to text (XSD 1.1 §3.3.7 to §3.3.14).
#include <charconv>

#include "store/rdf/xsd/calendar.hpp"
#include "store/rdf/xsd/date_time.hpp"

namespace prosper::rdf::xsd {
namespace {

/// Reads a lexical form from left to right; every take_… leaves the rest.
class FieldReader {
 public:
  explicit FieldReader(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }

  /// A value of the lexical space that DateTime cannot hold was read.
  bool out_of_range() const { return out_of_range_; }

  bool take(char expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool take_two_digits(std::int32_t& value, std::int32_t minimum, std::int32_t maximum) {
    if (rest_.size() < 2 || !is_digit(rest_[0]) || !is_digit(rest_[1])) return false;
    value = (rest_[0] - '0') * 10 + (rest_[1] - '0');
    rest_.remove_prefix(2);
    return value >= minimum && value <= maximum;
  }

  /// -?([1-9][0-9]{3,}|0[0-9]{3})
  bool take_year(std::int64_t& year) {
    const bool negative = take('-');
    const std::size_t digits = count_digits();
    if (digits < 4 || (digits > 4 && rest_.front() == '0')) return false;
    const auto parsed = std::from_chars(rest_.data(), rest_.data() + digits, year);
    if (parsed.ec != std::errc() || year > maximum_year) {
      out_of_range_ = true;
      // The last four digits tell leap years, so that the day can still be checked.
      std::from_chars(rest_.data() + digits - 4, rest_.data() + digits, year);
    }
    if (negative) year = -year;
    rest_.remove_prefix(digits);
    return true;
  }

  /// [0-9]{2}(\.[0-9]+)?, below 60.
  bool take_seconds(Seconds& value) {
    if (count_digits() != 2) return false;
    std::size_t end = 2;
    if (rest_.size() > end && rest_[end] == '.') {
      do ++end;
      while (end < rest_.size() && is_digit(rest_[end]));
      if (end == 3) return false;
    }
    const auto seconds = parse_seconds(rest_.substr(0, end));
    if (seconds) {
      value = *seconds;
    } else {
      out_of_range_ = true;
      value = {(rest_[0] - '0') * 10 + (rest_[1] - '0'), 1};
    }
    rest_.remove_prefix(end);
    return value.seconds < 60;
  }

  /// Nothing, Z or (+|-)hh:mm up to 14:00.
  bool take_timezone(std::optional<std::int32_t>& timezone) {
    if (at_end()) return true;
    if (take('Z')) {
      timezone = 0;
      return at_end();
    }
    const bool negative = rest_.front() == '-';
    if (!take('+') && !take('-')) return false;
    std::int32_t hours = 0;
    std::int32_t minutes = 0;
    if (!take_two_digits(hours, 0, 14) || !take(':') || !take_two_digits(minutes, 0, 59)) {
      return false;
    }
    if (hours == 14 && minutes > 0) return false;
    timezone = (hours * 60 + minutes) * (negative ? -1 : 1);
    return at_end();
  }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  std::size_t count_digits() const {
    std::size_t count = 0;
    while (count < rest_.size() && is_digit(rest_[count])) ++count;
    return count;
  }

  std::string_view rest_;
  bool out_of_range_ = false;
};

bool take_month(FieldReader& reader, DateTime& value) {
  return reader.take_two_digits(value.month, 1, 12);
}

bool take_day(FieldReader& reader, DateTime& value) {
  return reader.take_two_digits(value.day, 1, days_in_month(value.year, value.month));
}

bool take_date(FieldReader& reader, DateTime& value) {
  return reader.take_year(value.year) && reader.take('-') && take_month(reader, value) &&
         reader.take('-') && take_day(reader, value);
}

bool take_time(FieldReader& reader, DateTime& value) {
  return reader.take_two_digits(value.hour, 0, 24) && reader.take(':') &&
         reader.take_two_digits(value.minute, 0, 59) && reader.take(':') &&
         reader.take_seconds(value.second) &&
         (value.hour < 24 || (value.minute == 0 && value.second == Seconds{}));
}

bool take_fields(FieldReader& reader, DateTime& value) {
  switch (value.type) {
    case Datatype::DateTime:
      return take_date(reader, value) && reader.take('T') && take_time(reader, value);
    case Datatype::Date:
      return take_date(reader, value);
    case Datatype::Time:
      return take_time(reader, value);
    case Datatype::GYear:
      return reader.take_year(value.year);
    case Datatype::GYearMonth:
      return reader.take_year(value.year) && reader.take('-') && take_month(reader, value);
    case Datatype::GMonth:
      return reader.take('-') && reader.take('-') && take_month(reader, value);
    case Datatype::GMonthDay:
      return reader.take('-') && reader.take('-') && take_month(reader, value) &&
             reader.take('-') && take_day(reader, value);
    case Datatype::GDay:
      return reader.take('-') && reader.take('-') && reader.take('-') && take_day(reader, value);
    default:
      return false;
  }
}

struct Reading {
  DateTime value;
  bool out_of_range = false;
};

std::optional<Reading> read(std::string_view lexical_form, Datatype datatype) {
  FieldReader reader(lexical_form);
  Reading result;
  result.value.type = datatype == Datatype::DateTimeStamp ? Datatype::DateTime : datatype;
  if (!take_fields(reader, result.value)) return std::nullopt;
  if (!reader.take_timezone(result.value.timezone)) return std::nullopt;
  if (datatype == Datatype::DateTimeStamp && !result.value.timezone) return std::nullopt;
  result.out_of_range = reader.out_of_range();
  return result;
}

void append_padded(std::string& out, std::int64_t number, std::size_t width) {
  const std::string digits = std::to_string(number < 0 ? -number : number);
  if (number < 0) out += '-';
  if (digits.size() < width) out.append(width - digits.size(), '0');
  out.append(digits);
}

void append_time(std::string& out, const DateTime& value) {
  append_padded(out, value.hour, 2);
  out += ':';
  append_padded(out, value.minute, 2);
  out += ':';
  const std::string seconds = to_decimal(value.second).to_lexical_form();
  if (value.second.seconds < 10) out += '0';
  out.append(seconds);
}

}  // namespace

bool is_date_time_lexical_form(std::string_view lexical_form, Datatype datatype) {
  return read(lexical_form, datatype).has_value();
}

std::optional<DateTime> parse_date_time(std::string_view lexical_form, Datatype datatype) {
  const auto reading = read(lexical_form, datatype);
  if (!reading || reading->out_of_range) return std::nullopt;
  const DateTime& value = reading->value;
  if (value.hour < 24) return value;
  DateTime midnight = value;
  midnight.hour = 0;
  if (value.type == Datatype::Time) return midnight;
  return add(midnight, Duration{0, {24 * 3600, 0}});
}

std::string timezone_text(const DateTime& value) {
  if (!value.timezone) return "";
  if (*value.timezone == 0) return "Z";
  const std::int32_t minutes = *value.timezone < 0 ? -*value.timezone : *value.timezone;
  std::string out(1, *value.timezone < 0 ? '-' : '+');
  append_padded(out, minutes / 60, 2);
  out += ':';
  append_padded(out, minutes % 60, 2);
  return out;
}

std::string to_lexical_form(const DateTime& value) {
  std::string out;
  if (value.has_year()) append_padded(out, value.year, 4);
  if (value.has_month()) {
    out.append(value.has_year() ? "-" : "--");
    append_padded(out, value.month, 2);
  }
  if (value.has_day()) {
    out.append(value.has_month() ? "-" : "---");
    append_padded(out, value.day, 2);
  }
  if (value.type == Datatype::DateTime) out += 'T';
  if (value.has_time()) append_time(out, value);
  return out.append(timezone_text(value));
}

}  // namespace prosper::rdf::xsd
