// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "store/rdf/quad_sink.hpp"

namespace prosper::vocabularies {

/// Reads the vocabularies that Prosper ships: SKOS seeds of the ministry's lists (each into graph
/// {base}graph/thesaurus/{T}) and the ontologies (into {base}graph/ontology). `public_base` ends in
/// '/'. Throws rdf::SyntaxError only if a shipped file is broken.
void read_thesaurus_seeds(std::string_view public_base, rdf::QuadSink& sink);
void read_ontologies(std::string_view public_base, rdf::QuadSink& sink);

}  // namespace prosper::vocabularies
