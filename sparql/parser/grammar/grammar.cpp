// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/grammar/grammar.hpp"

#include "sparql/parser/grammar/rules.hpp"

namespace prosper::sparql::grammar {
namespace {

template <typename Tree, typename Rule>
Tree parse(const SourceText& source, const Rule& rule) {
  Iterator first = source.text().data();
  const Iterator last = first + source.text().size();
  Failures failures(first);
  Tree tree;
  bool matches = false;
  try {
    matches = x3::phrase_parse(first, last, x3::with<FailuresTag>(failures)[rule], Blanks(), tree);
  } catch (const x3::expectation_failure<Iterator>&) {
    matches = false;
  }
  if (!matches) {
    throw source.error(failures.farthest(), failures.message(last, source.kind()));
  }
  return tree;
}

}  // namespace

syntax::Query parse_query_unit(const SourceText& source) {
  return parse<syntax::Query>(source, query_unit);
}

syntax::Update parse_update_unit(const SourceText& source) {
  return parse<syntax::Update>(source, update_unit);
}

}  // namespace prosper::sparql::grammar
