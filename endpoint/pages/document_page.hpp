// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "endpoint/pages/frame.hpp"
#include "store/quad_source.hpp"
#include "store/rdf/quad.hpp"

namespace prosper::endpoint::pages {

struct DocumentForm {
  std::string name;
  std::string href;
};

struct DocumentContent {
  /// A notice with a graph of its own; otherwise a shared node (person, place, term…).
  bool is_notice = true;
  std::string key;
  std::string iri;
  std::string topic;
  std::vector<rdf::Quad> quads;
  std::vector<DocumentForm> forms;
};

/// The page of a notice or of a shared node. `source` gives the labels of what it points at and the
/// notices that point at a shared node.
std::string document_page(const Frame& frame, const store::QuadSource& source,
                          const DocumentContent& content);

}  // namespace prosper::endpoint::pages
