// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/serializer.hpp"

#include "store/rdf/assert.hpp"
#include "store/rdf/io/jsonld_writer.hpp"
#include "store/rdf/io/line_writer.hpp"
#include "store/rdf/io/rdfxml_writer.hpp"
#include "store/rdf/io/turtle_writer.hpp"

namespace prosper::rdf {

std::unique_ptr<Serializer> make_serializer(RdfFormat format, ByteSink& bytes,
                                            const SerializeOptions& options) {
  switch (format) {
    case RdfFormat::Turtle:
      return make_turtle_writer(false, bytes, options);
    case RdfFormat::TriG:
      return make_turtle_writer(true, bytes, options);
    case RdfFormat::NTriples:
      return make_line_writer(false, bytes);
    case RdfFormat::NQuads:
      return make_line_writer(true, bytes);
    case RdfFormat::RdfXml:
      return make_rdfxml_writer(bytes, options);
    case RdfFormat::JsonLd:
      return make_jsonld_writer(bytes, options);
  }
  PROSPER_ASSERT(false);
  return nullptr;
}

}  // namespace prosper::rdf
