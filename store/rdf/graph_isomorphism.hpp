// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "store/rdf/quad.hpp"

namespace prosper::rdf {

/// True when the two datasets are equal up to a renaming of blank nodes (RDF 1.1 §3.6, §4.1).
/// Duplicates are ignored. Exponential only in the number of blank nodes colouring cannot tell apart.
bool are_isomorphic(const std::vector<Quad>& left, const std::vector<Quad>& right);

}  // namespace prosper::rdf
