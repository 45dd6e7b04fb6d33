// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "mappings/layout.hpp"
#include "mappings/rml/document.hpp"

namespace prosper::mappings {

/// What the program knows about one base: its column table and its compiled mapping documents.
struct Profile {
  std::string name;
  Layout layout;
  std::vector<rml::Document> documents;
  /// Columns that some document references; all others are kept verbatim.
  std::set<std::string, std::less<>> mapped_columns;
};

/// Loads a profile from the embedded files. `public_base` ends in '/'. Throws std::invalid_argument
/// for an unknown name, rml::MappingError or rdf::SyntaxError for a broken document.
Profile load_profile(std::string_view name, const std::string& public_base);

}  // namespace prosper::mappings
