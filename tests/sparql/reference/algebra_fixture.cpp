// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/reference/algebra_fixture.hpp"

#include <algorithm>
#include <cctype>
#include <sstream>

#include "sparql/reference/operators.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::sparql::reference {

namespace {

std::vector<std::string> words(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> found;
  for (std::string word; stream >> word;) found.push_back(word);
  return found;
}

std::string to_text(const rdf::Term& term) {
  if (const auto* iri = std::get_if<rdf::Iri>(&term)) return iri->value;
  if (const auto* blank = std::get_if<rdf::BlankNode>(&term)) return "_:" + blank->label;
  const auto& literal = std::get<rdf::Literal>(term);
  if (literal.datatype == vocabularies::xsd::string) return '"' + literal.lexical_form + '"';
  return literal.lexical_form;
}

}  // namespace

rdf::Term term(std::string_view text) {
  if (text.starts_with("_:")) return rdf::BlankNode{std::string(text.substr(2))};
  if (text.starts_with('"')) return rdf::make_string(std::string(text.substr(1, text.size() - 2)));
  if (std::isdigit(static_cast<unsigned char>(text.front())) != 0)
    return rdf::make_typed_literal(std::string(text), vocabularies::xsd::integer);
  if (text == "true" || text == "false")
    return rdf::make_typed_literal(std::string(text), vocabularies::xsd::boolean);
  return rdf::Iri{std::string(text)};
}

algebra::Variable variable(std::string_view name) {
  return {std::string(name)};
}

algebra::TermOrVariable position(std::string_view text) {
  if (text.starts_with('?')) return variable(text.substr(1));
  return term(text);
}

algebra::PatternPtr bgp(const std::vector<std::string>& triples) {
  algebra::BasicGraphPattern pattern;
  for (const std::string& triple : triples) {
    const std::vector<std::string> parts = words(triple);
    pattern.triples.push_back({position(parts[0]), position(parts[1]), position(parts[2])});
  }
  return algebra::make_pattern(std::move(pattern));
}

algebra::PatternPtr path(std::string_view subject, algebra::PathPtr path, std::string_view object) {
  return algebra::make_pattern(
      algebra::PathPattern{position(subject), std::move(path), position(object)});
}

algebra::PathPtr link(std::string_view predicate) {
  return algebra::make_path(algebra::LinkPath{rdf::Iri{std::string(predicate)}});
}

algebra::PatternPtr join(algebra::PatternPtr left, algebra::PatternPtr right) {
  return algebra::make_pattern(algebra::Join{std::move(left), std::move(right)});
}

algebra::PatternPtr graph(std::string_view name, algebra::PatternPtr pattern) {
  return algebra::make_pattern(algebra::Graph{position(name), std::move(pattern)});
}

algebra::PatternPtr filter(algebra::ExpressionPtr condition, algebra::PatternPtr pattern) {
  return algebra::make_pattern(algebra::Filter{std::move(condition), std::move(pattern)});
}

algebra::PatternPtr extend(algebra::PatternPtr pattern, std::string_view name,
                           algebra::ExpressionPtr expression) {
  return algebra::make_pattern(
      algebra::Extend{std::move(pattern), variable(name), std::move(expression)});
}

algebra::PatternPtr values(const std::vector<std::string>& variables,
                           const std::vector<std::string>& rows) {
  algebra::Values pattern;
  for (const std::string& name : variables) pattern.variables.push_back(variable(name));
  for (const std::string& row : rows) {
    auto& cells = pattern.rows.emplace_back();
    for (const std::string& cell : words(row))
      cells.push_back(cell == "UNDEF" ? std::optional<rdf::Term>() : term(cell));
  }
  return algebra::make_pattern(std::move(pattern));
}

algebra::ExpressionPtr value(std::string_view text) {
  if (text.starts_with('?')) return algebra::make_expression(variable(text.substr(1)));
  return algebra::make_expression(term(text));
}

algebra::ExpressionPtr binary(algebra::ExpressionPtr left, algebra::BinaryOperator op,
                              algebra::ExpressionPtr right) {
  return algebra::make_expression(algebra::BinaryExpression{op, std::move(left), std::move(right)});
}

algebra::ExpressionPtr call(std::string_view name,
                            const std::vector<algebra::ExpressionPtr>& arguments) {
  return algebra::make_expression(algebra::BuiltInCall{std::string(name), arguments});
}

void AlgebraTest::load(const std::vector<std::string>& quads) {
  for (const std::string& text : quads) {
    const std::vector<std::string> parts = words(text);
    rdf::Quad quad{term(parts[0]), term(parts[1]), term(parts[2]), std::nullopt};
    if (parts.size() > 3) quad.graph = term(parts[3]);
    source_.insert(quad);
  }
}

std::vector<std::string> AlgebraTest::sequence(const algebra::PatternPtr& pattern) const {
  request::Limits limits(options_);
  functions::Context functions;
  request::ServiceCalls services(options_, {}, limits);
  Evaluation evaluation(source_, request::describe_dataset(dataset_, options_), limits, functions,
                        services);
  std::vector<std::string> found;
  for (const Solution& solution : evaluate(*pattern, evaluation, ActiveGraph{})) {
    std::vector<std::string> bindings;
    for (Slot slot = 0; slot < solution.width(); ++slot)
      if (const TermPtr& bound = solution.get(slot))
        bindings.push_back(evaluation.variables()[slot].name + "=" + to_text(bound->term));
    std::sort(bindings.begin(), bindings.end());
    std::string line;
    for (const std::string& binding : bindings) line += (line.empty() ? "" : " ") + binding;
    found.push_back(line);
  }
  return found;
}

std::vector<std::string> AlgebraTest::solutions(const algebra::PatternPtr& pattern) const {
  std::vector<std::string> found = sequence(pattern);
  std::sort(found.begin(), found.end());
  return found;
}

std::string AlgebraTest::value_of(const algebra::ExpressionPtr& expression) const {
  const std::vector<std::string> found = sequence(extend(bgp({}), "value", expression));
  return found.at(0).empty() ? "error" : found.at(0).substr(std::string("value=").size());
}

}  // namespace prosper::sparql::reference
