// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "store/rdf/io/serializer.hpp"

namespace prosper::rdf {

/// Turtle, or TriG when `with_graphs`. Streams: quads that follow each other share their graph
/// block, subject and predicate; sort by graph and subject for the shortest document.
std::unique_ptr<Serializer> make_turtle_writer(bool with_graphs, ByteSink& bytes,
                                               const SerializeOptions& options);

}  // namespace prosper::rdf
