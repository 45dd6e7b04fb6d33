// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sparql/parser/parse.hpp"
#include "store/rdf/graph_isomorphism.hpp"
#include "tests/conformance/suite/canonical_term.hpp"
#include "tests/conformance/suite/solution_comparison.hpp"
#include "tests/sparql/differential/oxigraph/outcome.hpp"
#include "tests/sparql/differential/random/random_quads.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::sparql::differential {

namespace {

namespace xsd = vocabularies::xsd;

/// The digits of a decimal beyond those every implementation must keep (XSD 1.1 §5.4) are dropped.
rdf::Term comparable(rdf::Term term) {
  constexpr std::size_t digits = 15;
  auto* literal = std::get_if<rdf::Literal>(&term);
  if (literal == nullptr) return term;
  std::string& text = literal->lexical_form;
  const std::size_t point = text.find('.');
  if (literal->datatype == xsd::decimal && point != std::string::npos)
    text = text.substr(0, point + 1 + digits);
  return conformance::canonical_term(std::move(term));
}

ResultDocument comparable(ResultDocument document) {
  for (SolutionRow& row : document.rows)
    for (auto& cell : row)
      if (cell) cell = comparable(std::move(*cell));
  return document;
}

Graph comparable(Graph graph) {
  for (rdf::Quad& quad : graph) quad.object = comparable(std::move(quad.object));
  return graph;
}

/// The variable whose values come in order, when that is what the query orders by first.
std::optional<std::string> leading_key(const std::string& text) {
  const algebra::Query query = parse_query(text);
  const algebra::Pattern* pattern = query.pattern.get();
  while (true) {
    const auto* project = std::get_if<algebra::Project>(&pattern->value);
    const auto* distinct = std::get_if<algebra::Distinct>(&pattern->value);
    if (project == nullptr && distinct == nullptr) break;
    pattern = (project != nullptr ? project->pattern : distinct->pattern).get();
  }
  const auto* order = std::get_if<algebra::OrderBy>(&pattern->value);
  if (order == nullptr) return std::nullopt;
  const auto* key = std::get_if<algebra::Variable>(&order->conditions.front().expression->value);
  if (key == nullptr) return std::nullopt;
  return key->name;
}

/// §15.1 orders unbound, blank nodes, IRIs among themselves, literals; and literals of a type that
/// `<` has. Which of those a value is, and where it stands there.
std::string place_of(const std::optional<rdf::Term>& cell, bool is_one_type) {
  if (!cell) return "unbound";
  if (rdf::is_blank(*cell)) return "blank";
  if (rdf::is_iri(*cell) || is_one_type) return rdf::to_ntriples(*cell);
  return "literal";
}

std::vector<std::string> places(const ResultDocument& document, const std::string& key) {
  const auto found = std::find(document.variables.begin(), document.variables.end(), key);
  if (found == document.variables.end()) return {};
  const auto column = static_cast<std::size_t>(found - document.variables.begin());
  const bool is_one_type =
      std::all_of(document.rows.begin(), document.rows.end(), [&](const SolutionRow& row) {
        const auto* literal = row[column] ? std::get_if<rdf::Literal>(&*row[column]) : nullptr;
        return literal == nullptr || literal->datatype == xsd::integer;
      });
  std::vector<std::string> all;
  for (const SolutionRow& row : document.rows) all.push_back(place_of(row[column], is_one_type));
  return all;
}

std::string text_of(const Outcome& outcome) {
  if (const auto* refusal = std::get_if<Refusal>(&outcome)) return "refused: " + refusal->reason;
  if (const auto* graph = std::get_if<Graph>(&outcome)) return to_text(*graph);
  return conformance::to_text(std::get<ResultDocument>(outcome)).substr(0, 4000);
}

bool are_same(const Question& question, const ResultDocument& ours, const ResultDocument& theirs) {
  if (!conformance::are_equal(ours, theirs, {})) return false;
  if (question.form != Form::Select) return true;
  const auto key = leading_key(question.request);
  return !key || places(ours, *key) == places(theirs, *key);
}

bool is_one_unbound(const ResultDocument& document) {
  return document.rows.size() == 1 && document.rows.front().size() == 1 &&
         !document.rows.front().front();
}

Difference::Kind kind_of(const ResultDocument& ours, const ResultDocument& theirs) {
  conformance::ComparisonOptions lax;
  lax.is_cardinality_lax = true;
  if (ours.rows.size() != theirs.rows.size() && conformance::are_equal(ours, theirs, lax))
    return Difference::Kind::Count;
  if (is_one_unbound(theirs) && ours.rows.size() == 1) return Difference::Kind::OursAlone;
  if (is_one_unbound(ours) && theirs.rows.size() == 1) return Difference::Kind::TheirsAlone;
  return Difference::Kind::Answer;
}

/// Nothing when they are the same.
std::optional<Difference::Kind> compare(const Question& question, const Outcome& ours,
                                        const Outcome& theirs) {
  if (ours.index() != theirs.index()) return Difference::Kind::Refusal;
  if (const auto* solutions = std::get_if<ResultDocument>(&ours)) {
    const ResultDocument left = comparable(*solutions);
    const ResultDocument right = comparable(std::get<ResultDocument>(theirs));
    if (are_same(question, left, right)) return std::nullopt;
    return kind_of(left, right);
  }
  if (const auto* graph = std::get_if<Graph>(&ours))
    if (!rdf::are_isomorphic(comparable(*graph), comparable(std::get<Graph>(theirs))))
      return Difference::Kind::Answer;
  return std::nullopt;
}

}  // namespace

std::optional<Difference> difference(const Question& question, const Outcome& ours,
                                     const Outcome& theirs) {
  const auto kind = compare(question, ours, theirs);
  if (!kind) return std::nullopt;
  return Difference{*kind, "Prosper:\n" + text_of(ours) + "\nOxigraph:\n" + text_of(theirs)};
}

}  // namespace prosper::sparql::differential
