// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/functions/term_reader.hpp"

#include <cstdint>
#include <gtest/gtest.h>
#include <string>

#include "store/rdf/utf8.hpp"
#include "store/rdf/xsd/lexical.hpp"

namespace prosper::sparql::functions {
namespace {

namespace xsd = vocabularies::xsd;

std::string read_iri(std::string_view text) {
  if (text.starts_with("xsd:")) return std::string(xsd::ns).append(text.substr(4));
  if (text.size() < 2 || text.front() != '<' || text.back() != '>') {
    ADD_FAILURE() << "no IRI: " << text;
    return {};
  }
  return std::string(text.substr(1, text.size() - 2));
}

/// Unescapes up to the closing quote and leaves what follows in `rest`.
std::string read_quoted(std::string_view text, std::string_view& rest) {
  std::string out;
  std::size_t i = 1;
  while (i < text.size() && text[i] != '"') {
    if (text[i] != '\\') {
      out += text[i++];
      continue;
    }
    const char letter = text[i + 1];
    i += 2;
    if (letter == 'u' || letter == 'U') {
      const std::size_t digits = letter == 'u' ? 4 : 8;
      const std::string hex(text.substr(i, digits));
      rdf::append_utf8(out, static_cast<char32_t>(std::stoul(hex, nullptr, 16)));
      i += digits;
    } else {
      out += letter == 'n' ? '\n' : letter == 'r' ? '\r' : letter == 't' ? '\t' : letter;
    }
  }
  rest = text.substr(i + 1);
  return out;
}

rdf::Term read_literal(std::string_view text) {
  std::string_view rest;
  std::string value = read_quoted(text, rest);
  if (rest.starts_with('@')) {
    return rdf::make_language_string(std::move(value), std::string(rest.substr(1)));
  }
  if (rest.starts_with("^^"))
    return rdf::make_typed_literal(std::move(value), read_iri(rest.substr(2)));
  EXPECT_TRUE(rest.empty()) << text;
  return rdf::make_string(std::move(value));
}

}  // namespace

rdf::Term read_term(std::string_view text) {
  if (text.starts_with('"')) return read_literal(text);
  if (text.starts_with("_:")) return rdf::BlankNode{std::string(text.substr(2))};
  std::string copy(text);
  if (text == "true" || text == "false") return rdf::make_typed_literal(copy, xsd::boolean);
  if (rdf::xsd::is_integer_lexical_form(text)) return rdf::make_typed_literal(copy, xsd::integer);
  if (rdf::xsd::is_decimal_lexical_form(text)) return rdf::make_typed_literal(copy, xsd::decimal);
  if (rdf::xsd::is_real_lexical_form(text)) return rdf::make_typed_literal(copy, xsd::double_);
  return rdf::Iri{read_iri(text)};
}

}  // namespace prosper::sparql::functions
