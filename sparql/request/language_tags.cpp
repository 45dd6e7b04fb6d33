// SPDX-License-Identifier: Apache-2.0
#include "sparql/request/language_tags.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>

#include "sparql/algebra/visit.hpp"
#include "sparql/request/nesting.hpp"

namespace prosper::sparql::request {

namespace {

using algebra::ExpressionPtr;
using algebra::PatternPtr;

bool has_language(const rdf::Term& term) {
  const auto* literal = std::get_if<rdf::Literal>(&term);
  return literal != nullptr && !literal->language.empty();
}

bool has_language(const algebra::TermOrVariable& position) {
  const auto* term = std::get_if<rdf::Term>(&position);
  return term != nullptr && has_language(*term);
}

/// Whether a question names strings in a language where it matches: mostly there are none.
class MentionSearch {
 public:
  explicit MentionSearch(const algebra::Pattern& root) : patterns_{&root} {
    while (!has_found_ && (!patterns_.empty() || !expressions_.empty())) {
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

  bool has_found() const { return has_found_; }

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
        has_found_ |= has_language(triple.subject) || has_language(triple.object);
    } else if (const auto* path = std::get_if<algebra::PathPattern>(&pattern.value)) {
      has_found_ |= has_language(path->subject) || has_language(path->object);
    }
  }

  std::vector<const algebra::Pattern*> patterns_;
  std::vector<const algebra::Expression*> expressions_;
  bool has_found_ = false;
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

  /// The term as it is written when the source spells it so, or else one of the source's.
  algebra::TermOrVariable nearest(const algebra::TermOrVariable& position) {
    if (!has_language(position)) return position;
    const rdf::Term& written = std::get<rdf::Term>(position);
    const std::vector<rdf::Term>& terms = of(written);
    const bool is_there = std::find(terms.begin(), terms.end(), written) != terms.end();
    return is_there ? written : terms.front();
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

/// Spells one pattern and those inside.
class Speller {
 public:
  explicit Speller(Spellings& spellings) : spellings_(spellings) {}

  PatternPtr spell(const PatternPtr& pattern) {
    if (const auto* basic = std::get_if<algebra::BasicGraphPattern>(&pattern->value))
      return spell_basic(*basic);
    if (const auto* path = std::get_if<algebra::PathPattern>(&pattern->value))
      return spell_path(*path);
    return map_parts(
        pattern, [&](const ExpressionPtr& part) { return spell(part); },
        [&](const PatternPtr& part) { return spell(part); });
  }

 private:
  /// Only the patterns of EXISTS.
  ExpressionPtr spell(const ExpressionPtr& expression) {
    return map_parts(
        expression, [&](const ExpressionPtr& part) { return spell(part); },
        [&](const PatternPtr& part) { return spell(part); });
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

  /// A path is written out for each spelling, but one that may be empty for one: a constant is
  /// connected with itself once.
  PatternPtr spell_path(const algebra::PathPattern& path) {
    if (algebra::may_be_empty(*path.path)) {
      return algebra::make_pattern(algebra::PathPattern{spellings_.nearest(path.subject), path.path,
                                                        spellings_.nearest(path.object)});
    }
    std::vector<PatternPtr> paths;
    for (const algebra::TermOrVariable& subject : spellings_.of(path.subject))
      for (const algebra::TermOrVariable& object : spellings_.of(path.object))
        paths.push_back(algebra::make_pattern(algebra::PathPattern{subject, path.path, object}));
    return union_of(paths, 0, paths.size());
  }

  Spellings& spellings_;
  std::size_t choices_ = 0;
};

}  // namespace

Question spell_languages(Question question, const store::QuadSource& source) {
  if (!MentionSearch(*question.pattern).has_found()) return question;
  check_nesting(*question.pattern);
  Spellings spellings(source);
  question.pattern = Speller(spellings).spell(question.pattern);
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
