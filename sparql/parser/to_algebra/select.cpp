// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "sparql/algebra/in_scope_variables.hpp"
#include "sparql/parser/to_algebra/fold.hpp"
#include "sparql/parser/to_algebra/grouping.hpp"
#include "sparql/parser/to_algebra/translator.hpp"

namespace prosper::sparql {

using algebra::ExpressionPtr;
using algebra::make_expression;
using algebra::make_pattern;
using algebra::PatternPtr;
using algebra::Variable;

namespace {

/// Is there an aggregate outside EXISTS?
bool has_aggregate(const syntax::Expression& expression) {
  return expression.kind == syntax::Expression::Kind::Aggregate ||
         std::any_of(expression.operands.begin(), expression.operands.end(), has_aggregate);
}

bool has_aggregates(const syntax::SelectClause* clause, const syntax::SolutionModifier& modifier) {
  const auto& having = modifier.having;
  const auto& order = modifier.order_by;
  return std::any_of(having.begin(), having.end(), has_aggregate) ||
         std::any_of(order.begin(), order.end(),
                     [](const auto& condition) { return has_aggregate(condition.expression); }) ||
         (clause != nullptr &&
          std::any_of(clause->items.begin(), clause->items.end(), [](const auto& item) {
            return item.expression && has_aggregate(*item.expression);
          }));
}

bool is_variable(const syntax::Expression& expression) {
  return expression.kind == syntax::Expression::Kind::Term &&
         expression.term.kind == syntax::Term::Kind::Variable;
}

/// Puts the solution modifiers on a pattern, step by step as §18.2.4 and §18.2.5.
class SolutionBuilder {
 public:
  SolutionBuilder(Translator& translator, const syntax::SelectClause* clause,
                  const syntax::SolutionModifier& modifier, PatternPtr where)
      : translator_(translator),
        clause_(clause),
        modifier_(modifier),
        pattern_(std::move(where)),
        grouping_(translator.fresh()) {
    grouping_.is_grouped = !modifier.group_by.empty() || has_aggregates(clause, modifier);
    for (const Variable& variable : algebra::in_scope_variables(*pattern_)) {
      in_pattern_.insert(variable.name);
    }
  }

  PatternPtr build(const std::optional<syntax::InlineData>& values,
                   std::vector<Variable>* columns) {
    bind_keys();
    // VALUES comes behind HAVING, but its variables may be projected.
    PatternPtr data = values ? translator_.values(*values) : nullptr;
    Grouping* const outside = translator_.exchange_grouping(&grouping_);
    read_columns(data);
    grouping_.clause = Grouping::Clause::HavingOrOrder;
    const ExpressionPtr having = read_having();
    const bool having_sees_columns = std::exchange(grouping_.uses_alias, false);
    std::vector<algebra::SortCondition> order = read_order();
    translator_.exchange_grouping(outside);

    if (grouping_.is_grouped) {
      pattern_ = make_pattern(algebra::Group{pattern_, keys_, std::move(grouping_.aggregates)});
    }
    // The specification filters before it names the columns; a HAVING that mentions one would
    // then never hold, so it is moved behind.
    if (having && !having_sees_columns) pattern_ = make_pattern(algebra::Filter{having, pattern_});
    if (data) pattern_ = join(pattern_, data);
    for (auto& [variable, expression] : extensions_) {
      pattern_ = make_pattern(algebra::Extend{pattern_, variable, std::move(expression)});
    }
    if (having && having_sees_columns) pattern_ = make_pattern(algebra::Filter{having, pattern_});
    if (!order.empty()) pattern_ = make_pattern(algebra::OrderBy{pattern_, std::move(order)});
    project();
    if (columns != nullptr) *columns = columns_;
    return pattern_;
  }

 private:
  /// GROUP BY. A key that is an expression becomes a variable.
  void bind_keys() {
    for (const syntax::GroupCondition& condition : modifier_.group_by) {
      const bool is_named = condition.variable.token.is_given();
      if (!is_named && is_variable(condition.expression)) {
        add_key(translator_.variable(condition.expression.term));
        continue;
      }
      const Variable key =
          is_named ? translator_.variable(condition.variable) : translator_.fresh().expression();
      if (!in_pattern_.insert(key.name).second) {
        throw translator_.error(condition.variable.token.begin,
                                "GROUP BY cannot assign '?" + key.name +
                                    "', which is already in scope; expected a new variable");
      }
      pattern_ = make_pattern(
          algebra::Extend{pattern_, key, translator_.expression(condition.expression)});
      add_key(key);
    }
  }

  void add_key(const Variable& key) {
    if (grouping_.visible.insert(key.name).second) keys_.push_back(key);
  }

  void read_columns(const PatternPtr& data) {
    if (clause_ == nullptr) return;
    std::unordered_set<std::string> visible =
        grouping_.is_grouped ? grouping_.visible : in_pattern_;
    if (data) {
      for (const Variable& variable : algebra::in_scope_variables(*data)) {
        visible.insert(variable.name);
        grouping_.visible.insert(variable.name);
      }
    }
    if (clause_->all) {
      read_all(data);
      return;
    }
    std::unordered_set<std::string> projected;
    for (const syntax::SelectItem& item : clause_->items) {
      const Variable variable = translator_.variable(item.variable);
      if (item.expression) {
        if (visible.contains(variable.name) || projected.contains(variable.name)) {
          throw translator_.error(item.variable.token.begin,
                                  "SELECT cannot assign '?" + variable.name +
                                      "', which is already in scope; expected a new variable");
        }
        extensions_.emplace_back(variable, translator_.expression(*item.expression));
        grouping_.visible.insert(variable.name);
        grouping_.aliases.insert(variable.name);
      } else {
        // Refuses what is neither a key nor named before.
        syntax::Expression reference;
        reference.term = item.variable;
        translator_.expression(reference);
      }
      if (projected.insert(variable.name).second) columns_.push_back(variable);
    }
  }

  /// SELECT *
  void read_all(const PatternPtr& data) {
    if (grouping_.is_grouped) {
      throw translator_.error(clause_->place,
                              "SELECT * cannot be used with GROUP BY or aggregates; expected the "
                              "variables to select");
    }
    const PatternPtr everything = data ? join(pattern_, data) : pattern_;
    for (Variable& variable : algebra::in_scope_variables(*everything)) {
      if (!variable.is_internal()) columns_.push_back(std::move(variable));
    }
  }

  ExpressionPtr read_having() {
    if (modifier_.having.empty()) return nullptr;
    // Columns are named behind HAVING: using one has to be noticed.
    for (const std::string& alias : grouping_.aliases) grouping_.visible.erase(alias);
    std::vector<ExpressionPtr> conditions;
    for (const syntax::Expression& condition : modifier_.having) {
      conditions.push_back(translator_.expression(condition));
    }
    return fold_associative<ExpressionPtr>(conditions, [](const auto& a, const auto& b) {
      return make_expression(algebra::BinaryExpression{algebra::BinaryOperator::And, a, b});
    });
  }

  std::vector<algebra::SortCondition> read_order() {
    grouping_.visible.insert(grouping_.aliases.begin(), grouping_.aliases.end());
    std::vector<algebra::SortCondition> conditions;
    for (const syntax::OrderCondition& condition : modifier_.order_by) {
      conditions.push_back({translator_.expression(condition.expression), condition.descending});
    }
    return conditions;
  }

  /// Projection, DISTINCT, LIMIT and OFFSET.
  void project() {
    if (clause_ != nullptr) {
      pattern_ = make_pattern(algebra::Project{pattern_, columns_});
      if (clause_->distinct) pattern_ = make_pattern(algebra::Distinct{pattern_});
      if (clause_->reduced) pattern_ = make_pattern(algebra::Reduced{pattern_});
    }
    if (!modifier_.limit.is_given() && !modifier_.offset.is_given()) return;
    algebra::Slice slice;
    slice.pattern = pattern_;
    if (modifier_.offset.is_given()) slice.offset = number(modifier_.offset);
    if (modifier_.limit.is_given()) slice.limit = number(modifier_.limit);
    pattern_ = make_pattern(std::move(slice));
  }

  std::uint64_t number(const syntax::Token& token) const {
    std::uint64_t value = 0;
    if (std::from_chars(token.begin, token.end, value).ec != std::errc()) {
      throw translator_.error(token.begin, "found the number " + std::string(token.text()) +
                                               ", expected one below 18446744073709551616");
    }
    return value;
  }

  Translator& translator_;
  const syntax::SelectClause* clause_;
  const syntax::SolutionModifier& modifier_;
  PatternPtr pattern_;
  std::unordered_set<std::string> in_pattern_;
  Grouping grouping_;
  std::vector<Variable> keys_;
  std::vector<Variable> columns_;
  std::vector<std::pair<Variable, ExpressionPtr>> extensions_;
};

}  // namespace

std::size_t levels_of_modifiers(const syntax::SelectClause* clause,
                                const syntax::SolutionModifier& modifier) {
  constexpr std::size_t others = 8;  // Group, Filter, Join, OrderBy, Project, Distinct, Slice
  return others + modifier.group_by.size() + (clause == nullptr ? 0 : clause->items.size());
}

PatternPtr Translator::solutions(const syntax::SelectClause* clause, PatternPtr where,
                                 const syntax::SolutionModifier& modifier,
                                 const std::optional<syntax::InlineData>& values,
                                 std::vector<Variable>* columns) {
  Grouping* const outside = exchange_grouping(nullptr);
  SolutionBuilder builder(*this, clause, modifier, std::move(where));
  PatternPtr pattern = builder.build(values, columns);
  exchange_grouping(outside);
  return pattern;
}

}  // namespace prosper::sparql
