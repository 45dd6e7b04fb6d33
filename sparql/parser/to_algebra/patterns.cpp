// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_set>

#include "sparql/algebra/in_scope_variables.hpp"
#include "sparql/parser/to_algebra/fold.hpp"
#include "sparql/parser/to_algebra/translator.hpp"

namespace prosper::sparql {

using algebra::make_expression;
using algebra::make_pattern;
using algebra::PatternPtr;

namespace {

constexpr std::size_t maximum_depth = 2000;

/// How many PathPatterns a path becomes.
std::size_t count_path_patterns(const syntax::Path& path) {
  if (path.kind == syntax::Path::Kind::Link) return 0;
  if (path.kind != syntax::Path::Kind::Sequence && path.kind != syntax::Path::Kind::Inverse) {
    return 1;
  }
  std::size_t count = 0;
  for (const syntax::Path& operand : path.operands) count += count_path_patterns(operand);
  return count;
}

std::size_t count_joined_paths(const std::vector<syntax::Property>& properties);

std::size_t count_joined_paths(const syntax::Node& node) {
  std::size_t count = count_joined_paths(node.properties);
  for (const syntax::Node& item : node.items) count += count_joined_paths(item);
  return count;
}

std::size_t count_joined_paths(const std::vector<syntax::Property>& properties) {
  std::size_t count = 0;
  for (const syntax::Property& property : properties) {
    count += count_path_patterns(property.path) * property.objects.size();
    for (const syntax::Node& object : property.objects) count += count_joined_paths(object);
  }
  return count;
}

/// At least the depth of the tree that an element of a group adds above what stands before it.
std::size_t levels_of(const syntax::GroupElement& element) {
  std::size_t levels = 1;
  const auto* const block = std::get_if<syntax::TriplesBlock>(&element);
  if (block == nullptr) return levels;
  for (const syntax::Triples& triples : block->triples) {
    const std::size_t paths =
        count_joined_paths(triples.subject) + count_joined_paths(triples.properties);
    levels += 2 * paths;  // each with the triples behind it
  }
  return levels;
}

std::size_t levels_of(const syntax::GroupPattern& group) {
  std::size_t levels = 1;
  for (const syntax::GroupElement& element : group.elements) levels += levels_of(element);
  return levels;
}

/// Collects the elements of a group, §18.2.2.6.
class GroupBuilder {
 public:
  explicit GroupBuilder(Translator& translator) : translator_(translator) {
    translator_.begin_basic_graph_pattern();
  }

  /// Triples gather until something other than triples or a FILTER comes.
  void operator()(const syntax::TriplesBlock& block) {
    for (const syntax::Triples& triples : block.triples) {
      translator_.triples(triples, TripleRules{}, triples_);
    }
  }

  /// Filters apply to the whole group; they are translated behind its last element.
  void operator()(const syntax::FilterClause& filter) { filters_.push_back(&filter.condition); }

  void operator()(const syntax::OptionalClause& clause) {
    end_basic_graph_pattern();
    UnfilteredGroup right = translator_.unfiltered_group(*clause.group);
    see_variables_of(*right.pattern);
    pattern_ = make_pattern(
        algebra::LeftJoin{pattern_, std::move(right.pattern), std::move(right.condition)});
  }

  void operator()(const syntax::MinusClause& clause) {
    end_basic_graph_pattern();
    pattern_ = make_pattern(algebra::Minus{pattern_, translator_.group(*clause.group)});
  }

  void operator()(const syntax::UnionClause& clause) {
    end_basic_graph_pattern();
    const Translator::Deeper deeper(translator_, folded_depth(clause.groups.size()),
                                    clause.groups.front()->text.begin);
    std::vector<PatternPtr> branches;
    for (const auto& branch : clause.groups) branches.push_back(translator_.group(*branch));
    add(fold_associative<PatternPtr>(branches, [](const PatternPtr& left, const PatternPtr& right) {
      return make_pattern(algebra::Union{left, right});
    }));
  }

  void operator()(const syntax::GraphClause& clause) {
    end_basic_graph_pattern();
    algebra::TermOrVariable name = translator_.position(clause.name, TripleRules{});
    add(make_pattern(algebra::Graph{std::move(name), translator_.group(*clause.group)}));
  }

  void operator()(const syntax::ServiceClause& clause) {
    end_basic_graph_pattern();
    algebra::Service service;
    service.endpoint = translator_.position(clause.endpoint, TripleRules{});
    service.pattern = translator_.group(*clause.group);
    service.silent = clause.silent;
    add(make_pattern(std::move(service)));
  }

  void operator()(const syntax::BindClause& clause) {
    end_basic_graph_pattern();
    const algebra::Variable variable = translator_.variable(clause.variable);
    if (!visible_.insert(variable.name).second) {
      throw translator_.error(clause.variable.token.begin,
                              "BIND cannot assign '?" + variable.name +
                                  "', which is already in scope in this group; expected a new "
                                  "variable");
    }
    pattern_ = make_pattern(
        algebra::Extend{pattern_, variable, translator_.expression(clause.expression)});
  }

  void operator()(const syntax::InlineData& data) {
    end_basic_graph_pattern();
    add(translator_.values(data));
  }

  UnfilteredGroup finish() {
    end_basic_graph_pattern();
    std::vector<algebra::ExpressionPtr> conditions;
    for (const syntax::Expression* const filter : filters_) {
      conditions.push_back(translator_.expression(*filter));
    }
    if (conditions.empty()) return {pattern_, nullptr};
    return {pattern_,
            fold_associative<algebra::ExpressionPtr>(conditions, [](const auto& a, const auto& b) {
              return make_expression(algebra::BinaryExpression{algebra::BinaryOperator::And, a, b});
            })};
  }

 private:
  void see_variables_of(const algebra::Pattern& pattern) {
    for (algebra::Variable& variable : algebra::in_scope_variables(pattern)) {
      visible_.insert(std::move(variable.name));
    }
  }

  void add(PatternPtr pattern) {
    see_variables_of(*pattern);
    pattern_ = join(std::move(pattern_), std::move(pattern));
  }

  /// §18.2.2.5: adjacent triple patterns make one basic graph pattern; paths stand between.
  void end_basic_graph_pattern() {
    algebra::BasicGraphPattern adjacent;
    const auto add_adjacent = [&] {
      if (!adjacent.triples.empty()) add(make_pattern(std::exchange(adjacent, {})));
    };
    for (TripleOrPath& item : triples_) {
      if (auto* const triple = std::get_if<algebra::TriplePattern>(&item)) {
        adjacent.triples.push_back(std::move(*triple));
      } else {
        add_adjacent();
        add(make_pattern(std::get<algebra::PathPattern>(std::move(item))));
      }
    }
    add_adjacent();
    triples_.clear();
    translator_.begin_basic_graph_pattern();
  }

  Translator& translator_;
  PatternPtr pattern_ = make_pattern(algebra::BasicGraphPattern{});
  std::vector<TripleOrPath> triples_;
  std::vector<const syntax::Expression*> filters_;
  std::unordered_set<std::string> visible_;
};

}  // namespace

Translator::Deeper::Deeper(Translator& translator, std::size_t levels, const char* place)
    : translator_(translator), levels_(levels) {
  if (translator.depth_ + levels > maximum_depth) {
    throw translator.error(place, "found more than " + std::to_string(maximum_depth) +
                                      " operations that depend on one another");
  }
  translator.depth_ += levels;
}

bool is_empty_group(const algebra::Pattern& pattern) {
  const auto* const bgp = std::get_if<algebra::BasicGraphPattern>(&pattern.value);
  return bgp != nullptr && bgp->triples.empty();
}

PatternPtr join(PatternPtr left, PatternPtr right) {
  if (is_empty_group(*left)) return right;
  if (is_empty_group(*right)) return left;
  return make_pattern(algebra::Join{std::move(left), std::move(right)});
}

PatternPtr Translator::group(const syntax::GroupPattern& group) {
  UnfilteredGroup unfiltered = unfiltered_group(group);
  if (!unfiltered.condition) return std::move(unfiltered.pattern);
  return make_pattern(
      algebra::Filter{std::move(unfiltered.condition), std::move(unfiltered.pattern)});
}

UnfilteredGroup Translator::unfiltered_group(const syntax::GroupPattern& group) {
  const Deeper deeper(*this, levels_of(group), group.text.begin);
  if (group.sub_select) {
    const syntax::SubSelect& select = *group.sub_select;
    const Deeper modified(*this, levels_of_modifiers(&select.select, select.modifier),
                          select.select.place);
    std::vector<algebra::Variable> columns;
    return {solutions(&select.select, this->group(select.where), select.modifier, select.values,
                      &columns),
            nullptr};
  }
  GroupBuilder builder(*this);
  for (const syntax::GroupElement& element : group.elements) std::visit(builder, element);
  return builder.finish();
}

PatternPtr Translator::values(const syntax::InlineData& data) {
  algebra::Values values;
  std::unordered_set<std::string> names;
  for (const syntax::Term& term : data.variables) {
    values.variables.push_back(variable(term));
    if (!names.insert(values.variables.back().name).second) {
      throw error(term.token.begin,
                  "VALUES names the variable '" + std::string(term.token.text()) + "' twice");
    }
  }
  for (const syntax::DataRow& row : data.rows) {
    if (row.cells.size() != data.variables.size()) {
      throw error(row.place, "expected as many values as VALUES has variables (" +
                                 std::to_string(data.variables.size()) + "), found " +
                                 std::to_string(row.cells.size()));
    }
    auto& cells = values.rows.emplace_back();
    for (const syntax::Term& cell : row.cells) {
      if (cell.kind == syntax::Term::Kind::Undef) {
        cells.emplace_back();
      } else {
        cells.emplace_back(names_.term(cell));
      }
    }
  }
  return make_pattern(std::move(values));
}

}  // namespace prosper::sparql
