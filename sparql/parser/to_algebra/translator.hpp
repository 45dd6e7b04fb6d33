// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "sparql/algebra/query.hpp"
#include "sparql/algebra/update.hpp"
#include "sparql/parser/syntax_tree.hpp"
#include "sparql/parser/text/source_text.hpp"
#include "sparql/parser/to_algebra/fresh_variables.hpp"
#include "sparql/parser/to_algebra/names.hpp"

namespace prosper::sparql {

class Grouping;

using TripleOrPath = std::variant<algebra::TriplePattern, algebra::PathPattern>;

/// A group graph pattern before its filters are applied: OPTIONAL takes them as its condition.
struct UnfilteredGroup {
  algebra::PatternPtr pattern;
  algebra::ExpressionPtr condition;
};

/// What the triples of a place may hold, and what a blank node is there.
struct TripleRules {
  /// For errors: "INSERT DATA".
  const char* place = "";
  enum class BlankNodes { Variables, Terms, Refused } blank_nodes = BlankNodes::Variables;
  bool allows_variables = true;
  bool allows_paths = true;
};

/// Syntax tree → algebra (§18.2) for one request; every note of §19.8 is checked on the way. One
/// translator a request. Methods are grouped by the file that defines them.
class Translator {
 public:
  Translator(const SourceText& source, const std::string& base_iri)
      : source_(source), names_(source, base_iri) {}

  Translator(const Translator&) = delete;
  Translator& operator=(const Translator&) = delete;

  // queries.cpp
  algebra::Query query(const syntax::Query& query);
  algebra::Dataset dataset(const std::vector<syntax::DatasetClause>& clauses) const;

  // updates.cpp
  algebra::Update update(const syntax::Update& update);

  // select.cpp: §18.2.4 and §18.2.5. `clause` is null for the other forms; `columns` takes the
  // projected variables.
  algebra::PatternPtr solutions(const syntax::SelectClause* clause, algebra::PatternPtr where,
                                const syntax::SolutionModifier& modifier,
                                const std::optional<syntax::InlineData>& values,
                                std::vector<algebra::Variable>* columns);

  // patterns.cpp: §18.2.2
  algebra::PatternPtr group(const syntax::GroupPattern& group);
  UnfilteredGroup unfiltered_group(const syntax::GroupPattern& group);
  algebra::PatternPtr values(const syntax::InlineData& data);

  // triples.cpp
  void triples(const syntax::Triples& triples, const TripleRules& rules,
               std::vector<TripleOrPath>& out);

  /// A basic graph pattern begins: labels of blank nodes must not reach over it (§19.6).
  void begin_basic_graph_pattern() { ++basic_graph_pattern_; }

  /// An operation of an update begins.
  void begin_operation() { ++operation_; }

  algebra::TermOrVariable position(const syntax::Term& term, const TripleRules& rules);

  // paths.cpp: §18.2.2.3 and §18.2.2.4
  void path(const algebra::TermOrVariable& subject, const syntax::Path& path,
            const algebra::TermOrVariable& object, const char* place,
            std::vector<TripleOrPath>& out);

  // expressions.cpp
  algebra::ExpressionPtr expression(const syntax::Expression& expression);

  /// Where aggregates may stand from now on, none for nullptr. Returns what held before.
  Grouping* exchange_grouping(Grouping* grouping) { return std::exchange(grouping_, grouping); }

  algebra::Variable variable(const syntax::Term& term) const;

  FreshVariables& fresh() { return fresh_; }

  const Names& names() const { return names_; }

  rdf::SyntaxError error(const char* place, std::string message) const {
    return source_.error(place, std::move(message));
  }

  /// Counts `levels` of the algebra tree as long as it lives. Throws rdf::SyntaxError when the tree
  /// would be too deep for the recursion of its readers.
  class Deeper {
   public:
    Deeper(Translator& translator, std::size_t levels, const char* place);
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;

    ~Deeper() { translator_.depth_ -= levels_; }

   private:
    Translator& translator_;
    std::size_t levels_;
  };

 private:
  // expressions.cpp
  algebra::ExpressionPtr chain(const syntax::Expression& expression);
  algebra::ExpressionPtr built_in(const syntax::Expression& expression);
  algebra::ExpressionPtr aggregate(const syntax::Expression& expression);
  algebra::ExpressionPtr variable_or_sample(const syntax::Term& term);
  std::vector<algebra::ExpressionPtr> operands(const syntax::Expression& expression);

  // triples.cpp
  /// What stands for the node in a triple.
  algebra::TermOrVariable name_of(const syntax::Node& node, const TripleRules& rules);
  /// The triples inside ( ) or [ ].
  void contents(const algebra::TermOrVariable& name, const syntax::Node& node,
                const TripleRules& rules, std::vector<TripleOrPath>& out);
  void properties(const algebra::TermOrVariable& subject,
                  const std::vector<syntax::Property>& properties, const TripleRules& rules,
                  std::vector<TripleOrPath>& out);
  void check_verb(const syntax::Property& property, const TripleRules& rules) const;
  algebra::TermOrVariable unlabelled_blank_node(const char* place, const TripleRules& rules);
  algebra::TermOrVariable labelled_blank_node(const syntax::Term& term, const TripleRules& rules);

  // queries.cpp
  algebra::PatternPtr query_pattern(const syntax::Query& query);
  std::vector<algebra::TriplePattern> construct_template(
      const std::vector<syntax::Triples>& triples);
  algebra::DescribeForm describe_form(const syntax::Query& query, const algebra::Pattern& pattern);

  // updates.cpp
  algebra::UpdateOperation operation(const syntax::Operation& operation);
  algebra::UpdateOperation graph_management(const syntax::Operation& operation) const;
  algebra::Modify modify(const syntax::Operation& operation);
  std::vector<algebra::QuadPatternTemplate> quads(const syntax::Quads& quads,
                                                  const TripleRules& rules);
  algebra::PatternPtr quads_as_pattern(const syntax::Quads& quads);

  // paths.cpp
  algebra::PathPtr path_expression(const syntax::Path& path, const char* place);

  const SourceText& source_;
  Names names_;
  FreshVariables fresh_;
  Grouping* grouping_ = nullptr;
  std::size_t depth_ = 0;
  std::size_t basic_graph_pattern_ = 0;
  std::size_t operation_ = 0;
  std::size_t blank_node_terms_ = 0;
  /// The basic graph pattern, or the INSERT DATA operation, that a label belongs to.
  std::unordered_map<std::string, std::size_t> pattern_labels_;
  std::unordered_map<std::string, std::size_t> inserted_labels_;
};

/// Join with the simplification of §18.2.2.8: the empty group pattern is its identity.
algebra::PatternPtr join(algebra::PatternPtr left, algebra::PatternPtr right);

/// At least the depth that `Translator::solutions` adds to a pattern.
std::size_t levels_of_modifiers(const syntax::SelectClause* clause,
                                const syntax::SolutionModifier& modifier);

bool is_empty_group(const algebra::Pattern& pattern);

}  // namespace prosper::sparql
