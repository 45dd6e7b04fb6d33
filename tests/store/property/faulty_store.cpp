// SPDX-License-Identifier: Apache-2.0
#include "tests/store/property/faulty_store.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

namespace prosper::tests {
namespace {

using store::BulkLoad;
using store::BulkOptions;
using store::BulkReport;
using store::CheckReport;
using store::GraphChange;
using store::GraphScope;
using store::PatternCount;
using store::QuadBatch;
using store::QuadCursor;
using store::QuadPattern;
using store::ScanOrder;
using store::Snapshot;
using store::Store;
using store::StoreStatistics;
using store::TermId;
using store::Transaction;

class FaultyCursor final : public QuadCursor {
 public:
  FaultyCursor(std::unique_ptr<QuadCursor> cursor, Fault fault)
      : cursor_(std::move(cursor)), fault_(fault) {}

  bool next(QuadBatch& batch) override {
    if (!cursor_->next(batch)) return false;
    if (fault_ == Fault::RepeatsARow && batch.size() < batch_rows) {
      batch.push_back({batch.subject[0], batch.predicate[0], batch.object[0], batch.graph[0]});
    }
    if (fault_ == Fault::DropsTheLastRow && batch.size() > 1) {
      for (auto* column : {&batch.subject, &batch.predicate, &batch.object, &batch.graph}) {
        column->pop_back();
      }
    }
    return true;
  }

 private:
  std::unique_ptr<QuadCursor> cursor_;
  Fault fault_;
};

/// How often something was done, over all stores: rare faults strike in short runs too.
struct Occasions {
  std::uint64_t inserts = 0;
  std::uint64_t removals = 0;
  std::uint64_t loaded = 0;
};

Occasions& occasions() {
  static Occasions instance;
  return instance;
}

/// What outlives a transaction of a faulty store.
struct Memory {
  std::map<std::string, std::string, std::less<>> import_states;
  std::map<std::string, rdf::Triple> replaced;
};

/// The reading half, for snapshots and transactions.
template <class Interface>
class FaultyReads : public Interface {
 public:
  FaultyReads(std::unique_ptr<Interface> inner, Fault fault, std::shared_ptr<Memory> memory)
      : inner_(std::move(inner)), fault_(fault), memory_(std::move(memory)) {}

  std::optional<TermId> find(const rdf::Term& term) const override {
    if (fault_ == Fault::LosesATerm && rdf::hash_value(term) % 37 == 5) return std::nullopt;
    return inner_->find(term);
  }

  std::vector<rdf::Term> spellings(const rdf::Literal& literal) const override {
    return inner_->spellings(literal);
  }

  rdf::Term term(TermId id) const override {
    rdf::Term found = inner_->term(id);
    if (auto* literal = std::get_if<rdf::Literal>(&found);
        literal != nullptr && fault_ == Fault::FoldsLanguageTags) {
      for (char& c : literal->language) c = static_cast<char>(std::tolower(c));
    }
    return found;
  }

  std::unique_ptr<QuadCursor> scan(const QuadPattern& pattern) const override {
    QuadPattern asked = pattern;
    if (fault_ == Fault::MixesGraphScopes && asked.graph.kind == GraphScope::Kind::Named) {
      asked.graph = GraphScope::all();
    }
    const bool is_by_object = pattern.object && !pattern.subject && !pattern.predicate;
    const bool applies =
        fault_ == Fault::RepeatsARow || (fault_ == Fault::DropsTheLastRow && is_by_object);
    auto cursor = inner_->scan(asked);
    if (!applies) return cursor;
    return std::make_unique<FaultyCursor>(std::move(cursor), fault_);
  }

  std::uint64_t estimate(const QuadPattern& pattern) const override {
    return inner_->estimate(pattern) + (fault_ == Fault::Miscounts && pattern.object ? 1 : 0);
  }

  std::unique_ptr<QuadCursor> scan_in_order(const QuadPattern& pattern,
                                            ScanOrder order) const override {
    const bool swaps = fault_ == Fault::SwapsTheOrder && order == ScanOrder::Sop;
    return inner_->scan_in_order(pattern, swaps ? ScanOrder::Spo : order);
  }

  std::optional<PatternCount> count(const QuadPattern& pattern) const override {
    auto counted = inner_->count(pattern);
    if (counted && fault_ == Fault::CountsRepeatedTriples) counted->triples = counted->quads;
    return counted;
  }

  std::vector<TermId> graphs(TermId after, std::size_t limit) const override {
    auto names = inner_->graphs(after, limit);
    if (fault_ == Fault::HidesAGraph && names.size() > 1) names.pop_back();
    return names;
  }

  std::uint64_t quad_count() const override { return inner_->quad_count(); }

  std::uint64_t commit_number() const override { return inner_->commit_number(); }

  std::optional<std::string> import_state(std::string_view key) const override {
    const auto state = inner_->import_state(key);
    if (fault_ != Fault::KeepsImportStates) return state;
    if (state) memory_->import_states.insert_or_assign(std::string(key), *state);
    const auto known = memory_->import_states.find(key);
    return known == memory_->import_states.end() ? state : known->second;
  }

 protected:
  std::unique_ptr<Interface> inner_;
  Fault fault_;
  std::shared_ptr<Memory> memory_;
};

class FaultyTransaction final : public FaultyReads<Transaction> {
 public:
  using FaultyReads::FaultyReads;

  FaultyTransaction(const FaultyTransaction&) = delete;
  FaultyTransaction& operator=(const FaultyTransaction&) = delete;

  ~FaultyTransaction() override {
    if (fault_ == Fault::CommitsWhenAborted && !is_committed_) inner_->commit();
  }

  bool insert(const rdf::Quad& quad) override {
    const bool forgets = fault_ == Fault::DropsAnInsert && ++occasions().inserts % 1000 == 0;
    if (!forgets) return inner_->insert(quad);
    const bool is_new = inner_->insert(quad);
    if (is_new) inner_->remove(quad);
    return is_new;
  }

  bool remove(const rdf::Quad& quad) override {
    const bool forgets = fault_ == Fault::ForgetsARemoval && ++occasions().removals % 200 == 0;
    const bool was_there = inner_->remove(quad);
    if (forgets && was_there) inner_->insert(quad);
    return was_there;
  }

  GraphChange replace_graph(const rdf::Iri& graph,
                            const std::vector<rdf::Triple>& triples) override {
    const GraphChange change = inner_->replace_graph(graph, triples);
    const auto before = memory_->replaced.find(graph.value);
    if (fault_ == Fault::KeepsOneOnReplacement && before != memory_->replaced.end()) {
      const rdf::Triple& triple = before->second;
      inner_->insert({triple.subject, triple.predicate, triple.object, graph});
    }
    if (!triples.empty()) memory_->replaced.insert_or_assign(graph.value, triples.front());
    return change;
  }

  std::uint64_t clear(const GraphScope& scope) override { return inner_->clear(scope); }

  void set_import_state(std::string_view key, std::string_view hash) override {
    inner_->set_import_state(key, hash);
  }

  void commit() override {
    inner_->commit();
    is_committed_ = true;
  }

 private:
  bool is_committed_ = false;
};

class FaultyFeed final : public rdf::AnyQuadSink {
 public:
  explicit FaultyFeed(rdf::AnyQuadSink& inner) : inner_(inner) {}

  void quad(const rdf::Quad& quad) override { view(rdf::to_view(quad)); }

  void view(const rdf::QuadView& quad) override {
    if (++occasions().loaded % 500 != 0) inner_.view(quad);
  }

 private:
  rdf::AnyQuadSink& inner_;
};

class FaultyBulkLoad final : public BulkLoad {
 public:
  explicit FaultyBulkLoad(std::unique_ptr<BulkLoad> inner) : inner_(std::move(inner)) {
    for (rdf::AnyQuadSink* feed : inner_->feeds()) {
      feeds_.push_back(std::make_unique<FaultyFeed>(*feed));
    }
  }

  std::vector<rdf::AnyQuadSink*> feeds() override {
    std::vector<rdf::AnyQuadSink*> feeds;
    for (const auto& feed : feeds_) feeds.push_back(feed.get());
    return feeds;
  }

  void set_import_state(std::string_view key, std::string_view hash) override {
    inner_->set_import_state(key, hash);
  }

  BulkReport commit() override { return inner_->commit(); }

 private:
  std::unique_ptr<BulkLoad> inner_;
  std::vector<std::unique_ptr<FaultyFeed>> feeds_;
};

class FaultyStore final : public Store {
 public:
  FaultyStore(std::unique_ptr<Store> inner, Fault fault)
      : inner_(std::move(inner)), fault_(fault) {}

  std::unique_ptr<Snapshot> snapshot() override {
    auto snapshot = inner_->snapshot();
    if (fault_ == Fault::ShowsAnOldState) {
      std::swap(snapshot, before_);
      if (!snapshot) snapshot = inner_->snapshot();
    }
    return std::make_unique<FaultyReads<Snapshot>>(std::move(snapshot), fault_, memory_);
  }

  std::unique_ptr<Transaction> begin() override {
    return std::make_unique<FaultyTransaction>(inner_->begin(), fault_, memory_);
  }

  std::unique_ptr<BulkLoad> begin_bulk(const BulkOptions& options) override {
    auto load = inner_->begin_bulk(options);
    if (fault_ != Fault::LoadsTooLittle) return load;
    return std::make_unique<FaultyBulkLoad>(std::move(load));
  }

  const std::string& public_base() const override { return inner_->public_base(); }

  StoreStatistics statistics() override { return inner_->statistics(); }

  CheckReport check() override { return inner_->check(); }

 private:
  std::unique_ptr<Store> inner_;
  Fault fault_;
  std::unique_ptr<Snapshot> before_;
  /// Snapshots may live longer than the store that gave them.
  std::shared_ptr<Memory> memory_ = std::make_shared<Memory>();
};

}  // namespace

std::unique_ptr<store::Store> make_faulty(std::unique_ptr<store::Store> store, Fault fault) {
  return std::make_unique<FaultyStore>(std::move(store), fault);
}

}  // namespace prosper::tests
