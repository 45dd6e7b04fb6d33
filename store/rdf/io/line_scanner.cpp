// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/line_scanner.hpp"

#include "store/rdf/iri_resolver.hpp"

namespace prosper::rdf {

std::string_view LineScanner::iri(std::string& unescaped) {
  const char* const start = at_ + 1;
  const std::string_view text = scan_iri(unescaped);
  if (!is_absolute_iri(text)) {
    throw TextFault{start, "relative IRI <" + std::string(text) + ">, expected an absolute one"};
  }
  return text;
}

}  // namespace prosper::rdf
