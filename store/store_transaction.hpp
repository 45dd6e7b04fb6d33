// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/unordered/unordered_flat_set.hpp>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "store/dictionary/dictionary_writer.hpp"
#include "store/generation.hpp"
#include "store/quad_reader.hpp"
#include "store/quad_writer.hpp"
#include "store/store.hpp"
#include "store/writer_lock.hpp"

namespace prosper::store {

/// The writer: changes wait in memory and are written, sorted, before a read that must see them, at
/// commit, or when there are many. Stays on the thread that began it.
class StoreTransaction final : public Transaction {
 public:
  StoreTransaction(WriterLock lock, std::shared_ptr<Generation> generation,
                   const std::string& public_base);

  std::optional<TermId> find(const rdf::Term& term) const override;
  std::vector<rdf::Term> spellings(const rdf::Literal& literal) const override;
  rdf::Term term(TermId id) const override;
  std::unique_ptr<QuadCursor> scan(const QuadPattern& pattern) const override;
  std::unique_ptr<QuadCursor> scan_in_order(const QuadPattern& pattern,
                                            ScanOrder order) const override;
  std::uint64_t estimate(const QuadPattern& pattern) const override;
  std::optional<PatternCount> count(const QuadPattern& pattern) const override;
  std::vector<TermId> graphs(TermId after, std::size_t limit) const override;
  std::uint64_t quad_count() const override;
  std::uint64_t commit_number() const override;
  std::optional<std::string> import_state(std::string_view key) const override;

  bool insert(const rdf::Quad& quad) override;
  bool remove(const rdf::Quad& quad) override;
  GraphChange replace_graph(const rdf::Iri& graph,
                            const std::vector<rdf::Triple>& triples) override;
  std::uint64_t clear(const GraphScope& scope) override;
  void set_import_state(std::string_view key, std::string_view hash) override;
  void commit() override;

 private:
  TermId intern(const rdf::Term& term);
  std::optional<TermId> find_term(const rdf::Term& term) const;
  std::optional<QuadIds> find_quad(const rdf::Quad& quad) const;
  bool is_new(const QuadIds& quad) const;
  void note_removed(const QuadIds& quad);
  void require_usable() const;
  void flush() const;
  /// Only when what waits could match.
  void flush_for(const QuadPattern& pattern) const;
  void flush_when_large();
  void forget_unused_terms();
  std::uint64_t clear_all();
  void forget_import_states(const GraphScope& scope);
  std::vector<QuadIds> written_quads(TermId graph) const;
  /// Sorted, each once.
  std::vector<QuadIds> intern_graph(const rdf::Iri& graph, const std::vector<rdf::Triple>& triples);

  /// Runs `action` with storage errors translated; a failed change makes the transaction useless.
  template <class Action>
  decltype(auto) changing(Action&& action);

  std::optional<WriterLock> lock_;
  std::shared_ptr<Generation> generation_;
  std::string public_base_;
  // Reads flush first, so what they touch is mutable.
  mutable lmdb::WriteTransaction transaction_;
  QuadReader reader_;
  State state_;
  mutable DictionaryWriter dictionary_;
  mutable QuadWriter quads_;
  /// Graphs with quads waiting in `quads_`.
  mutable std::unordered_set<TermId> touched_graphs_;
  /// Terms that lost a quad: those without any left go at commit.
  boost::unordered_flat_set<TermId, std::hash<TermId>> doubtful_terms_;
  bool all_terms_doubtful_ = false;
  /// Beside the quads that wait.
  mutable bool has_changes_ = false;
  mutable bool has_failed_ = false;
  bool is_committed_ = false;
};

}  // namespace prosper::store
