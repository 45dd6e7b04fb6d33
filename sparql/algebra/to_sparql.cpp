// SPDX-License-Identifier: Apache-2.0
#include "sparql/algebra/to_sparql.hpp"

#include <algorithm>

#include "sparql/algebra/mentioned_variables.hpp"
#include "sparql/algebra/query_text.hpp"
#include "sparql/algebra/visit.hpp"

namespace prosper::sparql::algebra {
namespace {

/// IRI() resolves against the base of the query.
bool calls_iri(const Pattern& pattern);

bool calls_iri(const Expression& expression) {
  const auto* call = std::get_if<BuiltInCall>(&expression.value);
  bool found = call != nullptr && call->name == "IRI";
  for_each_part(
      expression, [&](const auto& part) { found = found || calls_iri(*part); },
      [&](const auto& part) { found = found || calls_iri(*part); });
  return found;
}

bool calls_iri(const Pattern& pattern) {
  bool found = false;
  for_each_part(
      pattern, [&](const auto& part) { found = found || calls_iri(*part); },
      [&](const auto& part) { found = found || calls_iri(*part); });
  return found;
}

/// With digits behind it, no variable of the query and no label of its template.
std::string choose_prefix(const Query& query) {
  Names names = mentioned_variables(*query.pattern);
  const auto add = [&](const TermOrVariable& position) {
    if (const auto* variable = std::get_if<Variable>(&position)) {
      names.insert(variable->name);
    } else if (const auto* node = std::get_if<rdf::BlankNode>(&std::get<rdf::Term>(position))) {
      names.insert(node->label);
    }
  };
  if (const auto* construct = std::get_if<ConstructForm>(&query.form)) {
    for (const TriplePattern& triple : construct->triples) {
      add(triple.subject);
      add(triple.predicate);
      add(triple.object);
    }
  }
  if (const auto* select = std::get_if<SelectForm>(&query.form))
    for (const Variable& variable : select->variables) names.insert(variable.name);
  if (const auto* describe = std::get_if<DescribeForm>(&query.form))
    for (const TermOrVariable& target : describe->targets) add(target);
  std::string prefix = "_";
  while (std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return name.starts_with(prefix); }))
    prefix += '_';
  return prefix;
}

std::string dataset_clauses(const Dataset& dataset) {
  std::string text;
  for (const rdf::Iri& graph : dataset.default_graphs) text += "FROM <" + graph.value + "> ";
  for (const rdf::Iri& graph : dataset.named_graphs) text += "FROM NAMED <" + graph.value + "> ";
  return text;
}

}  // namespace

std::string to_sparql(const Query& query) {
  QueryText text(choose_prefix(query));
  const std::string dataset = dataset_clauses(query.dataset);
  if (is_writable(rdf::Iri{query.base_iri}) && calls_iri(*query.pattern))
    text.word("BASE <" + query.base_iri + ">");
  std::visit(Overloaded{
                 [&](const SelectForm&) { text.select(*query.pattern, dataset); },
                 [&](const AskForm&) { text.word("ASK " + dataset); },
                 [&](const ConstructForm& construct) {
                   text.word("CONSTRUCT {");
                   text.triples(construct.triples);
                   text.word("} " + dataset);
                 },
                 [&](const DescribeForm& describe) {
                   text.word("DESCRIBE");
                   for (const TermOrVariable& target : describe.targets) text.position(target);
                   text.word(dataset);
                 },
             },
             query.form);
  if (!std::holds_alternative<SelectForm>(query.form)) text.where_and_modifiers(*query.pattern);
  return text.take();
}

}  // namespace prosper::sparql::algebra
