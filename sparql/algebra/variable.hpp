// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <string>
#include <variant>

#include "store/rdf/term.hpp"

namespace prosper::sparql::algebra {

/// A query variable, named without its ? or $. Names the parser invents begin with '.' (never legal
/// in a query): ".b…" for a blank node of a pattern (scope: one basic graph pattern, §18.1.5: not
/// shown by SELECT *), ".p…" for the joint of a path sequence (§18.2.2.4), ".a…" for an aggregate's
/// result, ".e…" for an unnamed GROUP BY expression, ".l…" for a choice of spellings.
struct Variable {
  std::string name;
  auto operator<=>(const Variable&) const = default;

  bool is_internal() const { return !name.empty() && name.front() == '.'; }
};

/// A position of a pattern. Blank nodes of patterns are variables (see Variable); blank node terms
/// occur only in CONSTRUCT templates and INSERT data.
using TermOrVariable = std::variant<Variable, rdf::Term>;

struct TriplePattern {
  TermOrVariable subject;
  TermOrVariable predicate;
  TermOrVariable object;
  auto operator<=>(const TriplePattern&) const = default;
};

}  // namespace prosper::sparql::algebra
