// SPDX-License-Identifier: Apache-2.0
// Reads a store: whole permutations in their order, and single (S, P) pairs. Times are of the
// processor, of one core, so that other programs matter less; a first, untimed turn warms up.
// Usage: read_bench STORE
#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <functional>
#include <memory>
#include <random>
#include <utility>
#include <vector>

#include "store/store.hpp"

namespace prosper::store {
namespace {

constexpr std::size_t pairs_drawn = 10'000;
constexpr int turns = 3;

struct NamedOrder {
  const char* name;
  ScanOrder order;
};

constexpr std::array<NamedOrder, 6> scan_orders = {{{"spo", ScanOrder::Spo},
                                                    {"sop", ScanOrder::Sop},
                                                    {"pso", ScanOrder::Pso},
                                                    {"pos", ScanOrder::Pos},
                                                    {"osp", ScanOrder::Osp},
                                                    {"ops", ScanOrder::Ops}}};

double fastest_seconds(const std::function<void()>& action) {
  action();
  double fastest = 1e9;
  for (int turn = 0; turn < turns; ++turn) {
    const std::clock_t start = std::clock();
    action();
    fastest = std::min(fastest, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return fastest;
}

/// A value of each column: what is done with the others is the reader's affair.
std::uint64_t taste(const QuadBatch& batch) {
  return batch.subject.back().bits + batch.predicate.back().bits + batch.object.back().bits +
         batch.graph.back().bits;
}

std::uint64_t read_all(QuadCursor& cursor, QuadBatch& batch) {
  std::uint64_t total = 0;
  while (cursor.next(batch)) total += taste(batch);
  return total;
}

using Pair = std::pair<TermId, TermId>;

QuadPattern pattern_of(const Pair& pair) {
  return {pair.first, pair.second, {}, GraphScope::all(), object_position};
}

std::vector<Pair> draw_pairs(const Snapshot& snapshot) {
  std::vector<Pair> pairs;
  std::mt19937_64 random(3);
  const std::uint64_t step = std::max<std::uint64_t>(snapshot.quad_count() / pairs_drawn, 1);
  std::uint64_t next = random() % step;
  std::uint64_t seen = 0;
  const auto cursor = snapshot.scan_in_order({}, ScanOrder::Spo);
  for (QuadBatch batch; cursor->next(batch); seen += batch.size()) {
    for (; next < seen + batch.size(); next += 1 + random() % (2 * step)) {
      pairs.emplace_back(batch.subject[next - seen], batch.predicate[next - seen]);
    }
  }
  return pairs;
}

std::uint64_t look_up_alone(const Snapshot& snapshot, const std::vector<Pair>& pairs) {
  std::uint64_t total = 0;
  QuadBatch batch;
  for (const Pair& pair : pairs) {
    const auto cursor = snapshot.scan(pattern_of(pair));
    while (cursor->next(batch)) total += batch.object.back().bits;
  }
  return total;
}

std::uint64_t look_up_together(const Snapshot& snapshot, const std::vector<Pair>& sorted) {
  std::uint64_t total = 0;
  QuadBatch batch;
  std::unique_ptr<QuadCursor> cursor;
  for (const Pair& pair : sorted) {
    if (!cursor || !cursor->restart(pattern_of(pair))) cursor = snapshot.scan(pattern_of(pair));
    while (cursor->next(batch)) total += batch.object.back().bits;
  }
  return total;
}

void run(const char* directory) {
  const auto store = Store::open(directory, {});
  const auto snapshot = store->snapshot();
  const auto quads = static_cast<double>(snapshot->quad_count());
  volatile std::uint64_t sink = 0;
  std::printf("%.0f quads\n", quads);
  for (const NamedOrder& named : scan_orders) {
    const double seconds = fastest_seconds([&] {
      QuadBatch batch;
      sink = read_all(*snapshot->scan_in_order({}, named.order), batch);
    });
    std::printf("scan %s: %.0f million quads/s\n", named.name, quads / 1e6 / seconds);
  }
  std::vector<Pair> pairs = draw_pairs(*snapshot);
  std::shuffle(pairs.begin(), pairs.end(), std::mt19937_64(5));
  const double microseconds = 1e6 / static_cast<double>(pairs.size());
  const double alone = fastest_seconds([&] { sink = look_up_alone(*snapshot, pairs); });
  std::sort(pairs.begin(), pairs.end());
  const double together = fastest_seconds([&] { sink = look_up_together(*snapshot, pairs); });
  std::printf("look-up of (S, P): %.2f us, one of %zu sorted %.2f us\n", alone * microseconds,
              pairs.size(), together * microseconds);
}

}  // namespace
}  // namespace prosper::store

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: read_bench STORE\n");
    return 2;
  }
  prosper::store::run(argv[1]);
  return 0;
}
