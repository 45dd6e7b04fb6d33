// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "endpoint/pages/labels.hpp"
#include "endpoint/pages/notice_sections.hpp"

namespace prosper::endpoint::pages {

struct References {
  std::vector<Value> values;
  /// There are more.
  bool cut = false;
};

/// Who points at a node: the notices (by their graphs) and other nodes, at most 50, each once.
References references_to(const Frame& frame, const store::QuadSource& source, Labels& labels,
                         const std::string& iri);

}  // namespace prosper::endpoint::pages
