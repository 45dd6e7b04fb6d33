// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>

#include "endpoint/pages/frame.hpp"
#include "store/quad_source.hpp"

namespace prosper::endpoint::pages {

/// Finds what people call a node: skos:prefLabel, rdfs:label, dcterms:title or foaf:name anywhere
/// in the store, in the language of the page if there is one. Remembers; looks up a limited number
/// of nodes per page, after which the fallback must do. Borrows the source.
class Labels {
 public:
  Labels(const store::QuadSource& source, const Frame& frame) : source_(source), frame_(frame) {}

  /// Nothing when the store has no label.
  std::optional<std::string> find(const std::string& iri);
  /// Always something readable: the label, the name of a known term, or a name made from the IRI.
  std::string label(const std::string& iri);

 private:
  std::optional<std::string> look_up(const std::string& iri) const;

  const store::QuadSource& source_;
  const Frame& frame_;
  std::map<std::string, std::optional<std::string>> known_;
};

/// The literal people of `language` prefer: theirs, one without language, the other page language,
/// any. Replaces `best` when `candidate` is better.
void prefer(std::optional<rdf::Literal>& best, const rdf::Literal& candidate, Language language);

/// "dessin-a-la-plume" → "dessin a la plume": the end of an IRI, undone of its escapes.
std::string name_from_iri(std::string_view iri);

}  // namespace prosper::endpoint::pages
