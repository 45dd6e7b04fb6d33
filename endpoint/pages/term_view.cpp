// SPDX-License-Identifier: Apache-2.0
#include "endpoint/pages/term_view.hpp"

#include "endpoint/pages/known_terms.hpp"
#include "endpoint/pages/links.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::endpoint::pages {
namespace {

std::string short_iri(const Frame& frame, const std::string& iri) {
  if (!frame.base.empty() && iri.starts_with(frame.base)) return iri.substr(frame.base.size());
  return compact_iri(iri);
}

}  // namespace

View term_view(const Frame& frame, const rdf::Term& term) {
  View view;
  if (const auto* iri = std::get_if<rdf::Iri>(&term)) {
    view.set("text", short_iri(frame, iri->value));
    view.set("full", iri->value);
    const std::string href = link_to(frame, iri->value);
    if (!href.empty()) view.set("href", href);
  } else if (const auto* literal = std::get_if<rdf::Literal>(&term)) {
    view.set("text", literal->lexical_form);
    if (!literal->language.empty())
      view.set("language", literal->language);
    else if (literal->datatype != vocabularies::xsd::string)
      view.set("datatype", compact_iri(literal->datatype));
  } else {
    view.set("text", "_:" + std::get<rdf::BlankNode>(term).label);
  }
  return view;
}

}  // namespace prosper::endpoint::pages
