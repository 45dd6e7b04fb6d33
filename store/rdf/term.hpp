// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <variant>

#include "vocabularies/terms/xsd.hpp"

namespace prosper::rdf {

/// An absolute IRI (RDF 1.1 §3.2), UTF-8, kept byte for byte.
struct Iri {
  std::string value;
  auto operator<=>(const Iri&) const = default;
};

/// A blank node (RDF 1.1 §3.4). The label names it inside one document, store or result only.
struct BlankNode {
  std::string label;
  auto operator<=>(const BlankNode&) const = default;
};

/// A literal (RDF 1.1 §3.3). The lexical form is kept as written; `language` is empty unless the
/// datatype is rdf:langString, and is kept as written (compared without case by SPARQL functions,
/// byte for byte by RDF term equality here).
struct Literal {
  std::string lexical_form;
  std::string datatype{vocabularies::xsd::string};
  std::string language;
  auto operator<=>(const Literal&) const = default;
};

/// An RDF term. Equality is term equality (RDF 1.1 §3.3), not value equality.
using Term = std::variant<Iri, BlankNode, Literal>;

Literal make_language_string(std::string text, std::string language);
Literal make_typed_literal(std::string lexical_form, std::string_view datatype);
Literal make_string(std::string text);

inline bool is_iri(const Term& term) { return std::holds_alternative<Iri>(term); }

inline bool is_blank(const Term& term) { return std::holds_alternative<BlankNode>(term); }

inline bool is_literal(const Term& term) { return std::holds_alternative<Literal>(term); }

/// The N-Triples form of a term, canonical as RDF 1.1 N-Triples §4 has it (only " \ LF CR escaped).
std::string to_ntriples(const Term& term);
void append_ntriples(std::string& out, const Term& term);

std::size_t hash_value(const Term& term);

struct TermHash {
  std::size_t operator()(const Term& term) const { return hash_value(term); }
};

}  // namespace prosper::rdf
