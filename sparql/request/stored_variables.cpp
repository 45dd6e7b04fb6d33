// SPDX-License-Identifier: Apache-2.0
#include "sparql/request/stored_variables.hpp"

#include <algorithm>
#include <iterator>
#include <variant>
#include <vector>

namespace prosper::sparql::request {

namespace {

class StoredVariables {
 public:
  explicit StoredVariables(const VariableSet& candidates) : candidates_(candidates) {}

  VariableSet of(const algebra::PatternPtr& pattern) const {
    return std::visit(*this, pattern->value);
  }

  VariableSet operator()(const algebra::BasicGraphPattern& basic) const {
    VariableSet found;
    for (const algebra::TriplePattern& triple : basic.triples) {
      add(triple.subject, found);
      add(triple.object, found);
    }
    return found;
  }

  VariableSet operator()(const algebra::PathPattern& path) const {
    VariableSet found;
    add(path.subject, found);
    add(path.object, found);
    return found;
  }

  VariableSet operator()(const algebra::Join& join) const {
    VariableSet found = of(join.left);
    found.merge(of(join.right));
    return found;
  }

  VariableSet operator()(const algebra::Union& either) const {
    return in_both(of(either.left), of(either.right));
  }

  VariableSet operator()(const algebra::LeftJoin& join) const { return of(join.left); }

  VariableSet operator()(const algebra::Minus& minus) const { return of(minus.left); }

  VariableSet operator()(const algebra::Group& group) const {
    return in_both(of(group.pattern), {group.keys.begin(), group.keys.end()});
  }

  VariableSet operator()(const algebra::Project& project) const {
    return in_both(of(project.pattern), {project.variables.begin(), project.variables.end()});
  }

  VariableSet operator()(const algebra::Values& /*values*/) const { return {}; }

  VariableSet operator()(const algebra::Service& /*elsewhere*/) const { return {}; }

  /// What only filters, sorts or extends.
  template <typename Operator>
  VariableSet operator()(const Operator& one) const {
    return of(one.pattern);
  }

 private:
  void add(const algebra::TermOrVariable& position, VariableSet& found) const {
    const auto* variable = std::get_if<algebra::Variable>(&position);
    if (variable != nullptr && candidates_.contains(*variable)) found.insert(*variable);
  }

  static VariableSet in_both(const VariableSet& left, const VariableSet& right) {
    VariableSet both;
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                          std::inserter(both, both.end()));
    return both;
  }

  const VariableSet& candidates_;
};

}  // namespace

VariableSet stored_variables(const algebra::Pattern& pattern, const VariableSet& candidates) {
  if (candidates.empty()) return {};
  return std::visit(StoredVariables(candidates), pattern.value);
}

}  // namespace prosper::sparql::request
