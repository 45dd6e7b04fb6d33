// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "store/rdf/io/serializer.hpp"

namespace prosper::rdf {

/// JSON-LD 1.1, flattened: a context of prefixes and one @graph array; named graphs are entries
/// with a @graph of their own. Literals are value objects, never JSON numbers or booleans. Streams;
/// only the current subject is held. A subject that comes back gets another node object, which
/// JSON-LD merges.
std::unique_ptr<Serializer> make_jsonld_writer(ByteSink& bytes, const SerializeOptions& options);

}  // namespace prosper::rdf
