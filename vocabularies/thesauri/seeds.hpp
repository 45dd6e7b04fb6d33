// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "store/rdf/quad_sink.hpp"

namespace prosper::vocabularies {

/// Reads what Prosper ships: SKOS seeds, the ministry's lists and Prosper's own (each into graph
/// {base}graph/thesaurus/{file}), the ontologies (into {base}graph/ontology) and the bases that
/// notices come from (into {base}graph/datasets). `public_base` ends in '/'. Throws
/// rdf::SyntaxError only if a shipped file is broken.
void read_thesaurus_seeds(std::string_view public_base, rdf::QuadSink& sink);
void read_ontologies(std::string_view public_base, rdf::QuadSink& sink);
void read_datasets(std::string_view public_base, rdf::QuadSink& sink);

}  // namespace prosper::vocabularies
