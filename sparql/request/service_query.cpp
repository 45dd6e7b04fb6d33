// SPDX-License-Identifier: Apache-2.0
#include "sparql/request/service_query.hpp"

#include <algorithm>

#include "sparql/algebra/mentioned_variables.hpp"
#include "sparql/algebra/to_sparql.hpp"

namespace prosper::sparql::request {

namespace {

using algebra::make_pattern;
using algebra::PatternPtr;

/// Joins patterns with VALUES, every cell of which is bound.
class ValuesPush {
 public:
  explicit ValuesPush(const algebra::Values& values) : values_(make_pattern(values)) {
    for (const algebra::Variable& variable : values.variables) names_.insert(variable.name);
  }

  PatternPtr into(const PatternPtr& pattern) const {
    return std::visit([&](const auto& node) { return this->push(pattern, node); }, pattern->value);
  }

 private:
  PatternPtr beside(const PatternPtr& pattern) const {
    return make_pattern(algebra::Join{values_, pattern});
  }

  /// On solutions of `part` the values are a filter (and a repetition), nothing more.
  bool only_filters(const algebra::Pattern& part) const {
    const algebra::Names certain = certain_variables(part);
    return std::includes(certain.begin(), certain.end(), names_.begin(), names_.end());
  }

  template <typename Node>
  PatternPtr push(const PatternPtr& pattern, const Node& /*leaf*/) const {
    return beside(pattern);
  }

  PatternPtr push(const PatternPtr& /*pattern*/, const algebra::Join& join) const {
    return make_pattern(algebra::Join{into(join.left), join.right});
  }

  PatternPtr push(const PatternPtr& /*pattern*/, const algebra::Union& either) const {
    return make_pattern(algebra::Union{into(either.left), into(either.right)});
  }

  PatternPtr push(const PatternPtr& pattern, const algebra::LeftJoin& join) const {
    if (!only_filters(*join.left)) return beside(pattern);
    return make_pattern(algebra::LeftJoin{into(join.left), join.right, join.condition});
  }

  PatternPtr push(const PatternPtr& pattern, const algebra::Minus& minus) const {
    if (!only_filters(*minus.left)) return beside(pattern);
    return make_pattern(algebra::Minus{into(minus.left), minus.right});
  }

  PatternPtr push(const PatternPtr& pattern, const algebra::Filter& filter) const {
    if (!only_filters(*filter.pattern)) return beside(pattern);
    return make_pattern(algebra::Filter{filter.condition, into(filter.pattern)});
  }

  PatternPtr push(const PatternPtr& pattern, const algebra::Extend& extend) const {
    if (!only_filters(*extend.pattern)) return beside(pattern);
    return make_pattern(algebra::Extend{into(extend.pattern), extend.variable, extend.expression});
  }

  PatternPtr values_;
  algebra::Names names_;
};

}  // namespace

std::string service_query(const PatternPtr& pattern, const algebra::Values& bindings,
                          const std::vector<algebra::Variable>& columns,
                          const std::string& base_iri) {
  PatternPtr asked = bindings.variables.empty() ? pattern : ValuesPush(bindings).into(pattern);
  std::vector<algebra::Variable> selected = columns;
  if (selected.empty()) {
    // Rows that bind nothing are still counted, but a SELECT names at least one variable.
    const algebra::Variable one{".one"};
    asked = make_pattern(
        algebra::Extend{asked, one, algebra::make_expression(rdf::Term(rdf::make_string("1")))});
    selected.push_back(one);
  }
  algebra::Query query;
  query.form = algebra::SelectForm{selected};
  query.pattern = make_pattern(algebra::Project{asked, selected});
  query.base_iri = base_iri;
  return to_sparql(query);
}

}  // namespace prosper::sparql::request
