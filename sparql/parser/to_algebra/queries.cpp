// SPDX-License-Identifier: Apache-2.0
#include "sparql/algebra/in_scope_variables.hpp"
#include "sparql/parser/to_algebra/to_algebra.hpp"
#include "sparql/parser/to_algebra/translator.hpp"

namespace prosper::sparql {

using algebra::make_pattern;
using algebra::PatternPtr;
using algebra::TriplePattern;

namespace {

constexpr TripleRules template_rules{"a CONSTRUCT template", TripleRules::BlankNodes::Terms, true,
                                     false};
constexpr TripleRules construct_where_rules{"CONSTRUCT WHERE", TripleRules::BlankNodes::Variables,
                                            true, false};

std::vector<TriplePattern> only_triples(std::vector<TripleOrPath> items) {
  std::vector<TriplePattern> triples;
  triples.reserve(items.size());
  for (TripleOrPath& item : items) triples.push_back(std::get<TriplePattern>(std::move(item)));
  return triples;
}

}  // namespace

algebra::Query to_algebra(const syntax::Query& query, const SourceText& source,
                          const std::string& base_iri) {
  return Translator(source, base_iri).query(query);
}

algebra::Dataset Translator::dataset(const std::vector<syntax::DatasetClause>& clauses) const {
  algebra::Dataset dataset;
  for (const syntax::DatasetClause& clause : clauses) {
    (clause.named ? dataset.named_graphs : dataset.default_graphs)
        .push_back(names_.iri(clause.iri));
  }
  return dataset;
}

algebra::Query Translator::query(const syntax::Query& query) {
  for (const syntax::Declaration& declaration : query.prologue) names_.declare(declaration);
  const bool is_select = query.form == syntax::Query::Form::Select;
  const syntax::SelectClause* const clause = is_select ? &query.select : nullptr;
  const char* const place = query.where ? query.where->text.begin : source_.text().data();
  const Deeper deeper(*this, levels_of_modifiers(clause, query.modifier), place);

  algebra::Query result;
  result.dataset = dataset(query.datasets);
  const PatternPtr where = query_pattern(query);
  std::vector<algebra::Variable> columns;
  result.pattern = solutions(clause, where, query.modifier, query.values, &columns);
  switch (query.form) {
    case syntax::Query::Form::Select:
      result.form = algebra::SelectForm{std::move(columns)};
      break;
    case syntax::Query::Form::Ask:
      result.form = algebra::AskForm{};
      break;
    case syntax::Query::Form::Construct:
    case syntax::Query::Form::ConstructWhere:
      result.form = algebra::ConstructForm{construct_template(query.construct_template)};
      break;
    case syntax::Query::Form::Describe:
      result.form = describe_form(query, *result.pattern);
      break;
  }
  result.prefixes = names_.prefixes();
  result.base_iri = names_.base_iri();
  return result;
}

PatternPtr Translator::query_pattern(const syntax::Query& query) {
  if (query.where) return group(*query.where);
  algebra::BasicGraphPattern pattern;
  if (query.form == syntax::Query::Form::ConstructWhere) {
    std::vector<TripleOrPath> items;
    for (const auto& same_subject : query.construct_template) {
      triples(same_subject, construct_where_rules, items);
    }
    pattern.triples = only_triples(std::move(items));
  }
  return make_pattern(std::move(pattern));
}

std::vector<TriplePattern> Translator::construct_template(
    const std::vector<syntax::Triples>& triples) {
  std::vector<TripleOrPath> items;
  for (const auto& same_subject : triples) this->triples(same_subject, template_rules, items);
  return only_triples(std::move(items));
}

algebra::DescribeForm Translator::describe_form(const syntax::Query& query,
                                                const algebra::Pattern& pattern) {
  algebra::DescribeForm form;
  for (const syntax::Term& target : query.described) {
    form.targets.push_back(position(target, TripleRules{}));
  }
  if (!query.describe_all) return form;
  for (const algebra::Variable& variable : algebra::in_scope_variables(pattern)) {
    if (!variable.is_internal()) form.targets.emplace_back(variable);
  }
  return form;
}

}  // namespace prosper::sparql
