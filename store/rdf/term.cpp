// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/term.hpp"

#include <utility>

#include "vocabularies/terms/rdf.hpp"

namespace prosper::rdf {
namespace {

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        out += c;
    }
  }
  out += '"';
}

void append(std::string& out, const Iri& iri) {
  out.append("<").append(iri.value).append(">");
}

void append(std::string& out, const BlankNode& node) {
  out.append("_:").append(node.label);
}

void append(std::string& out, const Literal& literal) {
  append_quoted(out, literal.lexical_form);
  if (!literal.language.empty()) {
    out.append("@").append(literal.language);
  } else if (literal.datatype != vocabularies::xsd::string) {
    out.append("^^<").append(literal.datatype).append(">");
  }
}

std::size_t combine(std::size_t seed, std::string_view text) {
  return seed ^ (std::hash<std::string_view>{}(text) + 0x9e3779b97f4a7c15ULL + (seed << 6U) +
                 (seed >> 2U));
}

std::size_t hash_of(const Iri& iri) {
  return combine(1, iri.value);
}

std::size_t hash_of(const BlankNode& node) {
  return combine(2, node.label);
}

std::size_t hash_of(const Literal& literal) {
  return combine(combine(combine(3, literal.lexical_form), literal.datatype), literal.language);
}

}  // namespace

Literal make_language_string(std::string text, std::string language) {
  return Literal{std::move(text), std::string(vocabularies::rdf::lang_string), std::move(language)};
}

Literal make_typed_literal(std::string lexical_form, std::string_view datatype) {
  return Literal{std::move(lexical_form), std::string(datatype), {}};
}

Literal make_string(std::string text) {
  return make_typed_literal(std::move(text), vocabularies::xsd::string);
}

void append_ntriples(std::string& out, const Term& term) {
  std::visit([&out](const auto& value) { append(out, value); }, term);
}

std::string to_ntriples(const Term& term) {
  std::string out;
  append_ntriples(out, term);
  return out;
}

std::size_t hash_value(const Term& term) {
  return std::visit([](const auto& value) { return hash_of(value); }, term);
}

}  // namespace prosper::rdf
