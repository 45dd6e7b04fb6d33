// SPDX-License-Identifier: Apache-2.0
#include "sparql/request/language_tags.hpp"

#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>

#include "sparql/algebra/visit.hpp"
#include "sparql/request/nesting.hpp"
#include "sparql/request/stored_variables.hpp"

namespace prosper::sparql::request {

namespace {

using algebra::ExpressionPtr;
using algebra::PatternPtr;
using Row = std::vector<std::optional<rdf::Term>>;

bool has_language(const rdf::Term& term) {
  const auto* literal = std::get_if<rdf::Literal>(&term);
  return literal != nullptr && !literal->language.empty();
}

bool has_language(const algebra::TermOrVariable& position) {
  const auto* term = std::get_if<rdf::Term>(&position);
  return term != nullptr && has_language(*term);
}

/// The strings in a language that a question names where it matches: mostly there are none.
class Mentions {
 public:
  explicit Mentions(const algebra::Pattern& root) : patterns_{&root} {
    while (!patterns_.empty() || !expressions_.empty()) {
      if (!patterns_.empty()) {
        const algebra::Pattern& pattern = *patterns_.back();
        patterns_.pop_back();
        look_at(pattern);
        if (!std::holds_alternative<algebra::Service>(pattern.value)) add_parts(pattern);
      } else {
        const algebra::Expression& expression = *expressions_.back();
        expressions_.pop_back();
        add_parts(expression);
      }
    }
  }

  bool is_any() const { return is_in_pattern_ || !columns_.empty(); }

  /// The variables of VALUES that have such strings.
  const VariableSet& columns() const { return columns_; }

 private:
  template <typename Tree>
  void add_parts(const Tree& tree) {
    for_each_part(
        tree, [&](const ExpressionPtr& part) { expressions_.push_back(part.get()); },
        [&](const PatternPtr& part) { patterns_.push_back(part.get()); });
  }

  void look_at(const algebra::Pattern& pattern) {
    if (const auto* basic = std::get_if<algebra::BasicGraphPattern>(&pattern.value)) {
      for (const algebra::TriplePattern& triple : basic->triples)
        is_in_pattern_ |= has_language(triple.subject) || has_language(triple.object);
    } else if (const auto* path = std::get_if<algebra::PathPattern>(&pattern.value)) {
      is_in_pattern_ |= has_language(path->subject) || has_language(path->object);
    } else if (const auto* values = std::get_if<algebra::Values>(&pattern.value)) {
      for (const Row& row : values->rows)
        for (std::size_t column = 0; column < row.size(); ++column)
          if (row[column] && has_language(*row[column])) columns_.insert(values->variables[column]);
    }
  }

  std::vector<const algebra::Pattern*> patterns_;
  std::vector<const algebra::Expression*> expressions_;
  bool is_in_pattern_ = false;
  VariableSet columns_;
};

/// The spellings of one source, each string looked up once.
class Spellings {
 public:
  explicit Spellings(const store::QuadSource& source) : source_(source) {}

  /// The term itself when it has no language or the source does not have it.
  const std::vector<rdf::Term>& of(const rdf::Term& term) {
    const auto [entry, is_new] = found_.try_emplace(term);
    if (is_new && has_language(term))
      entry->second = source_.spellings(std::get<rdf::Literal>(term));
    if (entry->second.empty()) entry->second.push_back(term);
    return entry->second;
  }

  std::vector<algebra::TermOrVariable> of(const algebra::TermOrVariable& position) {
    if (!has_language(position)) return {position};
    const std::vector<rdf::Term>& terms = of(std::get<rdf::Term>(position));
    return {terms.begin(), terms.end()};
  }

 private:
  const store::QuadSource& source_;
  std::unordered_map<rdf::Term, std::vector<rdf::Term>, rdf::TermHash> found_;
};

PatternPtr union_of(const std::vector<PatternPtr>& patterns, std::size_t first, std::size_t end) {
  if (end - first == 1) return patterns[first];
  const std::size_t middle = first + (end - first) / 2;
  return algebra::make_pattern(
      algebra::Union{union_of(patterns, first, middle), union_of(patterns, middle, end)});
}

VariableSet both(VariableSet left, VariableSet right) {
  left.merge(right);
  return left;
}

/// Spells one pattern; `stored` are the variables that a triple pattern or path around it matches.
class Speller {
 public:
  Speller(const VariableSet& columns, Spellings& spellings)
      : columns_(columns), spellings_(spellings) {}

  PatternPtr spell(const PatternPtr& pattern, const VariableSet& stored) {
    if (const auto* basic = std::get_if<algebra::BasicGraphPattern>(&pattern->value))
      return spell_basic(*basic);
    if (const auto* path = std::get_if<algebra::PathPattern>(&pattern->value))
      return spell_path(*path);
    if (const auto* values = std::get_if<algebra::Values>(&pattern->value))
      return spell_values(*values, stored);
    VariableSet around = around_parts(*pattern, stored);
    // What stands on the one side of a Join is around the other.
    if (const auto* join = std::get_if<algebra::Join>(&pattern->value))
      return algebra::make_pattern(
          algebra::Join{spell(join->left, both(around, stored_in(join->right))),
                        spell(join->right, both(around, stored_in(join->left)))});
    if (const auto* join = std::get_if<algebra::LeftJoin>(&pattern->value)) {
      VariableSet optional = both(around, stored_in(join->left));
      return algebra::make_pattern(
          algebra::LeftJoin{spell(join->left, around), spell(join->right, optional),
                            join->condition ? spell(join->condition, optional) : nullptr});
    }
    if (const auto* minus = std::get_if<algebra::Minus>(&pattern->value))
      return algebra::make_pattern(algebra::Minus{
          spell(minus->left, around), spell(minus->right, both(around, stored_in(minus->left)))});
    return map_parts(
        pattern,
        [&](const ExpressionPtr& part) {
          return spell(part, both(around, stored_variables(*pattern, columns_)));
        },
        [&](const PatternPtr& part) { return spell(part, around); });
  }

 private:
  /// Only the patterns of EXISTS.
  ExpressionPtr spell(const ExpressionPtr& expression, const VariableSet& stored) {
    return map_parts(
        expression, [&](const ExpressionPtr& part) { return spell(part, stored); },
        [&](const PatternPtr& part) { return spell(part, stored); });
  }

  VariableSet stored_in(const PatternPtr& pattern) const {
    return stored_variables(*pattern, columns_);
  }

  /// What is around a pattern is around its parts, unless rows are counted or variables hidden
  /// between.
  static VariableSet around_parts(const algebra::Pattern& pattern, const VariableSet& stored) {
    if (std::holds_alternative<algebra::Group>(pattern.value) ||
        std::holds_alternative<algebra::Slice>(pattern.value))
      return {};
    const auto* project = std::get_if<algebra::Project>(&pattern.value);
    if (project == nullptr) return stored;
    VariableSet seen;
    for (const algebra::Variable& variable : project->variables)
      if (stored.contains(variable)) seen.insert(variable);
    return seen;
  }

  PatternPtr spell_basic(algebra::BasicGraphPattern basic) {
    PatternPtr choices;
    for (algebra::TriplePattern& triple : basic.triples) {
      spell_position(triple.subject, choices);
      spell_position(triple.object, choices);
    }
    PatternPtr spelt = algebra::make_pattern(std::move(basic));
    return choices ? algebra::make_pattern(algebra::Join{choices, spelt}) : spelt;
  }

  void spell_position(algebra::TermOrVariable& position, PatternPtr& choices) {
    if (!has_language(position)) return;
    const std::vector<rdf::Term>& terms = spellings_.of(std::get<rdf::Term>(position));
    if (terms.size() == 1) {
      position = terms.front();
      return;
    }
    algebra::Values choice;
    choice.variables.push_back({".l" + std::to_string(choices_++)});
    for (const rdf::Term& term : terms) choice.rows.push_back({term});
    position = choice.variables.front();
    PatternPtr values = algebra::make_pattern(std::move(choice));
    choices = choices ? algebra::make_pattern(algebra::Join{choices, values}) : values;
  }

  /// A path is written out for each spelling: one of length zero begins at a term, in the data or
  /// not, but at a variable only in the data.
  PatternPtr spell_path(const algebra::PathPattern& path) {
    std::vector<PatternPtr> paths;
    for (const algebra::TermOrVariable& subject : spellings_.of(path.subject))
      for (const algebra::TermOrVariable& object : spellings_.of(path.object))
        paths.push_back(algebra::make_pattern(algebra::PathPattern{subject, path.path, object}));
    return union_of(paths, 0, paths.size());
  }

  PatternPtr spell_values(const algebra::Values& values, const VariableSet& stored) {
    const std::set<Row> written(values.rows.begin(), values.rows.end());
    algebra::Values spelt{values.variables, {}};
    for (const Row& row : values.rows) {
      std::vector<Row> rows = {row};
      for (std::size_t column = 0; column < row.size(); ++column) {
        if (!row[column] || !has_language(*row[column])) continue;
        if (stored.contains(values.variables[column])) rows = with_spellings(rows, column);
      }
      // A spelling that has a row of its own is left to it.
      for (Row& spelling : rows)
        if (spelling == row || !written.contains(spelling))
          spelt.rows.push_back(std::move(spelling));
    }
    return algebra::make_pattern(std::move(spelt));
  }

  std::vector<Row> with_spellings(const std::vector<Row>& rows, std::size_t column) {
    std::vector<Row> spelt;
    for (const Row& row : rows) {
      for (const rdf::Term& term : spellings_.of(*row[column])) {
        spelt.push_back(row);
        spelt.back()[column] = term;
      }
    }
    return spelt;
  }

  const VariableSet& columns_;
  Spellings& spellings_;
  std::size_t choices_ = 0;
};

}  // namespace

Question spell_languages(Question question, const store::QuadSource& source) {
  const Mentions mentions(*question.pattern);
  if (!mentions.is_any()) return question;
  check_nesting(*question.pattern);
  Spellings spellings(source);
  question.pattern = Speller(mentions.columns(), spellings).spell(question.pattern, {});
  return question;
}

std::vector<algebra::QuadPatternTemplate> spell_languages(
    const std::vector<algebra::QuadPatternTemplate>& templates, const store::QuadSource& source) {
  Spellings spellings(source);
  std::vector<algebra::QuadPatternTemplate> spelt;
  for (const algebra::QuadPatternTemplate& quad : templates) {
    for (const algebra::TermOrVariable& object : spellings.of(quad.triple.object)) {
      spelt.push_back(quad);
      spelt.back().triple.object = object;
    }
  }
  return spelt;
}

}  // namespace prosper::sparql::request
