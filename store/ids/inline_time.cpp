// SPDX-License-Identifier: Apache-2.0
#include "store/ids/inline_time.hpp"

#include <array>

#include "store/ids/term_tag.hpp"

namespace prosper::store {
namespace {

constexpr int year_bias = 1 << 20U;
constexpr std::size_t min_year_digits = 4;
constexpr std::size_t max_year_digits = 6;

struct Field {
  unsigned value;
  unsigned bits;
};

constexpr unsigned month_bits = 4;
constexpr unsigned day_bits = 5;
constexpr unsigned hour_bits = 5;
constexpr unsigned minute_bits = 6;
constexpr unsigned second_bits = 6;
constexpr unsigned zone_bits = 1;

/// Reads fixed-width parts from the front of a text; `ok` stays false after the first mismatch.
class Parts {
 public:
  explicit Parts(std::string_view text) : rest_(text) {}

  void expect(char c) {
    ok_ = ok_ && rest_.starts_with(c);
    if (ok_) rest_.remove_prefix(1);
  }

  unsigned two_digits(unsigned least, unsigned greatest) {
    const unsigned value = digits(2);
    ok_ = ok_ && value >= least && value <= greatest;
    return value;
  }

  /// XSD 1.1 Part 2 §3.3.7, yearFrag: four digits, or more without a leading zero.
  int year() {
    const bool is_negative = rest_.starts_with('-');
    if (is_negative) rest_.remove_prefix(1);
    std::size_t length = 0;
    while (length < rest_.size() && is_digit(rest_[length])) ++length;
    ok_ = ok_ && length >= min_year_digits && length <= max_year_digits &&
          (length == min_year_digits || rest_.front() != '0');
    const int value = static_cast<int>(digits(length));
    ok_ = ok_ && !(is_negative && value == 0);  // the sign of zero has no place
    return is_negative ? -value : value;
  }

  unsigned zone() {
    const bool is_utc = rest_.starts_with('Z');
    if (is_utc) rest_.remove_prefix(1);
    return is_utc ? 1 : 0;
  }

  bool is_complete() const { return ok_ && rest_.empty(); }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  unsigned digits(std::size_t count) {
    ok_ = ok_ && rest_.size() >= count;
    unsigned value = 0;
    for (std::size_t i = 0; ok_ && i < count; ++i) {
      ok_ = is_digit(rest_[i]);
      value = value * 10 + static_cast<unsigned>(rest_[i] - '0');
    }
    if (ok_) rest_.remove_prefix(count);
    return value;
  }

  std::string_view rest_;
  bool ok_ = true;
};

bool is_leap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

bool has_day(int year, unsigned month, unsigned day) {
  static constexpr std::array<unsigned, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return false;
  return day <= days[month - 1] || (month == 2 && day == 29 && is_leap(year));
}

std::uint64_t pack(int year, std::initializer_list<Field> fields) {
  auto packed = static_cast<std::uint64_t>(year + year_bias);
  for (const Field& field : fields) packed = (packed << field.bits) | field.value;
  return packed;
}

/// Takes fields off the low end of a payload, last field first.
class Unpacking {
 public:
  explicit Unpacking(std::uint64_t payload) : rest_(payload) {}

  unsigned take(unsigned bits) {
    const auto value = static_cast<unsigned>(rest_ & ((1U << bits) - 1));
    rest_ >>= bits;
    return value;
  }

  int year() const { return static_cast<int>(rest_) - year_bias; }

 private:
  std::uint64_t rest_;
};

std::string padded(unsigned value, std::size_t width) {
  std::string digits = std::to_string(value);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

std::string year_text(int year) {
  const auto magnitude = static_cast<unsigned>(year < 0 ? -year : year);
  return (year < 0 ? "-" : "") + padded(magnitude, min_year_digits);
}

}  // namespace

std::optional<TermId> g_year_to_inline(std::string_view text) {
  Parts parts(text);
  const int year = parts.year();
  const unsigned zone = parts.zone();
  if (!parts.is_complete()) return std::nullopt;
  return make_id(TermTag::GYear, pack(year, {{zone, zone_bits}}));
}

std::optional<TermId> date_to_inline(std::string_view text) {
  Parts parts(text);
  const int year = parts.year();
  parts.expect('-');
  const unsigned month = parts.two_digits(1, 12);
  parts.expect('-');
  const unsigned day = parts.two_digits(1, 31);
  const unsigned zone = parts.zone();
  if (!parts.is_complete() || !has_day(year, month, day)) return std::nullopt;
  return make_id(TermTag::Date,
                 pack(year, {{month, month_bits}, {day, day_bits}, {zone, zone_bits}}));
}

std::optional<TermId> date_time_to_inline(std::string_view text) {
  Parts parts(text);
  const int year = parts.year();
  parts.expect('-');
  const unsigned month = parts.two_digits(1, 12);
  parts.expect('-');
  const unsigned day = parts.two_digits(1, 31);
  parts.expect('T');
  const unsigned hour = parts.two_digits(0, 23);
  parts.expect(':');
  const unsigned minute = parts.two_digits(0, 59);
  parts.expect(':');
  const unsigned second = parts.two_digits(0, 59);
  const unsigned zone = parts.zone();
  if (!parts.is_complete() || !has_day(year, month, day)) return std::nullopt;
  return make_id(TermTag::DateTime, pack(year, {{month, month_bits},
                                                {day, day_bits},
                                                {hour, hour_bits},
                                                {minute, minute_bits},
                                                {second, second_bits},
                                                {zone, zone_bits}}));
}

std::string g_year_text(std::uint64_t payload) {
  Unpacking fields(payload);
  const unsigned zone = fields.take(zone_bits);
  return year_text(fields.year()) + (zone != 0 ? "Z" : "");
}

std::string date_text(std::uint64_t payload) {
  Unpacking fields(payload);
  const unsigned zone = fields.take(zone_bits);
  const unsigned day = fields.take(day_bits);
  const unsigned month = fields.take(month_bits);
  return year_text(fields.year()) + "-" + padded(month, 2) + "-" + padded(day, 2) +
         (zone != 0 ? "Z" : "");
}

std::string date_time_text(std::uint64_t payload) {
  Unpacking fields(payload);
  const unsigned zone = fields.take(zone_bits);
  const unsigned second = fields.take(second_bits);
  const unsigned minute = fields.take(minute_bits);
  const unsigned hour = fields.take(hour_bits);
  const unsigned day = fields.take(day_bits);
  const unsigned month = fields.take(month_bits);
  return year_text(fields.year()) + "-" + padded(month, 2) + "-" + padded(day, 2) + "T" +
         padded(hour, 2) + ":" + padded(minute, 2) + ":" + padded(second, 2) +
         (zone != 0 ? "Z" : "");
}

}  // namespace prosper::store
