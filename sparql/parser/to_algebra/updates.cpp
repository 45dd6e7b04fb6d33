// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/to_algebra/fold.hpp"
#include "sparql/parser/to_algebra/to_algebra.hpp"
#include "sparql/parser/to_algebra/translator.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::sparql {

using algebra::make_pattern;
using algebra::PatternPtr;
using algebra::TriplePattern;
using Kind = syntax::Operation::Kind;

namespace {

// Notes 7 to 9 of §19.8.
constexpr TripleRules insert_data_rules{"INSERT DATA", TripleRules::BlankNodes::Terms, false,
                                        false};
constexpr TripleRules delete_data_rules{"DELETE DATA", TripleRules::BlankNodes::Refused, false,
                                        false};
constexpr TripleRules delete_where_rules{"DELETE WHERE", TripleRules::BlankNodes::Refused, true,
                                         false};
constexpr TripleRules delete_rules{"a DELETE template", TripleRules::BlankNodes::Refused, true,
                                   false};
constexpr TripleRules insert_rules{"an INSERT template", TripleRules::BlankNodes::Terms, true,
                                   false};

algebra::Transfer::Kind transfer_kind(Kind kind) {
  if (kind == Kind::Copy) return algebra::Transfer::Kind::Copy;
  return kind == Kind::Move ? algebra::Transfer::Kind::Move : algebra::Transfer::Kind::Add;
}

}  // namespace

algebra::Update to_algebra(const syntax::Update& update, const SourceText& source,
                           const std::string& base_iri) {
  return Translator(source, base_iri).update(update);
}

algebra::Update Translator::update(const syntax::Update& update) {
  algebra::Update result;
  for (const syntax::UpdateStep& step : update) {
    if (const auto* const declaration = std::get_if<syntax::Declaration>(&step)) {
      names_.declare(*declaration);
    } else {
      begin_operation();
      result.operations.push_back(operation(std::get<syntax::Operation>(step)));
    }
  }
  result.base_iri = names_.base_iri();
  return result;
}

algebra::UpdateOperation Translator::operation(const syntax::Operation& operation) {
  switch (operation.kind) {
    case Kind::InsertData:
      return algebra::InsertData{quads(operation.insert, insert_data_rules)};
    case Kind::DeleteData:
      return algebra::DeleteData{quads(operation.remove, delete_data_rules)};
    case Kind::DeleteWhere:
    case Kind::Modify:
      return modify(operation);
    default:
      return graph_management(operation);
  }
}

algebra::UpdateOperation Translator::graph_management(const syntax::Operation& operation) const {
  const auto iri = [this](const syntax::GraphReference& reference) -> std::optional<rdf::Iri> {
    if (reference.kind != syntax::GraphReference::Kind::One) return std::nullopt;
    return names_.iri(reference.iri);
  };
  const auto target = [&](const syntax::GraphReference& reference) {
    algebra::GraphTarget result;
    switch (reference.kind) {
      case syntax::GraphReference::Kind::Default:
        result.kind = algebra::GraphTarget::Kind::Default;
        break;
      case syntax::GraphReference::Kind::Named:
        result.kind = algebra::GraphTarget::Kind::Named;
        break;
      case syntax::GraphReference::Kind::All:
        result.kind = algebra::GraphTarget::Kind::All;
        break;
      case syntax::GraphReference::Kind::One:
        result.kind = algebra::GraphTarget::Kind::One;
        result.graph = names_.iri(reference.iri);
        break;
    }
    return result;
  };
  switch (operation.kind) {
    case Kind::Load:
      return algebra::Load{*iri(operation.source), iri(operation.target), operation.silent};
    case Kind::Clear:
      return algebra::Clear{target(operation.source), operation.silent};
    case Kind::Drop:
      return algebra::Drop{target(operation.source), operation.silent};
    case Kind::Create:
      return algebra::Create{*iri(operation.source), operation.silent};
    default:
      return algebra::Transfer{transfer_kind(operation.kind), iri(operation.source),
                               iri(operation.target), operation.silent};
  }
}

algebra::Modify Translator::modify(const syntax::Operation& operation) {
  algebra::Modify modify;
  if (operation.kind == Kind::DeleteWhere) {
    modify.remove = quads(operation.remove, delete_where_rules);
    modify.pattern = quads_as_pattern(operation.remove);
    return modify;
  }
  if (operation.with.is_given()) modify.with = names_.iri(operation.with);
  modify.remove = quads(operation.remove, delete_rules);
  modify.insert = quads(operation.insert, insert_rules);
  modify.using_dataset = dataset(operation.using_clauses);
  modify.pattern = group(operation.where);
  return modify;
}

std::vector<algebra::QuadPatternTemplate> Translator::quads(const syntax::Quads& quads,
                                                            const TripleRules& rules) {
  std::vector<algebra::QuadPatternTemplate> result;
  for (const syntax::QuadsPart& part : quads) {
    std::optional<algebra::TermOrVariable> graph;
    if (part.graph.token.is_given()) graph = position(part.graph, rules);
    std::vector<TripleOrPath> items;
    for (const syntax::Triples& same_subject : part.triples) triples(same_subject, rules, items);
    for (TripleOrPath& item : items) {
      result.push_back({std::get<TriplePattern>(std::move(item)), graph});
    }
  }
  return result;
}

PatternPtr Translator::quads_as_pattern(const syntax::Quads& quads) {
  std::vector<PatternPtr> parts = {make_pattern(algebra::BasicGraphPattern{})};
  for (const syntax::QuadsPart& part : quads) {
    std::vector<TripleOrPath> items;
    for (const auto& same_subject : part.triples) triples(same_subject, delete_where_rules, items);
    algebra::BasicGraphPattern pattern;
    for (TripleOrPath& item : items) {
      pattern.triples.push_back(std::get<TriplePattern>(std::move(item)));
    }
    PatternPtr triples = make_pattern(std::move(pattern));
    if (part.graph.token.is_given()) {
      triples = make_pattern(
          algebra::Graph{position(part.graph, delete_where_rules), std::move(triples)});
    }
    parts.push_back(std::move(triples));
  }
  return fold_associative<PatternPtr>(
      parts, [](const PatternPtr& left, const PatternPtr& right) { return join(left, right); });
}

}  // namespace prosper::sparql
