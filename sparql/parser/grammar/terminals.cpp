// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/grammar/terminals.hpp"

#include <boost/spirit/home/x3.hpp>

#include "sparql/parser/grammar/code_point_class.hpp"

namespace prosper::sparql::grammar {
namespace {

namespace x3 = boost::spirit::x3;
using x3::lit;

constexpr CodePointClass pn_chars_base{is_pn_chars_base};
constexpr CodePointClass pn_chars_u_or_digit{is_pn_chars_u_or_digit};
constexpr CodePointClass pn_chars{is_pn_chars};
constexpr CodePointClass pn_chars_or_colon{[](char32_t c) { return c == ':' || is_pn_chars(c); }};
constexpr CodePointClass pn_local_start{
    [](char32_t c) { return c == ':' || is_pn_chars_u_or_digit(c); }};
constexpr CodePointClass variable_character{is_variable_character};
constexpr CodePointClass iri_character{is_iri_character};
constexpr CodePointClass escaped_local_character{is_escaped_local_character};
constexpr CodePointClass escaped_string_character{is_escaped_string_character};
constexpr CodePointClass not_quote_2{[](char32_t c) { return c != '"' && c != '\\'; }};
constexpr CodePointClass not_quote_1{[](char32_t c) { return c != '\'' && c != '\\'; }};
constexpr CodePointClass line_break{[](char32_t c) { return c == '\n' || c == '\r'; }};
constexpr CodePointClass digit{is_ascii_digit};
constexpr CodePointClass letter{is_ascii_letter};
constexpr CodePointClass letter_or_digit{
    [](char32_t c) { return is_ascii_letter(c) || is_ascii_digit(c); }};
constexpr CodePointClass sign{[](char32_t c) { return c == '+' || c == '-'; }};
constexpr CodePointClass sigil{[](char32_t c) { return c == '?' || c == '$'; }};

const auto iri_ref /* [139] */ = '<' >> *iri_character >> '>';

// A dot belongs to a name only when the name goes on behind it: `ex:a.` ends a triple.
const auto pn_prefix /* [168] */ = pn_chars_base >> *(pn_chars | (+lit('.') >> &pn_chars));
const auto pname_ns /* [140] */ = -pn_prefix >> ':';
const auto plx /* [170] */ = ('%' >> x3::xdigit >> x3::xdigit) | ('\\' >> escaped_local_character);
const auto pn_local_part = pn_chars_or_colon | plx;
const auto pn_local /* [169] */ = (pn_local_start | plx) >>
                                  *(pn_local_part | (+lit('.') >> &pn_local_part));
const auto prefixed_name /* [137] */ = pname_ns >> -pn_local;

const auto blank_node_label /* [142] */ = lit("_:") >> pn_chars_u_or_digit >>
                                          *(pn_chars | (+lit('.') >> &pn_chars));

const auto variable /* [108] */ = sigil >> pn_chars_u_or_digit >> *variable_character;
const auto language_tag /* [145] */ = '@' >> +letter >> *('-' >> +letter_or_digit);

const auto exponent /* [155] */ = (lit('e') | 'E') >> -sign >> +digit;
const auto unsigned_double /* [148] */ =
    ((+digit >> '.' >> *digit) | ('.' >> +digit) | +digit) >> exponent;
const auto unsigned_decimal /* [147] */ = *digit >> '.' >> +digit;
const auto number /* [130] */ = -sign >> (unsigned_double | unsigned_decimal | +digit);

const auto escape /* [160] */ = '\\' >> escaped_string_character;
const auto string_literal_1 /* [156] */ = '\'' >> *((not_quote_1 - line_break) | escape) >> '\'';
const auto string_literal_2 /* [157] */ = '"' >> *((not_quote_2 - line_break) | escape) >> '"';
const auto string_literal_long_1 /* [158] */ = lit("'''") >>
                                               *(-(lit("''") | '\'') >> (not_quote_1 | escape)) >>
                                               "'''";
const auto string_literal_long_2 /* [159] */ = lit("\"\"\"") >>
                                               *(-(lit("\"\"") | '"') >> (not_quote_2 | escape)) >>
                                               "\"\"\"";
// Three quotes always open a long string, also one that is never closed.
const auto string /* [135] */ = string_literal_long_1 | string_literal_long_2 |
                                (string_literal_1 - "'''") | (string_literal_2 - "\"\"\"");

// `<?b&&?c>` is an IRI by the longest match, not two comparisons.
const auto comparison = lit("!=") | ">=" | ">" | "=" | ((lit("<=") | "<") - iri_ref);
const auto unary_operator = ('!' >> !lit('=')) | sign;
// `<p>?n` is a predicate and a variable, `<p>+1` a predicate and a number.
const auto path_modifier /* [93] */ =
    lit('*') | (lit('+') >> !(-lit('.') >> digit)) | ('?' >> !pn_chars_u_or_digit);

template <typename Parser>
bool scan(const char*& first, const char* last, const Parser& parser) {
  return x3::parse(first, last, parser);
}

}  // namespace

bool scan_iri_ref(const char*& first, const char* last) {
  return scan(first, last, iri_ref);
}

bool scan_prefix(const char*& first, const char* last) {
  return scan(first, last, pname_ns);
}

bool scan_prefixed_name(const char*& first, const char* last) {
  return scan(first, last, prefixed_name);
}

bool scan_iri(const char*& first, const char* last) {
  return scan_iri_ref(first, last) || scan_prefixed_name(first, last);
}

bool scan_blank_node_label(const char*& first, const char* last) {
  return scan(first, last, blank_node_label);
}

bool scan_variable(const char*& first, const char* last) {
  return scan(first, last, variable);
}

bool scan_language(const char*& first, const char* last) {
  return scan(first, last, language_tag);
}

bool scan_number(const char*& first, const char* last) {
  return scan(first, last, number);
}

bool scan_integer(const char*& first, const char* last) {
  return scan(first, last, +digit);
}

bool scan_string(const char*& first, const char* last) {
  return scan(first, last, string);
}

bool scan_comparison(const char*& first, const char* last) {
  return scan(first, last, comparison);
}

bool scan_sign(const char*& first, const char* last) {
  return scan(first, last, sign);
}

bool scan_factor_operator(const char*& first, const char* last) {
  return scan(first, last, lit('*') | '/');
}

bool scan_unary_operator(const char*& first, const char* last) {
  return scan(first, last, unary_operator);
}

bool scan_path_modifier(const char*& first, const char* last) {
  return scan(first, last, path_modifier);
}

}  // namespace prosper::sparql::grammar
