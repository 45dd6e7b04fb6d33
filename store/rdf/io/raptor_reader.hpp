// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "store/rdf/io/parser.hpp"

namespace prosper::rdf {

/// Reads RDF/XML through Raptor. Neither files nor the network are read for entities. Calls wait
/// for each other: Raptor and libxml2 share global state.
void read_with_raptor(std::string_view text, const ParseOptions& options, QuadSink& sink);

}  // namespace prosper::rdf
