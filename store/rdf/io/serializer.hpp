// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "store/rdf/byte_sink.hpp"
#include "store/rdf/io/rdf_format.hpp"
#include "store/rdf/quad_sink.hpp"

namespace prosper::rdf {

struct SerializeOptions {
  /// Prefix name → namespace IRI, declared and used where the format can.
  std::vector<std::pair<std::string, std::string>> prefixes;
};

/// What cannot be said in the chosen format: an RDF/XML predicate that is no XML name, a control
/// character in XML, a JSON-LD IRI whose scheme is also a prefix.
class SerializeError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Writes quads as text. Formats without graphs drop the graph name. Call `finish` once at the end
/// (not on errors: an unfinished document must not look complete); nothing is buffered beyond what
/// the format needs (JSON-LD and RDF/XML may hold the whole document). `bytes` must outlive it.
class Serializer : public QuadSink {
 public:
  virtual void finish() = 0;
};

std::unique_ptr<Serializer> make_serializer(RdfFormat format, ByteSink& bytes,
                                            const SerializeOptions& options = {});

}  // namespace prosper::rdf
