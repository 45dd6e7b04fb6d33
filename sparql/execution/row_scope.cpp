// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/row_scope.hpp"

#include "sparql/algebra/mentioned_variables.hpp"
#include "sparql/reference/substitute.hpp"

namespace prosper::sparql::execution {

namespace {

constexpr std::size_t maximum_memory = 100'000;

}  // namespace

std::size_t RowScope::place(const algebra::Variable& variable) {
  for (const auto& [known, place] : places_)
    if (known == &variable) return place;
  std::size_t found = no_column;
  for (std::size_t place = 0; place < node_.columns.size(); ++place)
    if (run_.variable(node_.columns[place].slot) == variable) found = place;
  places_.emplace_back(&variable, found);
  return found;
}

const rdf::Term* RowScope::value(const algebra::Variable& variable) {
  const store::TermId id = cell(*batch_, place(variable), row_);
  return id == unbound ? nullptr : &run_.term(id);
}

RowScope::ExistsMemo& RowScope::memo_of(const algebra::ExistsExpression& exists) {
  const auto [entry, is_new] = exists_.try_emplace(&exists);
  ExistsMemo& memo = entry->second;
  if (!is_new) return memo;
  memo.is_volatile = algebra::is_volatile(*exists.pattern);
  const algebra::Names names = algebra::mentioned_variables(*exists.pattern);
  for (std::size_t place = 0; place < node_.columns.size(); ++place) {
    if (!names.contains(run_.variable(node_.columns[place].slot).name)) continue;
    memo.slots.push_back(node_.columns[place].slot);
    memo.places.push_back(place);
  }
  return memo;
}

bool RowScope::exists(const algebra::ExistsExpression& exists) {
  ExistsMemo& memo = memo_of(exists);
  IdKey key;
  for (const std::size_t place : memo.places) key.push_back(cell(*batch_, place, row_));
  if (graph_.kind == optimizer::ActiveGraph::Kind::Column)
    key.push_back(cell(*batch_, place_of(graph_.column, node_), row_));
  if (memo.is_volatile) return ask(exists, memo, key);
  const auto known = memo.answers.find(key);
  if (known != memo.answers.end()) return known->second;
  const bool answer = ask(exists, memo, key);
  if (memo.answers.size() >= maximum_memory) memo.answers.clear();
  memo.answers.emplace(std::move(key), answer);
  return answer;
}

bool RowScope::ask(const algebra::ExistsExpression& exists, const ExistsMemo& memo,
                   const IdKey& key) {
  run_.limits().check();
  reference::Evaluation& evaluation = run_.reference();
  reference::Solution solution;
  for (std::size_t index = 0; index < memo.slots.size(); ++index) {
    if (key[index] == unbound) continue;
    const reference::Slot slot = evaluation.slot(run_.variable(memo.slots[index]));
    solution.bind(slot, LocalVocabulary::is_local(key[index])
                            ? reference::make_term(run_.term(key[index]))
                            : evaluation.dataset().term(key[index]));
  }
  reference::ActiveGraph graph;
  if (graph_.kind == optimizer::ActiveGraph::Kind::One) graph.name = graph_.graph;
  if (graph_.kind == optimizer::ActiveGraph::Kind::Column) graph.name = key.back();
  return reference::has_solution(exists.pattern, solution, evaluation, graph);
}

}  // namespace prosper::sparql::execution
