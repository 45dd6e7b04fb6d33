// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/quad_maker.hpp"

namespace prosper::rdf {
namespace {

/// Texts of a term of the same kind are written over: most then need no new memory.
void assign(Term& term, const TermView& view) {
  switch (view.kind) {
    case TermView::Kind::Iri:
      if (auto* iri = std::get_if<Iri>(&term)) {
        iri->value.assign(view.text);
        return;
      }
      break;
    case TermView::Kind::BlankNode:
      if (auto* node = std::get_if<BlankNode>(&term)) {
        node->label.assign(view.text);
        return;
      }
      break;
    case TermView::Kind::Literal:
      if (auto* literal = std::get_if<Literal>(&term)) {
        literal->lexical_form.assign(view.text);
        literal->datatype.assign(view.datatype);
        literal->language.assign(view.language);
        return;
      }
      break;
  }
  term = to_term(view);
}

}  // namespace

void QuadMaker::view(const QuadView& view) {
  if (!view.same_subject) assign(quad_.subject, view.subject);
  if (!view.same_predicate) assign(quad_.predicate, view.predicate);
  assign(quad_.object, view.object);
  if (!view.has_graph) {
    quad_.graph.reset();
  } else if (!view.same_graph) {
    quad_.graph = to_term(view.graph);
  }
  sink_.quad(quad_);
}

}  // namespace prosper::rdf
