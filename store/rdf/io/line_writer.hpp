// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "store/rdf/io/serializer.hpp"

namespace prosper::rdf {

/// Canonical N-Triples and N-Quads (RDF 1.1 N-Triples §4): one line a quad.
std::unique_ptr<Serializer> make_line_writer(bool with_graphs, ByteSink& bytes);

}  // namespace prosper::rdf
