// SPDX-License-Identifier: Apache-2.0
#include "sparql/results/result_terms.hpp"

#include <utility>

#include "store/rdf/iri_resolver.hpp"
#include "store/rdf/syntax_error.hpp"
#include "store/rdf/turtle_syntax.hpp"
#include "store/rdf/utf8.hpp"

namespace prosper::sparql {
namespace {

void check_text(std::string_view text) {
  if (rdf::find_invalid_utf8(text)) refuse_result("invalid UTF-8 in a result");
  if (text.find('\0') != text.npos)
    refuse_result("the character U+0000 is not allowed in a result");
}

void check_iri(std::string_view text) {
  check_text(text);
  if (!rdf::has_only_iri_characters(text)) {
    refuse_result("character not allowed in the IRI <" + std::string(text) + ">");
  }
  if (!rdf::is_absolute_iri(text)) refuse_result("relative IRI <" + std::string(text) + ">");
}

}  // namespace

rdf::Term make_result_iri(std::string text) {
  check_iri(text);
  return rdf::Iri{std::move(text)};
}

rdf::Term make_result_blank_node(std::string label) {
  check_text(label);
  constexpr std::string_view mark = "_x";
  if (rdf::is_blank_node_label(label) && !label.starts_with(mark)) return rdf::BlankNode{label};
  constexpr std::string_view digits = "0123456789abcdef";
  std::string replaced(mark);
  for (const char c : label) {
    const auto byte = static_cast<unsigned char>(c);
    replaced += digits[byte >> 4U];
    replaced += digits[byte & 0xFU];
  }
  return rdf::BlankNode{std::move(replaced)};
}

rdf::Term make_result_literal(std::string text, std::string language, std::string datatype) {
  check_text(text);
  if (!language.empty()) {
    if (!rdf::is_language_tag(language)) refuse_result("malformed language tag '" + language + "'");
    return rdf::make_language_string(std::move(text), std::move(language));
  }
  if (datatype.empty()) return rdf::make_string(std::move(text));
  check_iri(datatype);
  return rdf::make_typed_literal(std::move(text), datatype);
}

void refuse_result(const std::string& message) {
  throw rdf::SyntaxError("", 0, 0, message);
}

}  // namespace prosper::sparql
