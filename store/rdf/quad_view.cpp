// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/quad_view.hpp"

#include <string>

namespace prosper::rdf {

Term to_term(const TermView& view) {
  switch (view.kind) {
    case TermView::Kind::Iri:
      return Iri{std::string(view.text)};
    case TermView::Kind::BlankNode:
      return BlankNode{std::string(view.text)};
    case TermView::Kind::Literal:
      break;
  }
  return Literal{std::string(view.text), std::string(view.datatype), std::string(view.language)};
}

TermView to_view(const Term& term) {
  using Kind = TermView::Kind;
  if (const auto* iri = std::get_if<Iri>(&term)) return {Kind::Iri, iri->value, {}, {}};
  if (const auto* node = std::get_if<BlankNode>(&term))
    return {Kind::BlankNode, node->label, {}, {}};
  const auto& literal = std::get<Literal>(term);
  return {Kind::Literal, literal.lexical_form, literal.datatype, literal.language};
}

QuadView to_view(const Quad& quad) {
  QuadView view;
  view.subject = to_view(quad.subject);
  view.predicate = to_view(quad.predicate);
  view.object = to_view(quad.object);
  view.has_graph = quad.graph.has_value();
  if (quad.graph) view.graph = to_view(*quad.graph);
  return view;
}

}  // namespace prosper::rdf
