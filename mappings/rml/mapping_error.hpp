// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

namespace prosper::mappings::rml {

/// A mapping document that says something wrong, or data that a document's strict reading refuses.
/// `what()` reads "document: node: what is wrong and what was expected".
class MappingError : public std::runtime_error {
 public:
  MappingError(const std::string& document, const std::string& node, const std::string& message)
      : std::runtime_error(document + ": " + node + ": " + message) {}
};

}  // namespace prosper::mappings::rml
