// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "store/rdf/quad.hpp"

namespace prosper::sparql::differential {

/// Whether a triple may stand in several graphs.
enum class Repetition { None, Some };

/// A few quads over few terms, some in named graphs.
std::vector<rdf::Quad> random_quads(std::uint64_t seed, Repetition repetition = Repetition::Some);

/// As N-Quads.
std::string to_text(const std::vector<rdf::Quad>& quads);

}  // namespace prosper::sparql::differential
