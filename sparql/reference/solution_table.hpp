// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "sparql/algebra/pattern.hpp"
#include "sparql/reference/evaluation.hpp"

namespace prosper::sparql::reference {

/// A multiset of solutions in memory, hashed on the variables it shares with the solutions it will
/// be asked about.
class SolutionTable {
 public:
  /// Takes all of `solutions`. Throws QueryCancelled when they are too many.
  SolutionTable(Solutions solutions, std::vector<Slot> shared, Evaluation& evaluation);

  const std::vector<Slot>& shared() const { return shared_; }

  /// All solutions of the table compatible with `solution`.
  Generator<Solution> compatible_with(const Solution& solution) const;

 private:
  std::optional<std::size_t> key_hash(const Solution& solution) const;
  Generator<Solution> compatible_among(std::span<const Solution> candidates,
                                       const Solution& solution) const;

  request::Limits& limits_;
  request::Held held_;
  std::vector<Slot> shared_;
  std::unordered_map<std::size_t, std::vector<Solution>> by_key_;
  /// Those that leave a shared variable unbound: they may be compatible with anything.
  std::vector<Solution> partial_;
};

/// The variables in scope in both patterns.
std::vector<Slot> shared_variables(const algebra::Pattern& left, const algebra::Pattern& right,
                                   Evaluation& evaluation);

}  // namespace prosper::sparql::reference
