// SPDX-License-Identifier: Apache-2.0
#include "tests/store/property/random_operations.hpp"

#include <list>
#include <string>
#include <vector>

#include "store/store_compaction.hpp"
#include "tests/store/property/model.hpp"
#include "tests/store/property/random_terms.hpp"
#include "tests/store/test_quads.hpp"

namespace prosper::tests {
namespace {

using store::GraphScope;

/// A state that somebody still reads.
struct Held {
  std::unique_ptr<store::Snapshot> snapshot;
  StoreModel model;
};

class RandomOperations {
 public:
  RandomOperations(std::filesystem::path directory, std::uint64_t seed, const OpenStore& open)
      : directory_(std::move(directory)),
        open_(open),
        // Now and then a larger world, whose rows fill many pages.
        is_large_(seed % 25 == 24),
        random_(seed, is_large_ ? 60 : 4),
        store_(open_(directory_)) {}

  void run() {
    const unsigned rounds = is_large_ ? 3 : 6;
    for (unsigned round = 0; round < rounds; ++round) {
      if (random_.one_in(5)) run_bulk_load();
      run_transaction();
      if (random_.one_in(4)) reopen();
      if (random_.one_in(6)) store::compact(directory_, writing());
      verify_held();
    }
  }

 private:
  void run_transaction() {
    const std::uint64_t commits_before = store_->snapshot()->commit_number();
    const auto transaction = store_->begin();
    StoreModel model = committed_;
    const unsigned most = is_large_ ? 2000 : 60;
    for (unsigned i = 1 + random_.below(most); i > 0; --i) change(*transaction, model);
    if (random_.one_in(3)) ask(*transaction, model);
    compare_state(*store_->snapshot(), committed_, keys_);
    if (random_.one_in(5)) return;
    const bool changes =
        model.quads != committed_.quads || model.import_states != committed_.import_states;
    transaction->commit();
    committed_ = std::move(model);
    const auto snapshot = store_->snapshot();
    expect(!changes || snapshot->commit_number() > commits_before, "the commit number stood still");
    verify_committed(*snapshot);
    if (random_.one_in(3)) held_.push_back({store_->snapshot(), committed_});
  }

  void run_bulk_load() {
    StoreModel model = committed_;
    store::BulkOptions options;
    options.feeds = 1 + random_.below(2);
    options.memory = std::uint64_t{16} << 20U;
    auto load = store_->begin_bulk(options);
    const auto feeds = load->feeds();
    const unsigned most = is_large_ ? 4000 : 100;
    const std::uint64_t fed = random_.below(most);
    for (std::uint64_t i = 0; i < fed; ++i) {
      const rdf::Quad quad = random_.quad();
      feeds[random_.below(static_cast<unsigned>(feeds.size()))]->quad(quad);
      model.quads.insert(quad);
    }
    for (unsigned i = random_.below(3); i > 0; --i) {
      keys_.push_back(random_.graph_name().value);
      load->set_import_state(keys_.back(), "bulk " + std::to_string(i));
      model.import_states[keys_.back()] = "bulk " + std::to_string(i);
    }
    compare_state(*store_->snapshot(), committed_, keys_);
    if (random_.one_in(5)) return;
    const store::BulkReport report = load->commit();
    load.reset();
    expect(report.read == fed && report.quads == model.quads.size() &&
               report.added == model.quads.size() - committed_.quads.size(),
           "a bulk load counts other quads");
    committed_ = std::move(model);
    verify_committed(*store_->snapshot());
  }

  void change(store::Transaction& transaction, StoreModel& model) {
    const unsigned choice = random_.below(is_large_ ? 1000 : 100);
    const bool is_growing = committed_.quads.size() < 60;
    if (choice == 0) return clear(transaction, model);
    if (choice == 1) return ask(transaction, model);
    if (choice < 6) return set_import_state(transaction, model);
    if (choice < 14) return replace_graph(transaction, model);
    if (choice % 10 < (is_growing ? 7U : 5U)) {
      const rdf::Quad quad = random_.quad();
      const bool is_new = model.quads.insert(quad).second;
      return expect(transaction.insert(quad) == is_new, "insert");
    }
    const rdf::Quad quad = some_quad(model);
    const bool was_there = model.quads.erase(quad) > 0;
    expect(transaction.remove(quad) == was_there, "remove");
  }

  /// Mostly one that is there.
  rdf::Quad some_quad(const StoreModel& model) {
    if (model.quads.empty() || random_.one_in(4)) return random_.quad();
    const auto after = model.quads.lower_bound(random_.quad());
    return after == model.quads.end() ? *model.quads.begin() : *after;
  }

  void replace_graph(store::Transaction& transaction, StoreModel& model) {
    const rdf::Iri graph = random_.graph_name();
    std::vector<rdf::Triple> triples;
    for (const rdf::Quad& quad :
         model.matching({{}, {}, {}, GraphScope::Kind::One, std::optional<rdf::Term>(graph)})) {
      if (!random_.one_in(3)) triples.push_back(rdf::triple_of(quad));
    }
    for (unsigned i = random_.below(8); i > 0; --i) {
      triples.push_back(rdf::triple_of(random_.quad()));
    }
    if (random_.one_in(8)) triples.clear();
    const auto expected = model.replace_graph(graph, triples);
    const auto done = transaction.replace_graph(graph, triples);
    expect(done.added == expected.added && done.removed == expected.removed,
           "replace_graph counts other changes");
  }

  void clear(store::Transaction& transaction, StoreModel& model) {
    Question scope;
    switch (random_.below(6)) {
      case 0:
        break;
      case 1:
        scope.scope = GraphScope::Kind::Named;
        break;
      default:
        scope.scope = GraphScope::Kind::One;
        scope.graph = random_.graph();
    }
    const auto pattern = pattern_of(scope, transaction);
    if (!pattern) return expect(model.matching(scope).empty(), "a graph is unknown");
    expect(transaction.clear(pattern->graph) == model.clear(scope), "clear counts other quads");
  }

  void set_import_state(store::Transaction& transaction, StoreModel& model) {
    const std::string key = random_.one_in(3) ? "key" : random_.graph_name().value;
    const std::string hash = std::to_string(random_.below(3));
    transaction.set_import_state(key, hash);
    model.import_states[key] = hash;
    keys_.push_back(key);
    expect(transaction.import_state(key) == hash, "an import state is not seen in its transaction");
  }

  /// A question of every shape in every scope.
  void ask(const store::QuadSource& source, const StoreModel& model) {
    for (unsigned shape = 0; shape < 8; ++shape) {
      for (unsigned scope = 0; scope < 4; ++scope) {
        const rdf::Quad probe = some_quad(model);
        Question question;
        if ((shape & 1U) != 0) question.subject = probe.subject;
        if ((shape & 2U) != 0) question.predicate = probe.predicate;
        if ((shape & 4U) != 0) question.object = probe.object;
        question.scope = static_cast<GraphScope::Kind>(scope % 3);
        // Scope 2 asks for the probe's graph, 3 (all graphs again) for terms that never met.
        if (scope == 2) question.graph = probe.graph;
        if (scope == 3 && question.object) question.object = random_.object();
        compare_answer(source, model, question);
        Question next = question;
        const rdf::Quad other = some_quad(model);
        if (next.subject) next.subject = other.subject;
        if (next.predicate && random_.one_in(2)) next.predicate = other.predicate;
        if (next.object) next.object = other.object;
        compare_restart(source, model, question, next);
      }
    }
  }

  void verify_committed(const store::Snapshot& snapshot) {
    compare_state(snapshot, committed_, keys_);
    ask(snapshot, committed_);
    compare_reports(*store_, committed_);
    const auto used = committed_.terms();
    for (int i = 0; i < 5; ++i) {
      const rdf::Term term = random_.object();
      if (used.contains(term)) continue;
      Question question;
      question.object = term;
      compare_answer(snapshot, committed_, question);
    }
  }

  void verify_held() {
    for (auto held = held_.begin(); held != held_.end();) {
      compare_state(*held->snapshot, held->model, {});
      if (random_.one_in(2)) ask(*held->snapshot, held->model);
      held = random_.one_in(3) ? held_.erase(held) : std::next(held);
    }
  }

  void reopen() {
    store_.reset();
    store_ = open_(directory_);
  }

  std::filesystem::path directory_;
  OpenStore open_;
  bool is_large_;
  RandomTerms random_;
  std::unique_ptr<store::Store> store_;
  StoreModel committed_;
  std::list<Held> held_;
  /// Every key an import state was ever set for.
  std::vector<std::string> keys_;
};

}  // namespace

void run_random_operations(const std::filesystem::path& directory, std::uint64_t seed,
                           const OpenStore& open) {
  RandomOperations(directory, seed, open).run();
}

}  // namespace prosper::tests
