// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "store/ids/term_id.hpp"
#include "store/rdf/term.hpp"

namespace prosper::store {

/// Which graphs a pattern looks at.
struct GraphScope {
  enum class Kind : std::uint8_t {
    All,    ///< every graph, the default graph included (union default graph; may repeat a triple)
    Named,  ///< every named graph, the default graph excluded (GRAPH ?g)
    One,    ///< exactly `graph`, which may be default_graph
  };
  Kind kind = Kind::All;
  TermId graph = default_graph;

  static GraphScope all() { return {Kind::All, default_graph}; }

  static GraphScope named() { return {Kind::Named, default_graph}; }

  static GraphScope one(TermId graph) { return {Kind::One, graph}; }
};

/// Positions of a quad, to be or-ed.
enum QuadPosition : std::uint8_t {
  subject_position = 1,
  predicate_position = 2,
  object_position = 4,
  graph_position = 8,
  all_positions = 15,
};

/// Unset positions match anything.
struct QuadPattern {
  std::optional<TermId> subject;
  std::optional<TermId> predicate;
  std::optional<TermId> object;
  GraphScope graph;
  /// The positions that the caller reads (QuadPosition): a source may leave anything in the others.
  unsigned wanted = all_positions;
};

/// How many quads match a pattern, and how many triples they say, whatever the graph.
struct PatternCount {
  std::uint64_t quads = 0;
  std::uint64_t triples = 0;
};

/// Rows in columns, up to `QuadCursor::batch_rows` of them; all four columns have the same length.
struct QuadBatch {
  std::vector<TermId> subject;
  std::vector<TermId> predicate;
  std::vector<TermId> object;
  std::vector<TermId> graph;

  std::size_t size() const { return subject.size(); }

  void clear() {
    subject.clear();
    predicate.clear();
    object.clear();
    graph.clear();
  }

  void push_back(const QuadIds& row) {
    subject.push_back(row.subject);
    predicate.push_back(row.predicate);
    object.push_back(row.object);
    graph.push_back(row.graph);
  }
};

/// The rows of one scan. Must not outlive its QuadSource.
class QuadCursor {
 public:
  static constexpr std::size_t batch_rows = 1024;

  QuadCursor() = default;
  QuadCursor(const QuadCursor&) = delete;
  QuadCursor& operator=(const QuadCursor&) = delete;
  virtual ~QuadCursor() = default;

  /// Replaces `batch` with the next rows; false (and an empty batch) at the end.
  virtual bool next(QuadBatch& batch) = 0;

  /// Begins anew with a pattern that binds the same positions, in the same order: much faster than
  /// a new scan when its rows lie close behind. False, and nothing done, where the cursor cannot.
  virtual bool restart(const QuadPattern& /*pattern*/) { return false; }
};

/// Which positions of its rows a scan is sorted by, first to last; the graph comes last.
enum class ScanOrder : std::uint8_t { Spo, Sop, Pso, Pos, Osp, Ops };

/// A fixed set of quads the query engine can read: a store snapshot, a write transaction, or an
/// in-memory dataset. Reading is const; one instance serves one thread at a time unless the
/// implementation says more. Implementations: Store::Snapshot, Store::Transaction,
/// MemoryQuadSource.
class QuadSource {
 public:
  QuadSource() = default;
  QuadSource(const QuadSource&) = delete;
  QuadSource& operator=(const QuadSource&) = delete;
  virtual ~QuadSource() = default;

  /// The id of a term, or nothing when no quad can contain it. Inline values always have an id.
  virtual std::optional<TermId> find(const rdf::Term& term) const = 0;

  /// The term of an id this source handed out. The id must not be default_graph.
  virtual rdf::Term term(TermId id) const = 0;

  /// The strings in a language that equal `literal` but for the case of the tag, each as it is
  /// spelt here: all that quads contain, and perhaps some that no quad contains any more. In any
  /// order. `literal` must have a language.
  virtual std::vector<rdf::Term> spellings(const rdf::Literal& literal) const = 0;

  /// The terms of many ids, which come in ascending order, each once: sources that keep terms in
  /// blocks read each block once.
  virtual std::vector<rdf::Term> terms(std::span<const TermId> ascending) const;

  /// All quads that match, each once.
  virtual std::unique_ptr<QuadCursor> scan(const QuadPattern& pattern) const = 0;

  /// The same, sorted by the ids of the positions `order` names; rows of one triple come together.
  /// Here: collected and sorted in memory, for sources that keep no such order.
  virtual std::unique_ptr<QuadCursor> scan_in_order(const QuadPattern& pattern,
                                                    ScanOrder order) const;

  /// About how many rows `scan` would give; exact where cheap. For join ordering.
  virtual std::uint64_t estimate(const QuadPattern& pattern) const = 0;

  /// Exactly how many rows `scan` would give, where that is known without reading them.
  virtual std::optional<PatternCount> count(const QuadPattern& /*pattern*/) const {
    return std::nullopt;
  }

  /// The names of all graphs that hold a quad, in id order, default graph excluded, after `after`
  /// (exclusive; default_graph to start), at most `limit`.
  virtual std::vector<TermId> graphs(TermId after, std::size_t limit) const = 0;
};

}  // namespace prosper::store
