// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sparql/algebra/in_scope_variables.hpp"
#include "sparql/algebra/query_text.hpp"

namespace prosper::sparql::algebra {

/// The operators of §18.2.4 and §18.2.5 that stand on a pattern.
struct QueryText::Modifiers {
  const Pattern* where = nullptr;
  bool is_distinct = false;
  bool is_reduced = false;
  const Project* project = nullptr;
  const OrderBy* order = nullptr;
  const Group* group = nullptr;
  const Expression* having = nullptr;
  /// VALUES behind all else.
  const Values* data = nullptr;
  /// SELECT (… AS ?v) of a grouping; elsewhere they are BINDs.
  std::vector<const Extend*> extensions;
  const Slice* slice = nullptr;

  /// Takes an operator off `pattern` if it is a `Node`.
  template <typename Node>
  static const Node* take(const Pattern*& pattern) {
    const auto* node = std::get_if<Node>(&pattern->value);
    if (node != nullptr) pattern = node->pattern.get();
    return node;
  }

  /// Takes what stands on a Group, from the outside: the parser puts HAVING below the columns, or
  /// above them when it mentions one.
  void take_grouping(const Pattern* pattern) {
    const auto* outer = take<Filter>(pattern);
    std::vector<const Extend*> columns;
    while (const auto* extend = take<Extend>(pattern)) columns.push_back(extend);
    const Values* values = nullptr;
    if (const auto* join = std::get_if<Join>(&pattern->value)) {
      values = std::get_if<Values>(&join->right->value);
      pattern = join->left.get();
      if (values == nullptr) return;
    }
    const auto* inner = take<Filter>(pattern);
    const auto* grouping = take<Group>(pattern);
    if (grouping == nullptr || (outer != nullptr && inner != nullptr)) return;
    group = grouping;
    where = pattern;
    data = values;
    extensions = std::move(columns);
    if (const Filter* filter = outer != nullptr ? outer : inner; filter != nullptr)
      having = filter->condition.get();
  }
};

QueryText::Modifiers QueryText::read_modifiers(const Pattern& pattern, bool is_select) {
  Modifiers modifiers;
  const Pattern* rest = &pattern;
  modifiers.slice = Modifiers::take<Slice>(rest);
  if (is_select) {
    modifiers.is_distinct = Modifiers::take<Distinct>(rest) != nullptr;
    modifiers.is_reduced = !modifiers.is_distinct && Modifiers::take<Reduced>(rest) != nullptr;
    modifiers.project = Modifiers::take<Project>(rest);
  }
  modifiers.order = Modifiers::take<OrderBy>(rest);
  modifiers.where = rest;
  modifiers.take_grouping(rest);
  return modifiers;
}

void QueryText::select(const Pattern& pattern, const std::string& dataset) {
  const Modifiers modifiers = read_modifiers(pattern, true);
  word("SELECT");
  if (modifiers.is_distinct) word("DISTINCT");
  if (modifiers.is_reduced) word("REDUCED");
  write_columns(modifiers, modifiers.project != nullptr ? modifiers.project->variables
                                                        : in_scope_variables(pattern));
  if (!dataset.empty()) word(dataset);
  write_where(modifiers);
}

void QueryText::where_and_modifiers(const Pattern& pattern) {
  const Modifiers modifiers = read_modifiers(pattern, false);
  if (modifiers.group != nullptr) name_aggregates(*modifiers.group);
  write_where(modifiers);
}

void QueryText::name_aggregates(const Group& group) {
  for (const auto& [variable, function] : group.aggregates) aggregates_[variable.name] = &function;
}

void QueryText::write_columns(const Modifiers& modifiers, const std::vector<Variable>& columns) {
  if (modifiers.group != nullptr) name_aggregates(*modifiers.group);
  for (const Variable& column : columns) {
    const auto extension =
        std::find_if(modifiers.extensions.begin(), modifiers.extensions.end(),
                     [&](const Extend* extend) { return extend->variable == column; });
    if (extension == modifiers.extensions.end()) {
      variable(column);
      continue;
    }
    word("(");
    expression(*(*extension)->expression);
    word("AS");
    variable(column);
    out_ += ')';
  }
  if (!columns.empty()) return;
  // SELECT * would give the variables that stand for blank nodes.
  if (in_scope_variables(*modifiers.where).empty())
    word("*");
  else
    variable(Variable{".nothing"});
}

void QueryText::write_where(const Modifiers& modifiers) {
  word("WHERE");
  group(*modifiers.where);
  if (modifiers.group != nullptr && !modifiers.group->keys.empty()) {
    word("GROUP BY");
    for (const Variable& key : modifiers.group->keys) variable(key);
  }
  if (modifiers.having != nullptr) {
    word("HAVING (");
    expression(*modifiers.having);
    out_ += ')';
  }
  if (modifiers.order != nullptr) {
    word("ORDER BY");
    for (const SortCondition& condition : modifiers.order->conditions) {
      word(condition.descending ? "DESC(" : "ASC(");
      expression(*condition.expression);
      out_ += ')';
    }
  }
  if (modifiers.slice != nullptr) {
    if (modifiers.slice->limit) word("LIMIT " + std::to_string(*modifiers.slice->limit));
    if (modifiers.slice->offset > 0 || !modifiers.slice->limit)
      word("OFFSET " + std::to_string(modifiers.slice->offset));
  }
  if (modifiers.data != nullptr) node(*modifiers.data);
}

}  // namespace prosper::sparql::algebra
