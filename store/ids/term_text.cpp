// SPDX-License-Identifier: Apache-2.0
#include "store/ids/term_text.hpp"

#include <utility>

#include "store/ids/inline_value.hpp"
#include "vocabularies/terms/rdf.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::store {
namespace {

constexpr unsigned group_bits = 7;
constexpr unsigned char more_groups = 0x80;

constexpr char terminator = '\0';
constexpr char escape_mark = '\xff';

void append_terminated(std::string& out, std::string_view text) {
  for (std::size_t nul = text.find(terminator); nul != std::string_view::npos;
       nul = text.find(terminator)) {
    out.append(text.substr(0, nul + 1)) += escape_mark;
    text.remove_prefix(nul + 1);
  }
  out.append(text) += terminator;
}

/// Takes a text and its terminator off the front; nothing when there is no terminator.
std::optional<std::string> take_terminated(std::string_view& in) {
  std::string text;
  for (std::size_t nul = in.find(terminator); nul != std::string_view::npos;
       nul = in.find(terminator)) {
    text.append(in.substr(0, nul));
    in.remove_prefix(nul + 1);
    if (!in.starts_with(escape_mark)) return text;
    text += terminator;
    in.remove_prefix(1);
  }
  return std::nullopt;
}

TermText literal_text(const rdf::Literal& literal) {
  TermText text;
  text.bytes.reserve(literal.lexical_form.size() + 1 + literal.language.size());
  if (literal.datatype == vocabularies::xsd::string || !literal.language.empty()) {
    text.tag = TermTag::String;
    append_terminated(text.bytes, literal.lexical_form);
    text.bytes += literal.language;
  } else {
    text.tag = TermTag::OtherLiteral;
    append_terminated(text.bytes, literal.datatype);
    text.bytes += literal.lexical_form;
  }
  return text;
}

std::optional<rdf::Term> decode_literal(TermTag tag, std::string_view bytes) {
  auto front = take_terminated(bytes);
  if (!front) return std::nullopt;
  if (tag == TermTag::OtherLiteral) {
    if (front->empty() || *front == vocabularies::xsd::string) return std::nullopt;
    return rdf::make_typed_literal(std::string(bytes), *front);
  }
  if (bytes.empty()) return rdf::make_string(std::move(*front));
  if (bytes.find(terminator) != std::string_view::npos) return std::nullopt;
  return rdf::make_language_string(std::move(*front), std::string(bytes));
}

}  // namespace

void append_sized(std::string& out, std::string_view bytes) {
  std::size_t rest = bytes.size();
  while (rest >= more_groups) {
    out += static_cast<char>(more_groups | (rest & (more_groups - 1U)));
    rest >>= group_bits;
  }
  out += static_cast<char>(rest);
  out += bytes;
}

std::optional<std::string_view> take_sized(std::string_view& in) {
  std::uint64_t size = 0;
  for (unsigned shift = 0; shift < payload_bits && !in.empty(); shift += group_bits) {
    const auto group = static_cast<unsigned char>(in.front());
    in.remove_prefix(1);
    size |= static_cast<std::uint64_t>(group & (more_groups - 1U)) << shift;
    if ((group & more_groups) != 0) continue;
    if (size > in.size()) return std::nullopt;
    const std::string_view bytes = in.substr(0, size);
    in.remove_prefix(size);
    return bytes;
  }
  return std::nullopt;
}

std::variant<TermId, TermText> encode_term(const rdf::Term& term, std::string_view public_base) {
  if (const auto* literal = std::get_if<rdf::Literal>(&term)) {
    if (const auto id = to_inline(*literal)) return *id;
    return literal_text(*literal);
  }
  if (const auto* node = std::get_if<rdf::BlankNode>(&term)) {
    return TermText{TermTag::BlankNode, node->label};
  }
  const std::string& iri = std::get<rdf::Iri>(term).value;
  if (iri.starts_with(public_base))
    return TermText{TermTag::BaseIri, iri.substr(public_base.size())};
  return TermText{TermTag::Iri, iri};
}

std::optional<rdf::Term> decode_text(TermTag tag, std::string_view bytes,
                                     std::string_view public_base) {
  switch (tag) {
    case TermTag::BlankNode:
      return rdf::BlankNode{std::string(bytes)};
    case TermTag::BaseIri:
      return rdf::Iri{std::string(public_base).append(bytes)};
    case TermTag::Iri:
      return rdf::Iri{std::string(bytes)};
    case TermTag::String:
    case TermTag::OtherLiteral:
      return decode_literal(tag, bytes);
    default:
      return std::nullopt;
  }
}

}  // namespace prosper::store
