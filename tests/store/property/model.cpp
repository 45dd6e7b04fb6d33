// SPDX-License-Identifier: Apache-2.0
#include "tests/store/property/model.hpp"

#include <algorithm>
#include <array>

namespace prosper::tests {
namespace {

using store::GraphScope;

std::string text_of(const rdf::Quad& quad) {
  std::string text = rdf::to_ntriples(quad.subject) + " " + rdf::to_ntriples(quad.predicate) + " " +
                     rdf::to_ntriples(quad.object).substr(0, 200);
  if (quad.graph) text += " " + rdf::to_ntriples(*quad.graph);
  return text;
}

std::string text_of(const Question& question) {
  const auto part = [](const std::optional<rdf::Term>& term) {
    return term ? rdf::to_ntriples(*term).substr(0, 200) : std::string("?");
  };
  const char* scopes[] = {"all", "named", "one"};
  return part(question.subject) + " " + part(question.predicate) + " " + part(question.object) +
         " in " + scopes[static_cast<int>(question.scope)] + " " +
         (question.graph ? rdf::to_ntriples(*question.graph) : "");
}

rdf::Quad quad_of(const store::QuadSource& source, const store::QuadBatch& batch, std::size_t row) {
  rdf::Quad quad{source.term(batch.subject[row]), source.term(batch.predicate[row]),
                 source.term(batch.object[row]), std::nullopt};
  if (batch.graph[row] != store::default_graph) quad.graph = source.term(batch.graph[row]);
  return quad;
}

store::QuadIds ids_of(const store::QuadBatch& batch, std::size_t row) {
  return {batch.subject[row], batch.predicate[row], batch.object[row], batch.graph[row]};
}

std::set<rdf::Quad> read_rows(const store::QuadSource& source, const store::QuadPattern& pattern,
                              const std::string& what) {
  std::set<rdf::Quad> found;
  const auto cursor = source.scan(pattern);
  store::QuadBatch batch;
  while (cursor->next(batch)) {
    expect(batch.size() > 0 && batch.size() <= store::QuadCursor::batch_rows,
           "a batch of " + std::to_string(batch.size()) + " rows for " + what);
    for (std::size_t row = 0; row < batch.size(); ++row) {
      expect(found.insert(quad_of(source, batch, row)).second, "a row came twice for " + what);
    }
  }
  expect(batch.size() == 0, "rows after the end for " + what);
  return found;
}

void compare_sets(const std::set<rdf::Quad>& found, const std::set<rdf::Quad>& expected,
                  const std::string& what) {
  for (const rdf::Quad& quad : expected) {
    expect(found.contains(quad), "missing for " + what + ": " + text_of(quad));
  }
  for (const rdf::Quad& quad : found) {
    expect(expected.contains(quad), "too many for " + what + ": " + text_of(quad));
  }
}

}  // namespace

std::set<rdf::Quad> StoreModel::matching(const Question& question) const {
  std::set<rdf::Quad> found;
  for (const rdf::Quad& quad : quads) {
    if (question.subject && quad.subject != *question.subject) continue;
    if (question.predicate && quad.predicate != *question.predicate) continue;
    if (question.object && quad.object != *question.object) continue;
    if (question.scope == GraphScope::Kind::Named && !quad.graph) continue;
    if (question.scope == GraphScope::Kind::One && quad.graph != question.graph) continue;
    found.insert(quad);
  }
  return found;
}

std::set<rdf::Term> StoreModel::graphs() const {
  std::set<rdf::Term> names;
  for (const rdf::Quad& quad : quads) {
    if (quad.graph) names.insert(*quad.graph);
  }
  return names;
}

std::set<rdf::Term> StoreModel::terms() const {
  std::set<rdf::Term> all = graphs();
  for (const rdf::Quad& quad : quads) all.insert({quad.subject, quad.predicate, quad.object});
  return all;
}

store::GraphChange StoreModel::replace_graph(const rdf::Iri& graph,
                                             const std::vector<rdf::Triple>& triples) {
  std::set<rdf::Quad> wanted;
  for (const rdf::Triple& triple : triples) {
    wanted.insert({triple.subject, triple.predicate, triple.object, graph});
  }
  store::GraphChange change;
  for (const rdf::Quad& quad :
       matching({{}, {}, {}, GraphScope::Kind::One, std::optional<rdf::Term>(graph)})) {
    if (!wanted.contains(quad)) change.removed += quads.erase(quad);
  }
  for (const rdf::Quad& quad : wanted) change.added += quads.insert(quad).second ? 1 : 0;
  return change;
}

std::uint64_t StoreModel::clear(const Question& question) {
  const auto gone = matching(question);
  for (const rdf::Quad& quad : gone) quads.erase(quad);
  if (question.scope != GraphScope::Kind::One) {
    import_states.clear();
  } else if (question.graph && rdf::is_iri(*question.graph)) {
    import_states.erase(std::get<rdf::Iri>(*question.graph).value);
  }
  return gone.size();
}

std::optional<store::QuadPattern> pattern_of(const Question& question,
                                             const store::QuadSource& source) {
  store::QuadPattern pattern;
  pattern.graph.kind = question.scope;
  bool is_known = true;
  const auto bind = [&](const std::optional<rdf::Term>& term, std::optional<store::TermId>& id) {
    if (!term) return;
    id = source.find(*term);
    is_known = is_known && id;
  };
  bind(question.subject, pattern.subject);
  bind(question.predicate, pattern.predicate);
  bind(question.object, pattern.object);
  std::optional<store::TermId> graph = store::default_graph;
  if (question.scope == GraphScope::Kind::One) bind(question.graph, graph);
  if (!is_known) return std::nullopt;
  pattern.graph.graph = *graph;
  return pattern;
}

namespace {

/// The ids of one column of a scan that asks for no other.
std::multiset<store::TermId> read_column(const store::QuadSource& source,
                                         store::QuadPattern pattern, store::QuadPosition position) {
  pattern.wanted = position;
  std::multiset<store::TermId> ids;
  const auto cursor = source.scan(pattern);
  for (store::QuadBatch batch; cursor->next(batch);) {
    const auto& column = position == store::subject_position     ? batch.subject
                         : position == store::predicate_position ? batch.predicate
                         : position == store::object_position    ? batch.object
                                                                 : batch.graph;
    ids.insert(column.begin(), column.end());
  }
  return ids;
}

void compare_columns(const store::QuadSource& source, const store::QuadPattern& pattern,
                     const std::set<rdf::Quad>& expected, const std::string& what) {
  std::multiset<store::TermId> objects;
  std::multiset<store::TermId> graphs;
  for (const rdf::Quad& quad : expected) {
    objects.insert(*source.find(quad.object));
    graphs.insert(quad.graph ? *source.find(*quad.graph) : store::default_graph);
  }
  expect(read_column(source, pattern, store::object_position) == objects, "objects of " + what);
  expect(read_column(source, pattern, store::graph_position) == graphs, "graphs of " + what);
}

/// The positions of a row in the sequence of an order, the graph last.
std::array<store::TermId, 4> in_order(const store::QuadBatch& batch, std::size_t row,
                                      store::ScanOrder order) {
  const store::TermId s = batch.subject[row];
  const store::TermId p = batch.predicate[row];
  const store::TermId o = batch.object[row];
  const store::TermId g = batch.graph[row];
  switch (order) {
    case store::ScanOrder::Spo:
      return {s, p, o, g};
    case store::ScanOrder::Sop:
      return {s, o, p, g};
    case store::ScanOrder::Pso:
      return {p, s, o, g};
    case store::ScanOrder::Pos:
      return {p, o, s, g};
    case store::ScanOrder::Osp:
      return {o, s, p, g};
    case store::ScanOrder::Ops:
      return {o, p, s, g};
  }
  return {};
}

/// One of the orders, another one each time the number of rows is another.
void compare_order(const store::QuadSource& source, const store::QuadPattern& pattern,
                   std::uint64_t rows, const std::string& what) {
  const auto order = static_cast<store::ScanOrder>(rows % 6);
  std::set<store::QuadIds> unordered;
  store::QuadBatch batch;
  const auto plain = source.scan(pattern);
  while (plain->next(batch)) {
    for (std::size_t row = 0; row < batch.size(); ++row) unordered.insert(ids_of(batch, row));
  }
  std::set<store::QuadIds> found;
  std::optional<std::array<store::TermId, 4>> before;
  const auto cursor = source.scan_in_order(pattern, order);
  while (cursor->next(batch)) {
    for (std::size_t row = 0; row < batch.size(); ++row) {
      auto now = in_order(batch, row, order);
      expect(found.insert(ids_of(batch, row)).second, "in order, twice: " + what);
      // Rows of one triple come together; their graphs in any sequence.
      now[3] = store::default_graph;
      expect(!before || *before <= now, "out of order: " + what);
      before = now;
    }
  }
  expect(found == unordered, "other rows in order: " + what);
}

void compare_counts(const store::QuadSource& source, const store::QuadPattern& pattern,
                    const std::set<rdf::Quad>& expected, const std::string& what) {
  const auto count = source.count(pattern);
  if (!count) return;
  std::set<rdf::Triple> triples;
  for (const rdf::Quad& quad : expected) triples.insert(rdf::triple_of(quad));
  expect(count->quads == expected.size(), "count of quads for " + what);
  expect(count->triples == triples.size(), "count of triples for " + what);
}

}  // namespace

void compare_answer(const store::QuadSource& source, const StoreModel& model,
                    const Question& question) {
  const std::string what = text_of(question);
  const auto expected = model.matching(question);
  const auto pattern = pattern_of(question, source);
  if (!pattern) return expect(expected.empty(), "a term is unknown in " + what);
  compare_sets(read_rows(source, *pattern, what), expected, what);
  compare_columns(source, *pattern, expected, what);
  compare_order(source, *pattern, expected.size(), what);
  compare_counts(source, *pattern, expected, what);
  const std::uint64_t estimate = source.estimate(*pattern);
  // Exact where a prefix of an order has the count (design: block headers); else an upper bound.
  if (question.scope == GraphScope::Kind::All) {
    expect(estimate == expected.size(), "estimate " + std::to_string(estimate) + " of " +
                                            std::to_string(expected.size()) + " for " + what);
  }
}

void compare_restart(const store::QuadSource& source, const StoreModel& model,
                     const Question& first, const Question& second) {
  const auto from = pattern_of(first, source);
  const auto to = pattern_of(second, source);
  if (!from || !to) return;
  const std::string what = text_of(second) + " after " + text_of(first);
  const auto cursor = source.scan(*from);
  store::QuadBatch batch;
  cursor->next(batch);
  if (!cursor->restart(*to)) return;
  std::set<rdf::Quad> found;
  while (cursor->next(batch)) {
    for (std::size_t row = 0; row < batch.size(); ++row) {
      expect(found.insert(quad_of(source, batch, row)).second, "a row came twice for " + what);
    }
  }
  compare_sets(found, model.matching(second), what);
}

void compare_graphs(const store::QuadSource& source, const StoreModel& model) {
  std::set<rdf::Term> found;
  store::TermId after = store::default_graph;
  // In steps of different length, so that every place to continue from comes up.
  for (std::size_t limit = 1;; limit = limit % 3 + 1) {
    const auto names = source.graphs(after, limit);
    expect(names.size() <= limit, "more graphs than asked for");
    for (const store::TermId id : names) {
      expect(found.empty() || after < id, "graphs out of order");
      found.insert(source.term(id));
      after = id;
    }
    if (names.size() < limit) break;
  }
  expect(found == model.graphs(), "other graphs than expected");
}

void compare_terms(const store::QuadSource& source, const StoreModel& model) {
  for (const rdf::Term& term : model.terms()) {
    const auto id = source.find(term);
    expect(id.has_value(), "not found: " + rdf::to_ntriples(term).substr(0, 200));
    expect(source.term(*id) == term, "another term: " + rdf::to_ntriples(term).substr(0, 200));
  }
}

void compare_state(const store::Snapshot& snapshot, const StoreModel& model,
                   const std::vector<std::string>& keys) {
  compare_answer(snapshot, model, {});
  expect(snapshot.quad_count() == model.quads.size(), "the number of quads is wrong");
  compare_graphs(snapshot, model);
  compare_terms(snapshot, model);
  for (const std::string& key : keys) {
    const auto expected = model.import_states.find(key);
    const auto found = snapshot.import_state(key);
    const bool is_right =
        expected == model.import_states.end() ? !found : found == expected->second;
    expect(is_right, "import state of " + key + ": " + found.value_or("none"));
  }
}

void compare_reports(store::Store& store, const StoreModel& model) {
  const store::CheckReport report = store.check();
  expect(report.problems.empty(),
         report.problems.empty() ? "" : "check: " + report.problems.front());
  expect(report.quads == model.quads.size(), "check counts other quads");
  const store::StoreStatistics statistics = store.statistics();
  expect(statistics.quads == model.quads.size(), "statistics: quads");
  expect(statistics.named_graphs == model.graphs().size(), "statistics: named graphs");
  std::map<std::string, std::uint64_t> predicates;
  for (const rdf::Quad& quad : model.quads) ++predicates[std::get<rdf::Iri>(quad.predicate).value];
  const std::map<std::string, std::uint64_t> counted(statistics.predicates.begin(),
                                                     statistics.predicates.end());
  expect(counted == predicates, "statistics: predicates");
}

}  // namespace prosper::tests
