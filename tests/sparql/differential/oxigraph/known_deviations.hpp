// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <regex>
#include <string>
#include <vector>

#include "tests/sparql/differential/oxigraph/outcome.hpp"

namespace prosper::sparql::differential {

/// Where Oxigraph answers something else than SPARQL says, or SPARQL leaves the answer open. A line
/// of known_deviations.tsv.
struct KnownDeviation {
  std::string name;
  /// What of the specification decides.
  std::string clause;
  std::vector<Difference::Kind> kinds;
  /// The smallest request that shows it, or it and the quads, is matched as a whole.
  std::regex requests;
  /// A request that does.
  std::string example;

  bool matches(Difference::Kind kind, const std::string& request, const std::string& quads) const;
};

/// Throws std::runtime_error for a line that is none.
std::vector<KnownDeviation> read_known_deviations();

}  // namespace prosper::sparql::differential
