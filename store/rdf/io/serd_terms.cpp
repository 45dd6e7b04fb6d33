// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/serd_terms.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "store/rdf/io/turtle_scan.hpp"
#include "store/rdf/iri_resolver.hpp"
#include "store/rdf/turtle_syntax.hpp"
#include "store/rdf/utf8.hpp"

namespace prosper::rdf {
namespace {

std::string_view text_of(const SerdNode& node) {
  return {reinterpret_cast<const char*>(node.buf), node.n_bytes};
}

/// The n of Serd's "b<n>".
bool is_generated(std::string_view label) {
  return label.size() >= 2 && label.front() == 'b' && label[1] >= '0' && label[1] <= '9';
}

}  // namespace

SerdTerms::SerdTerms(const ParseOptions& options)
    : blank_node_prefix_(options.blank_node_prefix), base_(options.base_iri) {}

void SerdTerms::set_base(const SerdNode& iri) {
  base_ = resolve(text_of(iri));
}

const std::string& SerdTerms::set_prefix(const SerdNode& name, const SerdNode& iri) {
  std::string& entry = prefixes_[std::string(text_of(name))];
  return entry = resolve(text_of(iri));
}

Term SerdTerms::resource(const SerdNode& node) const {
  if (node.type == SERD_BLANK) return BlankNode{label(text_of(node))};
  return iri(node);
}

Iri SerdTerms::iri(const SerdNode& node) const {
  if (node.type == SERD_URI) return {resolve(text_of(node))};
  if (node.type == SERD_CURIE) return {expand(text_of(node))};
  throw TermError{"expected an IRI, found '" + std::string(text_of(node)) + "'"};
}

Literal SerdTerms::literal(const SerdNode& node, const SerdNode* datatype,
                           const SerdNode* language) const {
  std::string text(text_of(node));
  check_text(text);
  if (language != nullptr) {
    const std::string_view tag = text_of(*language);
    if (!is_language_tag(tag)) {
      throw TermError{"malformed language tag '" + std::string(tag) + "'"};
    }
    return make_language_string(std::move(text), std::string(tag));
  }
  if (datatype == nullptr) return make_string(std::move(text));
  return make_typed_literal(std::move(text), iri(*datatype).value);
}

std::string SerdTerms::resolve(std::string_view reference) const {
  check_text(reference);
  if (!has_only_iri_characters(reference)) {
    throw TermError{"character not allowed in the IRI <" + std::string(reference) + ">"};
  }
  if (is_absolute_iri(reference)) return std::string(reference);
  if (base_.empty()) {
    throw TermError{"relative IRI <" + std::string(reference) + "> but no base IRI is known"};
  }
  return resolve_iri(base_, reference);
}

std::string SerdTerms::expand(std::string_view prefixed_name) const {
  const std::size_t colon = std::min(prefixed_name.find(':'), prefixed_name.size());
  const std::string prefix(prefixed_name.substr(0, colon));
  const auto found = prefixes_.find(prefix);
  if (found == prefixes_.end() || colon == prefixed_name.size()) {
    throw TermError{"undefined prefix '" + prefix + ":'"};
  }
  return found->second + std::string(prefixed_name.substr(colon + 1));
}

std::string SerdTerms::label(std::string_view label) const {
  // Serd takes any PN_CHARS at the start; the rest it checks.
  const auto first = static_cast<unsigned char>(label.front());
  if ((first == '-' || first >= 0x80) && !is_blank_node_label(label)) {
    throw TermError{"malformed blank node label '_:" + std::string(label) + "'"};
  }
  if (first_number_ == 0 || !is_generated(label)) {
    return blank_node_prefix_ + std::string(written_label(label));
  }
  std::uint64_t number = 0;
  std::from_chars(label.data() + 1, label.data() + label.size(), number);
  return blank_node_prefix_ + "b" + std::to_string(first_number_ + number);
}

void SerdTerms::check_text(std::string_view text) const {
  if (!has_escapes_) return;
  if (text.find('\0') != text.npos) throw TermError{"escape for the character U+0000"};
  if (find_invalid_utf8(text)) throw TermError{"escape for a surrogate code point"};
}

}  // namespace prosper::rdf
