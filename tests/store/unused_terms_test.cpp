// SPDX-License-Identifier: Apache-2.0
// A term leaves the dictionary in the transaction that removes its last quad.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

#include "store/ids/term_tag.hpp"
#include "store/quad_writer.hpp"
#include "store/store.hpp"
#include "store/store_tables.hpp"
#include "tests/files/temporary_directory.hpp"
#include "tests/store/test_quads.hpp"

namespace prosper::store {
namespace {

class UnusedTerms : public testing::TestWithParam<bool> {
 protected:
  UnusedTerms() : store_(Store::open(directory_.path(), tests::writing())) {}

  unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

  rdf::Term name(const char* kind, unsigned limit) {
    return tests::example(kind + std::to_string(below(limit)));
  }

  /// Few subjects and graphs, many objects of all kinds.
  rdf::Quad any_quad() {
    rdf::Term object = name("o", 300);
    switch (below(6)) {
      case 0:
        object = rdf::make_language_string("text " + std::to_string(below(300)), "fr");
        break;
      case 1:
        object = rdf::Iri{std::string(default_public_base) + std::to_string(below(300))};
        break;
      case 2:
        object = rdf::make_string(std::string(5000, 'x') + std::to_string(below(20)));
        break;
      case 3:
        object = rdf::BlankNode{"b" + std::to_string(below(100))};
        break;
      default:
        break;
    }
    rdf::Quad quad{name("s", 60), name("p", 12), std::move(object), std::nullopt};
    if (below(3) > 0) quad.graph = name("g", 15);
    return quad;
  }

  void load_some() {
    const auto load = store_->begin_bulk({});
    for (int i = 0; i < 1500; ++i) load->feeds()[0]->quad(any_quad());
    load->commit();
  }

  void change(Transaction& transaction) {
    switch (below(8)) {
      case 0: {  // comes and goes
        const rdf::Quad quad{tests::example("new"), tests::example("new p"),
                             tests::example("new" + std::to_string(below(1000))), std::nullopt};
        transaction.insert(quad);
        if (below(2) == 0) transaction.scan({});
        transaction.remove(quad);
        break;
      }
      case 1: {
        std::vector<rdf::Triple> triples;
        for (unsigned i = below(30); i > 0; --i) triples.push_back(rdf::triple_of(any_quad()));
        transaction.replace_graph(std::get<rdf::Iri>(name("g", 15)), triples);
        break;
      }
      case 2: {
        const auto graph = transaction.find(name("g", 15));
        if (graph) transaction.clear(GraphScope::one(*graph));
        break;
      }
      case 3:
        for (int i = 0; i < 20; ++i) transaction.insert(any_quad());
        break;
      default:
        remove_some(transaction);
    }
  }

  /// Every quad of a subject.
  void remove_some(Transaction& transaction) {
    QuadPattern pattern;
    pattern.subject = transaction.find(name("s", 60));
    if (!pattern.subject) return;
    for (const rdf::Quad& quad : tests::scan_quads(transaction, pattern)) transaction.remove(quad);
  }

  /// The dictionary has as many terms as are in quads.
  void expect_exact() const {
    std::set<TermId> used;
    for (const QuadIds& row : tests::scan_rows(*store_->snapshot(), {})) {
      for (const TermId id : {row.subject, row.predicate, row.object, row.graph}) {
        if (is_in_dictionary(id)) used.insert(id);
      }
    }
    EXPECT_EQ(store_->statistics().terms, used.size());
  }

  tests::TemporaryDirectory directory_;
  std::unique_ptr<Store> store_;
  std::mt19937 random_{11};
};

TEST_P(UnusedTerms, LeaveWithTheirLastQuad) {
  if (GetParam()) load_some();
  std::uint64_t late = 0;
  for (int round = 0; round < 150 && !HasFailure(); ++round) {
    const auto transaction = store_->begin();
    for (unsigned i = 1 + below(6); i > 0; --i) change(*transaction);
    transaction->commit();
    expect_exact();
    late = std::max(late, store_->statistics().late_terms);
  }
  EXPECT_GT(late, 50U);
  EXPECT_THAT(store_->check().problems, testing::IsEmpty());
  const auto transaction = store_->begin();
  transaction->clear(GraphScope::all());
  transaction->commit();
  EXPECT_EQ(store_->statistics().terms, 0U);
}

TEST_P(UnusedTerms, ThatStayedAreNamed) {
  const rdf::Quad quad = tests::example_quad("unique", "alone", "single", "only");
  if (GetParam()) {
    const auto load = store_->begin_bulk({});
    load->feeds()[0]->quad(quad);
    load->feeds()[0]->quad(tests::example_quad("s", "p", "o"));
    load->commit();
  } else {
    const auto transaction = store_->begin();
    transaction->insert(quad);
    transaction->insert(tests::example_quad("s", "p", "o"));
    transaction->commit();
  }
  QuadIds ids;
  {
    const auto snapshot = store_->snapshot();
    ids = {*snapshot->find(quad.subject), *snapshot->find(quad.predicate),
           *snapshot->find(quad.object), *snapshot->find(*quad.graph)};
  }
  EXPECT_EQ(is_late(ids.subject), !GetParam());
  {
    const auto environment =
        lmdb::Environment::open(directory_.path() / (GetParam() ? "gen-000002" : "gen-000001"),
                                {std::uint64_t{16} << 30U, false});
    const StoreTables tables = open_tables(*environment);
    lmdb::WriteTransaction transaction(environment);
    QuadWriter quads(transaction, environment, tables);
    quads.remove_present(ids);
    quads.flush();
    transaction.commit();
  }
  const auto problems = store_->check().problems;
  EXPECT_EQ(problems.size(), 4U) << "one for each term";
  EXPECT_THAT(problems, testing::Each(testing::HasSubstr("is in no quad")));
}

INSTANTIATE_TEST_SUITE_P(LateAndOrdered, UnusedTerms, testing::Bool(),
                         [](const auto& name) { return name.param ? "Ordered" : "Late"; });

}  // namespace
}  // namespace prosper::store
