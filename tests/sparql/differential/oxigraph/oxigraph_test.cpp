// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/differential/oxigraph/oxigraph.hpp"

#include <algorithm>
#include <array>
#include <gtest/gtest.h>

#include "tests/sparql/differential/oxigraph/known_deviations.hpp"
#include "tests/sparql/differential/random/random_expressions.hpp"
#include "tests/sparql/differential/random/random_quads.hpp"
#include "tests/sparql/differential/random/request_writer.hpp"
#include "tests/sparql/differential/random/seeds.hpp"

/// Random requests to random small datasets: Prosper answers what Oxigraph answers, but for the
/// deviations of known_deviations.tsv. PROSPER_SEEDS=N runs N seeds, PROSPER_FIRST_SEED=N starts
/// there.
namespace prosper::sparql::differential {
namespace {

/// A question whose request can be made smaller.
struct Case {
  std::vector<rdf::Quad> quads;
  RequestTree request;
  Form form;
  DefaultGraphMode default_graph;

  Question question() const { return {quads, to_text(request), form, default_graph}; }
};

std::string body(const std::string& request) {
  return request.starts_with(prologue) ? request.substr(std::string(prologue).size()) : request;
}

class OxigraphTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string reason;
    oxigraph_ = Oxigraph::start(reason);
    if (!oxigraph_) GTEST_SKIP() << "no Oxigraph to compare with: " << reason;
    deviations_ = read_known_deviations();
  }

  /// Nothing, too, when one of them took too long, or when Prosper refuses what `must_be_legal`.
  std::optional<Difference> compare(const Case& one, bool must_be_legal = false) {
    const Question question = one.question();
    const auto ours = answer(question, Engine::Vectorised);
    if (!ours || (must_be_legal && std::holds_alternative<Refusal>(*ours))) return std::nullopt;
    const auto theirs = oxigraph_->answer(question);
    if (!theirs) return std::nullopt;
    ++answered_;
    return difference(question, *ours, *theirs);
  }

  /// The smallest case, going down step by step, that still shows a difference of this sort.
  Case shrink(Case one, Difference::Kind kind) {
    const auto still_differs = [&](const Case& smaller) {
      const auto found = compare(smaller, kind != Difference::Kind::Refusal);
      return found &&
             (found->kind == Difference::Kind::Refusal) == (kind == Difference::Kind::Refusal);
    };
    for (bool is_smaller = true; is_smaller;) {
      is_smaller = false;
      for (RequestTree& request : smaller_trees(one.request)) {
        Case candidate = one;
        candidate.request = std::move(request);
        if (!still_differs(candidate)) continue;
        one = std::move(candidate);
        is_smaller = true;
        break;
      }
    }
    for (std::size_t index = one.quads.size(); index-- > 0;) {
      Case candidate = one;
      candidate.quads.erase(candidate.quads.begin() + static_cast<std::ptrdiff_t>(index));
      if (still_differs(candidate)) one = std::move(candidate);
    }
    return one;
  }

  bool is_known(const Case& one, const Difference& found) const {
    return std::any_of(deviations_.begin(), deviations_.end(), [&](const auto& deviation) {
      return deviation.matches(found.kind, body(to_text(one.request)), to_text(one.quads));
    });
  }

  void check(std::uint64_t seed, Case one) {
    auto found = compare(one);
    if (!found) return;
    one = shrink(std::move(one), found->kind);
    found = compare(one);
    if (!found || is_known(one, *found)) return;
    ADD_FAILURE() << "seed " << seed
                  << (one.default_graph == DefaultGraphMode::Own ? " own" : " union") << "\n"
                  << body(to_text(one.request)) << "\n"
                  << to_text(one.quads) << found->text;
  }

  template <typename MakeCase>
  void check_seeds(std::uint64_t otherwise, MakeCase make_case) {
    const std::uint64_t first = number_from("PROSPER_FIRST_SEED", 1);
    const std::uint64_t count = number_from("PROSPER_SEEDS", otherwise);
    for (std::uint64_t seed = first; seed < first + count; ++seed) check(seed, make_case(seed));
    EXPECT_GT(answered_ * 10, count * 9) << "too many requests take too long";
  }

  std::unique_ptr<Oxigraph> oxigraph_;
  std::vector<KnownDeviation> deviations_;
  std::uint64_t answered_ = 0;
};

Form form_of(const RequestTree& request) {
  const std::string text = body(to_text(request));
  if (text.starts_with("CONSTRUCT")) return Form::Construct;
  return text.starts_with("ASK") ? Form::Ask : Form::Select;
}

/// Oxigraph's merges of graphs repeat the triples that several of them hold (§13.1 has none twice),
/// and FROM NAMED alone leaves it the union.
TEST_F(OxigraphTest, AgreesOnQueries) {
  check_seeds(1000, [](std::uint64_t seed) {
    RequestTree request = RequestWriter(seed).query();
    const bool is_merge = to_text(request).find(" FROM ") != std::string::npos;
    const bool is_union = !is_merge && seed % 4 == 0;
    const Form form = form_of(request);
    return Case{random_quads(seed / seeds_per_dataset,
                             is_union || is_merge ? Repetition::None : Repetition::Some),
                std::move(request), form,
                is_union ? DefaultGraphMode::Union : DefaultGraphMode::Own};
  });
}

TEST_F(OxigraphTest, AgreesOnExpressions) {
  check_seeds(800, [](std::uint64_t seed) {
    return Case{{}, random_expressions(seed), Form::Select, DefaultGraphMode::Own};
  });
}

TEST_F(OxigraphTest, AgreesOnAggregates) {
  check_seeds(400, [](std::uint64_t seed) {
    return Case{{}, random_aggregates(seed), Form::Select, DefaultGraphMode::Own};
  });
}

TEST_F(OxigraphTest, AgreesOnUpdates) {
  check_seeds(800, [](std::uint64_t seed) {
    return Case{random_quads(seed / seeds_per_dataset), RequestWriter(seed).update(), Form::Update,
                DefaultGraphMode::Own};
  });
}

/// A line of the list that Oxigraph no longer needs has to go.
TEST_F(OxigraphTest, DeviatesWhereItIsKnownTo) {
  const rdf::Iri n0{"http://x/n0"};
  const rdf::Iri n1{"http://x/n1"};
  const rdf::Iri p{"http://x/p"};
  const std::vector<rdf::Quad> quads = {{n0, p, n1, std::nullopt},
                                        {n0, p, n1, rdf::Iri{"http://x/g0"}}};
  for (const KnownDeviation& deviation : deviations_) {
    const bool is_query = deviation.example.starts_with("SELECT ");
    const Case one{quads,
                   prologue + (is_query ? deviation.example
                                        : "SELECT (" + deviation.example + " AS ?r1) WHERE { }"),
                   Form::Select, DefaultGraphMode::Own};
    const auto found = compare(one);
    ASSERT_TRUE(found) << deviation.name;
    EXPECT_TRUE(deviation.matches(found->kind, body(to_text(one.request)), ""))
        << deviation.name << "\n"
        << found->text;
  }
}

/// What a bug would do to a request: these words in the place of those.
struct Misreading {
  const char* words;
  const char* instead;
};

constexpr std::array<Misreading, 15> misreadings = {{{"OPTIONAL ", ""},
                                                     {"MINUS ", "OPTIONAL "},
                                                     {" UNION ", " "},
                                                     {"NOT EXISTS", "EXISTS"},
                                                     {"DISTINCT ", ""},
                                                     {")* ", ")+ "},
                                                     {" < ", " <= "},
                                                     {"!(^", "!("},
                                                     {"ORDER BY DESC(?", "ORDER BY (?"},
                                                     {" LIMIT ", " OFFSET "},
                                                     {"FROM :g", "FROM NAMED :g"},
                                                     {"MIN(", "MAX("},
                                                     {"COPY ", "ADD "},
                                                     {"WITH :g1", "WITH :g2"},
                                                     {"USING :g", "USING NAMED :g"}}};

/// The comparison shows it.
TEST_F(OxigraphTest, FindsMisreadings) {
  for (const Misreading& misreading : misreadings) {
    bool is_found = false;
    for (std::uint64_t seed = 1; seed < 5000 && !is_found; ++seed) {
      const bool is_update = seed % 2 == 0;
      const RequestTree request =
          is_update ? RequestWriter(seed).update() : RequestWriter(seed).query();
      const Case one{random_quads(seed), request, is_update ? Form::Update : form_of(request),
                     DefaultGraphMode::Own};
      Question misread = one.question();
      const std::size_t at = misread.request.find(misreading.words);
      if (at == std::string::npos) continue;
      misread.request.replace(at, std::string(misreading.words).size(), misreading.instead);
      const auto ours = answer(misread, Engine::Vectorised);
      const auto theirs = oxigraph_->answer(one.question());
      is_found = ours && theirs && !std::holds_alternative<Refusal>(*ours) &&
                 difference(one.question(), *ours, *theirs) && !compare(one);
    }
    EXPECT_TRUE(is_found) << misreading.words;
  }
}

}  // namespace
}  // namespace prosper::sparql::differential
