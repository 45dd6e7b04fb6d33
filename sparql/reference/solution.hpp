// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "sparql/reference/generator.hpp"
#include "store/ids/term_id.hpp"
#include "store/rdf/term.hpp"

namespace prosper::sparql::reference {

/// A term bound in solutions, shared by all that bind it. `id` is set when it was read from the
/// source; a computed term or a constant of the query has none.
struct SolutionTerm {
  rdf::Term term;
  std::optional<store::TermId> id;
};

using TermPtr = std::shared_ptr<const SolutionTerm>;

TermPtr make_term(rdf::Term term);
bool is_same_term(const SolutionTerm& left, const SolutionTerm& right);

/// Which place a variable has in every solution of one evaluation.
using Slot = std::size_t;

/// A solution mapping (§18.1.8): a partial function from variables to terms.
class Solution {
 public:
  /// Null when the variable is not bound.
  const TermPtr& get(Slot slot) const;
  void bind(Slot slot, TermPtr term);
  void unbind(Slot slot);

  /// Every slot from here on is unbound.
  std::size_t width() const { return terms_.size(); }

  /// Equal as functions: the same variables bound to the same terms.
  friend bool operator==(const Solution& left, const Solution& right);
  std::size_t hash() const;

 private:
  std::vector<TermPtr> terms_;
};

struct SolutionHash {
  std::size_t operator()(const Solution& solution) const { return solution.hash(); }
};

/// Compatible mappings (§18.3): every variable bound in both is bound to the same term.
bool are_compatible(const Solution& left, const Solution& right);
/// Some variable is bound in both: dom(left) ∩ dom(right) is not empty.
bool share_a_variable(const Solution& left, const Solution& right);
/// merge(left, right) of two compatible mappings.
Solution merge(const Solution& left, const Solution& right);

/// A multiset of solutions, in an order that means nothing below OrderBy.
using Solutions = Generator<Solution>;

}  // namespace prosper::sparql::reference
