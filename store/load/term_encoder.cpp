// SPDX-License-Identifier: Apache-2.0
#include "store/load/term_encoder.hpp"

#include <utility>
#include <variant>

#include "store/ids/inline_value.hpp"
#include "store/ids/term_text.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::store {
namespace {

constexpr unsigned id_bits = 64;
constexpr unsigned byte_bits = 8;

}  // namespace

EncodedTerm TermEncoder::encode(TermId id) {
  PROSPER_ASSERT(!is_in_dictionary(id));
  bytes_.clear();
  for (unsigned shift = id_bits; shift > 0; shift -= byte_bits) {
    bytes_ += static_cast<char>(static_cast<unsigned char>(id.bits >> (shift - byte_bits)));
  }
  return {tag_of(id), bytes_};
}

EncodedTerm TermEncoder::encode(const rdf::TermView& term) {
  switch (term.kind) {
    case rdf::TermView::Kind::Iri:
      if (term.text.starts_with(public_base_)) {
        return {TermTag::BaseIri, term.text.substr(public_base_.size())};
      }
      return {TermTag::Iri, term.text};
    case rdf::TermView::Kind::BlankNode:
      return {TermTag::BlankNode, term.text};
    case rdf::TermView::Kind::Literal:
      break;
  }
  return encode_literal(term);
}

EncodedTerm TermEncoder::encode_literal(const rdf::TermView& term) {
  const bool has_language = !term.language.empty();
  const bool is_string = has_language || term.datatype == vocabularies::xsd::string;
  if (!is_string) {
    if (const auto id = to_inline(term.text, term.datatype)) return encode(*id);
  }
  const std::string_view front = is_string ? term.text : term.datatype;
  if (front.find('\0') == std::string_view::npos) {
    bytes_.assign(front).append(1, '\0').append(is_string ? term.language : term.text);
    return {is_string ? TermTag::String : TermTag::OtherLiteral, bytes_};
  }
  auto text = std::get<TermText>(encode_term(rdf::to_term(term), public_base_));
  bytes_ = std::move(text.bytes);
  return {text.tag, bytes_};
}

}  // namespace prosper::store
