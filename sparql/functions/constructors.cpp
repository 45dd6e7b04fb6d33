// SPDX-License-Identifier: Apache-2.0
// Functions that make terms (§17.4.2.8 to §17.4.2.13).
#include <algorithm>
#include <array>
#include <utility>

#include "sparql/functions/families.hpp"
#include "sparql/functions/literals.hpp"
#include "store/rdf/iri_resolver.hpp"
#include "vocabularies/terms/rdf.hpp"

namespace prosper::sparql::functions {
namespace {

using Arguments = std::span<const rdf::Term>;

Result iri(Arguments arguments, Context& context) {
  if (rdf::is_iri(arguments[0])) return arguments[0];
  const auto text = simple_string_of(arguments[0]);
  if (!text || !rdf::has_only_iri_characters(*text)) return std::nullopt;
  if (rdf::is_absolute_iri(*text)) return rdf::Iri{std::string(*text)};
  if (context.base_iri.empty()) return std::nullopt;
  return rdf::Iri{rdf::resolve_iri(context.base_iri, *text)};
}

void append_hexadecimal(std::string& out, std::uint64_t value, unsigned digits) {
  static constexpr std::string_view alphabet = "0123456789abcdef";
  for (unsigned i = digits; i > 0; --i) out += alphabet[(value >> (4U * (i - 1))) & 0xFU];
}

/// Numbered from a random start, so that the nodes of two requests, and those of the store, keep
/// apart.
rdf::BlankNode fresh_blank_node(Context& context) {
  if (context.next_blank_node == 0) context.next_blank_node = context.random();
  std::string label = "q";
  append_hexadecimal(label, context.next_blank_node++, 16);
  return {std::move(label)};
}

Result bnode(Arguments arguments, Context& context) {
  if (arguments.empty()) return fresh_blank_node(context);
  const auto label = simple_string_of(arguments[0]);
  if (!label) return std::nullopt;
  auto& nodes = context.solution_blank_nodes;
  const auto known = std::find_if(nodes.begin(), nodes.end(),
                                  [&](const auto& entry) { return entry.first == *label; });
  if (known != nodes.end()) return known->second;
  return nodes.emplace_back(*label, fresh_blank_node(context)).second;
}

Result strdt(Arguments arguments, Context&) {
  const auto text = simple_string_of(arguments[0]);
  const auto* datatype = std::get_if<rdf::Iri>(&arguments[1]);
  if (!text || datatype == nullptr) return std::nullopt;
  // There is no rdf:langString without a language tag (RDF 1.1 §3.3).
  if (datatype->value == vocabularies::rdf::lang_string) return std::nullopt;
  return rdf::make_typed_literal(std::string(*text), datatype->value);
}

/// LANGTAG of grammar rule [145]: letters, then groups of letters and digits.
bool is_language_tag(std::string_view tag) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  std::size_t length = 0;
  bool first = true;
  for (const char c : tag) {
    if (c == '-') {
      if (length == 0) return false;
      first = false;
      length = 0;
    } else if (is_letter(c) || (!first && c >= '0' && c <= '9')) {
      ++length;
    } else {
      return false;
    }
  }
  return length > 0;
}

Result strlang(Arguments arguments, Context&) {
  const auto text = simple_string_of(arguments[0]);
  const auto language = simple_string_of(arguments[1]);
  if (!text || !language || !is_language_tag(*language)) return std::nullopt;
  return rdf::make_language_string(std::string(*text), std::string(*language));
}

/// A random UUID (RFC 4122 §4.4).
std::string make_uuid(Context& context) {
  std::array<std::uint64_t, 2> bits{context.random(), context.random()};
  bits[0] = (bits[0] & 0xFFFF'FFFF'FFFF'0FFFULL) | 0x4000ULL;
  bits[1] = (bits[1] & 0x3FFF'FFFF'FFFF'FFFFULL) | 0x8000'0000'0000'0000ULL;
  std::string out;
  append_hexadecimal(out, bits[0] >> 32U, 8);
  out += '-';
  append_hexadecimal(out, bits[0] >> 16U, 4);
  out += '-';
  append_hexadecimal(out, bits[0], 4);
  out += '-';
  append_hexadecimal(out, bits[1] >> 48U, 4);
  out += '-';
  append_hexadecimal(out, bits[1], 12);
  return out;
}

Result uuid(Arguments, Context& context) {
  return rdf::Iri{"urn:uuid:" + make_uuid(context)};
}

Result struuid(Arguments, Context& context) {
  return make_simple(make_uuid(context));
}

}  // namespace

void register_constructors(FunctionTable& table) {
  table["IRI"] = {iri, 1, 1};
  table["URI"] = {iri, 1, 1};
  table["BNODE"] = {bnode, 0, 1};
  table["STRDT"] = {strdt, 2, 2};
  table["STRLANG"] = {strlang, 2, 2};
  table["UUID"] = {uuid, 0, 0};
  table["STRUUID"] = {struuid, 0, 0};
}

}  // namespace prosper::sparql::functions
