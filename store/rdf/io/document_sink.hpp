// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "store/rdf/quad_view.hpp"

namespace prosper::rdf {

/// Receives what a document with prefixes holds.
class DocumentSink : public QuadViewSink {
 public:
  /// A prefix as it is declared, its IRI resolved.
  virtual void prefix(std::string_view name, std::string_view iri) = 0;
};

}  // namespace prosper::rdf
