// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "sparql/algebra/expression.hpp"
#include "sparql/algebra/variable.hpp"
#include "sparql/parser/to_algebra/fresh_variables.hpp"

namespace prosper::sparql {

/// The aggregates that expressions of one SELECT, HAVING or ORDER BY are pulled out to, and which
/// variables may stand outside them (§18.2.4.1).
class Grouping {
 public:
  explicit Grouping(FreshVariables& fresh) : fresh_(fresh) {}

  /// In SELECT a variable outside the aggregates must be a key; HAVING and ORDER BY sample it.
  enum class Clause { Select, HavingOrOrder };

  algebra::Variable add(algebra::Aggregate aggregate) {
    algebra::Variable variable = fresh_.aggregate();
    aggregates.emplace_back(variable, std::move(aggregate));
    return variable;
  }

  /// Sample(variable), once.
  algebra::Variable sample(const algebra::Variable& variable) {
    const auto known = samples_.find(variable.name);
    if (known != samples_.end()) return known->second;
    algebra::Variable sampled = add(
        algebra::Aggregate{algebra::AggregateFunction::Sample, algebra::make_expression(variable)});
    samples_.emplace(variable.name, sampled);
    return sampled;
  }

  bool is_grouped = false;
  Clause clause = Clause::Select;
  bool inside_aggregate = false;
  /// Keys and the columns named before.
  std::unordered_set<std::string> visible;
  /// Variables of SELECT (… AS ?v).
  std::unordered_set<std::string> aliases;
  /// HAVING mentions an alias.
  bool uses_alias = false;
  std::vector<std::pair<algebra::Variable, algebra::Aggregate>> aggregates;

 private:
  FreshVariables& fresh_;
  std::unordered_map<std::string, algebra::Variable> samples_;
};

}  // namespace prosper::sparql
