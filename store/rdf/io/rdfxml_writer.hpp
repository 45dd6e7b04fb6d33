// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "store/rdf/io/serializer.hpp"

namespace prosper::rdf {

/// RDF 1.1 XML Syntax. Streams: quads that follow each other share their subject. Throws
/// SerializeError for a predicate that is no XML name and for characters XML cannot hold.
std::unique_ptr<Serializer> make_rdfxml_writer(ByteSink& bytes, const SerializeOptions& options);

}  // namespace prosper::rdf
