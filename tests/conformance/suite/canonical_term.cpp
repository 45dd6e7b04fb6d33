// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/suite/canonical_term.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <variant>

#include "vocabularies/terms/xsd.hpp"

namespace prosper::conformance {

namespace {

/// Digits without a plus sign, zeros that say nothing, or a point after which nothing comes.
std::string canonical_decimal(const std::string& text) {
  const bool is_signed = text.starts_with('-') || text.starts_with('+');
  std::string digits = text.substr(is_signed ? 1 : 0);
  if (digits.empty() || digits.find_first_not_of("0123456789.") != std::string::npos) return text;
  digits.erase(0, digits.find_first_not_of('0'));
  if (digits.find('.') != std::string::npos) {
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.')) digits.pop_back();
  }
  if (digits.empty()) return "0";
  return (text.starts_with('-') ? "-" : "") + digits;
}

std::string canonical_floating_point(const std::string& text, const char* format) {
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (text.empty() || *end != '\0') return text;
  std::array<char, 40> written{};
  std::snprintf(written.data(), written.size(), format, value);
  return written.data();
}

}  // namespace

rdf::Term canonical_term(rdf::Term term) {
  auto* literal = std::get_if<rdf::Literal>(&term);
  if (literal == nullptr) return term;
  namespace xsd = vocabularies::xsd;
  std::string& text = literal->lexical_form;
  if (literal->datatype == xsd::integer || literal->datatype == xsd::decimal)
    text = canonical_decimal(text);
  else if (literal->datatype == xsd::float_)
    text = canonical_floating_point(text, "%.7g");
  else if (literal->datatype == xsd::double_)
    text = canonical_floating_point(text, "%.15g");
  std::transform(literal->language.begin(), literal->language.end(), literal->language.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return term;
}

}  // namespace prosper::conformance
