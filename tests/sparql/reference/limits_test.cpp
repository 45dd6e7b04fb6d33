// SPDX-License-Identifier: Apache-2.0
#include <thread>

#include "sparql/forms/query_forms.hpp"
#include "tests/sparql/reference/algebra_fixture.hpp"

namespace prosper::sparql::reference {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// 300 × 300 × 300 × 300 solutions, none of them wanted: no machine ends this soon.
class LimitsTest : public AlgebraTest {
 protected:
  LimitsTest() {
    options_.engine = Engine::Reference;
    for (int number = 0; number < 300; ++number) load({"s p " + std::to_string(number)});
    endless_.form = algebra::AskForm{};
    endless_.pattern = filter(value("false"), bgp({"?a p ?b", "?c p ?d", "?e p ?f", "?g p ?h"}));
  }

  algebra::Query select_all(algebra::PatternPtr pattern) const {
    algebra::Query query;
    query.form = algebra::SelectForm{{variable("b")}};
    query.pattern = std::move(pattern);
    return query;
  }

  algebra::Query endless_;
};

TEST_F(LimitsTest, TheDeadlineEndsAQuery) {
  const auto start = steady_clock::now();
  options_.deadline = start + milliseconds(50);
  EXPECT_THROW(forms::ask(endless_, source_, options_), QueryCancelled);
  EXPECT_LT(steady_clock::now() - start, milliseconds(150));
}

TEST_F(LimitsTest, ADeadlineThatHasPassedEndsItAtOnce) {
  options_.deadline = steady_clock::now() - milliseconds(1);
  EXPECT_THROW(forms::ask(endless_, source_, options_), QueryCancelled);
}

TEST_F(LimitsTest, AnotherThreadCancelsWithin100Milliseconds) {
  std::atomic<bool> cancelled = false;
  options_.cancelled = &cancelled;
  steady_clock::time_point moment;
  std::thread other([&] {
    std::this_thread::sleep_for(milliseconds(30));
    moment = steady_clock::now();
    cancelled = true;
  });
  EXPECT_THROW(forms::ask(endless_, source_, options_), QueryCancelled);
  const auto end = steady_clock::now();
  other.join();
  EXPECT_LT(end - moment, milliseconds(100));
}

TEST_F(LimitsTest, PathsAndSortsAreCancelledToo) {
  for (int number = 0; number < 300; ++number)
    load({std::to_string(number) + " next " + std::to_string((number + 1) % 300)});
  const auto everywhere =
      path("?x", algebra::make_path(algebra::ZeroOrMorePath{link("next")}), "?b");
  for (const auto& pattern :
       {everywhere, algebra::make_pattern(algebra::OrderBy{bgp({"?a p ?b", "?c p ?d", "?e p ?f"}),
                                                           {{value("?b"), true}}})}) {
    const auto start = steady_clock::now();
    options_.deadline = start + milliseconds(20);
    const algebra::Query query = select_all(pattern);
    const auto stream = forms::select(query, source_, options_);
    SolutionRow row;
    EXPECT_THROW(while (stream->next(row)){}, QueryCancelled);
    EXPECT_LT(steady_clock::now() - start, milliseconds(120));
  }
}

TEST_F(LimitsTest, SolutionsInMemoryAreCounted) {
  options_.maximum_held_solutions = 1000;
  const algebra::Query query = select_all(
      algebra::make_pattern(algebra::OrderBy{bgp({"?a p ?b", "?c p ?d"}), {{value("?b"), false}}}));
  const auto stream = forms::select(query, source_, options_);
  SolutionRow row;
  EXPECT_THROW(stream->next(row), QueryCancelled);
}

TEST_F(LimitsTest, AStreamHoldsNothing) {
  options_.maximum_held_solutions = 1000;
  options_.default_graph = DefaultGraphMode::Own;
  const algebra::Query query = select_all(bgp({"?a p ?b", "?c p ?d"}));
  const auto stream = forms::select(query, source_, options_);
  SolutionRow row;
  std::size_t count = 0;
  while (stream->next(row)) ++count;
  EXPECT_EQ(count, 90'000U);
}

}  // namespace
}  // namespace prosper::sparql::reference
