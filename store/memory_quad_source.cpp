// SPDX-License-Identifier: Apache-2.0
#include "store/memory_quad_source.hpp"

#include <array>
#include <set>
#include <unordered_map>
#include <utility>

#include "store/rdf/assert.hpp"
#include "store/rdf/language_tag.hpp"

namespace prosper::store {
namespace {

using Row = std::array<TermId, 4>;

/// Which quad position stands at each place of a row: 0 subject, 1 predicate, 2 object, 3 graph.
using Order = std::array<std::size_t, 4>;

constexpr std::array<Order, 4> orders = {{{0, 1, 2, 3}, {1, 2, 0, 3}, {2, 0, 1, 3}, {3, 0, 1, 2}}};
constexpr std::size_t graph_order = 3;

Row to_row(const QuadIds& quad, const Order& order) {
  const Row positions = {quad.subject, quad.predicate, quad.object, quad.graph};
  Row row;
  for (std::size_t place = 0; place < 4; ++place) row[place] = positions[order[place]];
  return row;
}

QuadIds to_quad(const Row& row, const Order& order) {
  Row positions;
  for (std::size_t place = 0; place < 4; ++place) positions[order[place]] = row[place];
  return {positions[0], positions[1], positions[2], positions[3]};
}

std::array<std::optional<TermId>, 4> bound_positions(const QuadPattern& pattern) {
  std::optional<TermId> graph;
  if (pattern.graph.kind == GraphScope::Kind::One) graph = pattern.graph.graph;
  return {pattern.subject, pattern.predicate, pattern.object, graph};
}

bool matches(const QuadPattern& pattern, const QuadIds& quad) {
  const auto bound = bound_positions(pattern);
  const Row positions = {quad.subject, quad.predicate, quad.object, quad.graph};
  for (std::size_t i = 0; i < 4; ++i) {
    if (bound[i] && *bound[i] != positions[i]) return false;
  }
  return pattern.graph.kind != GraphScope::Kind::Named || quad.graph != default_graph;
}

std::size_t bound_prefix(const QuadPattern& pattern, const Order& order) {
  const auto bound = bound_positions(pattern);
  std::size_t length = 0;
  while (length < 4 && bound[order[length]]) ++length;
  return length;
}

/// The order in which the pattern's bound positions come first.
std::size_t choose_order(const QuadPattern& pattern) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < orders.size(); ++i) {
    if (bound_prefix(pattern, orders[i]) > bound_prefix(pattern, orders[best])) best = i;
  }
  return best;
}

class MemoryCursor final : public QuadCursor {
 public:
  MemoryCursor(const std::set<Row>& rows, const Order& order, const QuadPattern& pattern)
      : rows_(rows), order_(order), pattern_(pattern), prefix_(bound_prefix(pattern, order)) {
    const auto bound = bound_positions(pattern);
    for (std::size_t place = 0; place < prefix_; ++place) start_[place] = *bound[order[place]];
    row_ = rows.lower_bound(start_);
  }

  bool next(QuadBatch& batch) override {
    batch.clear();
    for (; batch.size() < batch_rows && in_range(); ++row_) {
      const QuadIds quad = to_quad(*row_, order_);
      if (matches(pattern_, quad)) batch.push_back(quad);
    }
    return batch.size() > 0;
  }

 private:
  bool in_range() const {
    if (row_ == rows_.end()) return false;
    for (std::size_t place = 0; place < prefix_; ++place) {
      if ((*row_)[place] != start_[place]) return false;
    }
    return true;
  }

  const std::set<Row>& rows_;
  const Order& order_;
  QuadPattern pattern_;
  std::size_t prefix_;
  Row start_{};
  std::set<Row>::const_iterator row_;
};

bool has_language(const rdf::Term& term) {
  const auto* literal = std::get_if<rdf::Literal>(&term);
  return literal != nullptr && !literal->language.empty();
}

rdf::Term folded(const rdf::Literal& literal) {
  return rdf::make_language_string(literal.lexical_form, rdf::fold_language(literal.language));
}

}  // namespace

struct MemoryQuadSource::State {
  std::unordered_map<rdf::Term, TermId, rdf::TermHash> ids;
  std::vector<rdf::Term> terms;
  /// Strings by themselves with the language folded.
  std::unordered_map<rdf::Term, std::vector<rdf::Term>, rdf::TermHash> spellings;
  std::array<std::set<Row>, orders.size()> rows;

  TermId intern(const rdf::Term& term) {
    const auto [entry, added] = ids.try_emplace(term, TermId{terms.size() + 1});
    if (!added) return entry->second;
    terms.push_back(term);
    if (has_language(term)) spellings[folded(std::get<rdf::Literal>(term))].push_back(term);
    return entry->second;
  }

  std::optional<TermId> find(const rdf::Term& term) const {
    const auto entry = ids.find(term);
    if (entry == ids.end()) return std::nullopt;
    return entry->second;
  }
};

MemoryQuadSource::MemoryQuadSource() : state_(std::make_unique<State>()) {}

MemoryQuadSource::~MemoryQuadSource() = default;

bool MemoryQuadSource::insert(const rdf::Quad& quad) {
  QuadIds ids{state_->intern(quad.subject), state_->intern(quad.predicate),
              state_->intern(quad.object), default_graph};
  if (quad.graph) ids.graph = state_->intern(*quad.graph);
  bool added = false;
  for (std::size_t i = 0; i < orders.size(); ++i) {
    added = state_->rows[i].insert(to_row(ids, orders[i])).second;
  }
  return added;
}

bool MemoryQuadSource::remove(const rdf::Quad& quad) {
  const auto subject = state_->find(quad.subject);
  const auto predicate = state_->find(quad.predicate);
  const auto object = state_->find(quad.object);
  const auto graph = quad.graph ? state_->find(*quad.graph) : std::optional(default_graph);
  if (!subject || !predicate || !object || !graph) return false;
  const QuadIds ids{*subject, *predicate, *object, *graph};
  bool removed = false;
  for (std::size_t i = 0; i < orders.size(); ++i) {
    removed = state_->rows[i].erase(to_row(ids, orders[i])) > 0;
  }
  return removed;
}

std::size_t MemoryQuadSource::size() const {
  return state_->rows[0].size();
}

std::optional<TermId> MemoryQuadSource::find(const rdf::Term& term) const {
  return state_->find(term);
}

std::vector<rdf::Term> MemoryQuadSource::spellings(const rdf::Literal& literal) const {
  const auto entry = state_->spellings.find(folded(literal));
  return entry == state_->spellings.end() ? std::vector<rdf::Term>() : entry->second;
}

rdf::Term MemoryQuadSource::term(TermId id) const {
  PROSPER_ASSERT(id.bits >= 1 && id.bits <= state_->terms.size());
  return state_->terms[id.bits - 1];
}

std::unique_ptr<QuadCursor> MemoryQuadSource::scan(const QuadPattern& pattern) const {
  const std::size_t best = choose_order(pattern);
  return std::make_unique<MemoryCursor>(state_->rows[best], orders[best], pattern);
}

std::uint64_t MemoryQuadSource::estimate(const QuadPattern& pattern) const {
  const auto cursor = scan(pattern);
  std::uint64_t rows = 0;
  QuadBatch batch;
  while (cursor->next(batch)) rows += batch.size();
  return rows;
}

std::vector<TermId> MemoryQuadSource::graphs(TermId after, std::size_t limit) const {
  const std::set<Row>& rows = state_->rows[graph_order];
  std::vector<TermId> names;
  auto row = rows.lower_bound({TermId{after.bits + 1}});
  while (row != rows.end() && names.size() < limit) {
    names.push_back(row->front());
    row = rows.lower_bound({TermId{row->front().bits + 1}});
  }
  return names;
}

}  // namespace prosper::store
