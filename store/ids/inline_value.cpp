// SPDX-License-Identifier: Apache-2.0
#include "store/ids/inline_value.hpp"

#include <charconv>
#include <string>
#include <string_view>

#include "store/ids/inline_time.hpp"
#include "store/ids/term_tag.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::store {
namespace {

namespace xsd = vocabularies::xsd;

constexpr std::int64_t integer_bias = std::int64_t{1} << 59U;
constexpr std::int64_t decimal_bias = std::int64_t{1} << 56U;
constexpr unsigned digits_bits = 3;
constexpr std::int64_t decimal_scale = 1'000'000;
constexpr std::size_t scale_digits = 6;

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Digits without a leading zero, or "0".
std::optional<std::int64_t> read_natural(std::string_view text) {
  if (!is_digits(text) || (text.size() > 1 && text.front() == '0')) return std::nullopt;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<TermId> integer_to_inline(std::string_view text) {
  const bool is_negative = text.starts_with('-');
  const auto magnitude = read_natural(text.substr(is_negative ? 1 : 0));
  if (!magnitude || *magnitude >= integer_bias || (is_negative && *magnitude == 0)) {
    return std::nullopt;
  }
  const std::int64_t value = is_negative ? -*magnitude : *magnitude;
  return make_id(TermTag::Integer, static_cast<std::uint64_t>(value + integer_bias));
}

std::string integer_text(std::uint64_t payload) {
  return std::to_string(static_cast<std::int64_t>(payload) - integer_bias);
}

std::optional<TermId> decimal_to_inline(std::string_view text) {
  const bool is_negative = text.starts_with('-');
  const std::string_view unsigned_text = text.substr(is_negative ? 1 : 0);
  const std::size_t point = unsigned_text.find('.');
  const auto whole = read_natural(unsigned_text.substr(0, point));
  if (!whole || *whole >= decimal_bias / decimal_scale) return std::nullopt;
  std::string fraction;
  if (point != std::string_view::npos) {
    fraction = unsigned_text.substr(point + 1);
    if (!is_digits(fraction) || fraction.size() > scale_digits) return std::nullopt;
  }
  const std::uint64_t written_digits = fraction.size();
  fraction.resize(scale_digits, '0');
  std::int64_t scaled = *whole * decimal_scale + std::stoll(fraction);
  if (is_negative && scaled == 0) return std::nullopt;  // the sign of zero has no place
  if (is_negative) scaled = -scaled;
  const auto biased = static_cast<std::uint64_t>(scaled + decimal_bias);
  return make_id(TermTag::Decimal, (biased << digits_bits) | written_digits);
}

std::string decimal_text(std::uint64_t payload) {
  const std::size_t written_digits = payload & ((1U << digits_bits) - 1);
  const std::int64_t scaled = static_cast<std::int64_t>(payload >> digits_bits) - decimal_bias;
  const std::int64_t magnitude = scaled < 0 ? -scaled : scaled;
  std::string text = scaled < 0 ? "-" : "";
  text += std::to_string(magnitude / decimal_scale);
  if (written_digits == 0) return text;
  std::string fraction = std::to_string(magnitude % decimal_scale);
  fraction.insert(0, scale_digits - fraction.size(), '0');
  return text + "." + fraction.substr(0, written_digits);
}

std::optional<TermId> boolean_to_inline(std::string_view text) {
  if (text != "true" && text != "false") return std::nullopt;
  return make_id(TermTag::Boolean, text == "true" ? 1 : 0);
}

std::optional<TermId> encode(std::string_view text, std::string_view datatype) {
  if (datatype == xsd::integer) return integer_to_inline(text);
  if (datatype == xsd::decimal) return decimal_to_inline(text);
  if (datatype == xsd::boolean) return boolean_to_inline(text);
  if (datatype == xsd::date) return date_to_inline(text);
  if (datatype == xsd::date_time) return date_time_to_inline(text);
  if (datatype == xsd::g_year) return g_year_to_inline(text);
  return std::nullopt;
}

}  // namespace

std::optional<TermId> to_inline(const rdf::Literal& literal) {
  if (!literal.language.empty()) return std::nullopt;
  return to_inline(literal.lexical_form, literal.datatype);
}

std::optional<TermId> to_inline(std::string_view lexical_form, std::string_view datatype) {
  if (!datatype.starts_with(xsd::ns)) return std::nullopt;
  return encode(lexical_form, datatype);
}

std::optional<rdf::Literal> from_inline(TermId id) {
  const std::uint64_t payload = payload_of(id);
  rdf::Literal literal;
  switch (tag_of(id)) {
    case TermTag::Integer:
      literal = rdf::make_typed_literal(integer_text(payload), xsd::integer);
      break;
    case TermTag::Decimal:
      literal = rdf::make_typed_literal(decimal_text(payload), xsd::decimal);
      break;
    case TermTag::Boolean:
      literal = rdf::make_typed_literal(payload == 0 ? "false" : "true", xsd::boolean);
      break;
    case TermTag::Date:
      literal = rdf::make_typed_literal(date_text(payload), xsd::date);
      break;
    case TermTag::DateTime:
      literal = rdf::make_typed_literal(date_time_text(payload), xsd::date_time);
      break;
    case TermTag::GYear:
      literal = rdf::make_typed_literal(g_year_text(payload), xsd::g_year);
      break;
    default:
      return std::nullopt;
  }
  if (to_inline(literal) != id) return std::nullopt;
  return literal;
}

}  // namespace prosper::store
