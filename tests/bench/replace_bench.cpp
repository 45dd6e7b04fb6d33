// SPDX-License-Identifier: Apache-2.0
// Replaces notices of a store (a graph a notice) by changed ones, durably, and says how fast.
// Usage: replace_bench STORE SHARE BATCH TRANSACTIONS [SEED]
//   SHARE         of a notice's quads that change, 0 to 1; 1: every quad (another subject)
//   BATCH         notices a transaction
//   TRANSACTIONS  how many are timed; 0: as many as replace a hundredth of the notices
// Making the new notices is not timed; begin, the changes and the commit are.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "store/store.hpp"

namespace prosper::store {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

std::uint64_t bytes_given_to_write() {
  std::ifstream io("/proc/self/io");
  std::string name;
  std::uint64_t value = 0;
  while (io >> name >> value) {
    if (name == "wchar:") return value;
  }
  return 0;
}

struct Notice {
  rdf::Iri graph;
  std::vector<rdf::Triple> triples;
};

std::vector<TermId> named_graphs(const Snapshot& snapshot) {
  std::vector<TermId> graphs;
  TermId after = default_graph;
  for (;;) {
    const std::vector<TermId> more = snapshot.graphs(after, 10'000);
    if (more.empty()) return graphs;
    graphs.insert(graphs.end(), more.begin(), more.end());
    after = more.back();
  }
}

Notice read_notice(const Snapshot& snapshot, TermId graph) {
  Notice notice{std::get<rdf::Iri>(snapshot.term(graph)), {}};
  QuadPattern pattern;
  pattern.graph = GraphScope::one(graph);
  const auto cursor = snapshot.scan(pattern);
  QuadBatch batch;
  while (cursor->next(batch)) {
    for (std::size_t i = 0; i < batch.size(); ++i) {
      notice.triples.push_back({snapshot.term(batch.subject[i]), snapshot.term(batch.predicate[i]),
                                snapshot.term(batch.object[i])});
    }
  }
  return notice;
}

/// "…/123" → "…/123~r7", also when it has such an ending already.
std::string renewed(std::string text, const std::string& mark) {
  if (const std::size_t old = text.rfind('~'); old != text.npos && old + 10 > text.size())
    text.resize(old);
  return text + "~" + mark;
}

class Reviser {
 public:
  Reviser(double share, std::uint64_t seed) : share_(share), chance_(seed) {}

  void revise(Notice& notice) {
    const std::string mark = std::to_string(++revision_ % 1'000'000);
    if (share_ >= 1) {
      for (rdf::Triple& triple : notice.triples) {
        if (auto* iri = std::get_if<rdf::Iri>(&triple.subject)) {
          iri->value = renewed(iri->value, mark);
        }
      }
      return;
    }
    std::bernoulli_distribution changes(share_);
    for (rdf::Triple& triple : notice.triples) {
      if (changes(chance_)) triple.object = rdf::make_string("corrigé ~" + mark);
    }
  }

  std::mt19937_64& chance() { return chance_; }

 private:
  double share_;
  std::mt19937_64 chance_;
  std::uint64_t revision_ = 0;
};

struct Figures {
  std::vector<double> seconds;
  std::uint64_t notices = 0;
  std::uint64_t changed = 0;
};

void replace(Store& store, const std::vector<Notice>& notices, Figures& figures) {
  const auto start = Clock::now();
  const auto transaction = store.begin();
  for (const Notice& notice : notices) {
    const GraphChange change = transaction->replace_graph(notice.graph, notice.triples);
    figures.changed += change.added + change.removed;
  }
  transaction->commit();
  figures.seconds.push_back(seconds_since(start));
  figures.notices += notices.size();
}

void print(const Figures& figures, std::uint64_t written, const StoreStatistics& after) {
  std::vector<double> sorted = figures.seconds;
  std::sort(sorted.begin(), sorted.end());
  double total = 0;
  for (const double seconds : sorted) total += seconds;
  std::printf("%llu notices in %zu transactions, %.1f s: %.0f notices/s, %.0f changed quads/s\n",
              static_cast<unsigned long long>(figures.notices), sorted.size(), total,
              static_cast<double>(figures.notices) / total,
              static_cast<double>(figures.changed) / total);
  std::printf("a transaction: median %.1f ms, longest %.1f ms\n", sorted[sorted.size() / 2] * 1e3,
              sorted.back() * 1e3);
  std::printf("written: %.0f bytes a changed quad (added or removed)\n",
              static_cast<double>(written) /
                  static_cast<double>(std::max<std::uint64_t>(1, figures.changed)));
  std::printf("file %.1f MB, %.2f times the live pages; %llu quads\n",
              static_cast<double>(after.file_bytes) / 1e6,
              static_cast<double>(after.file_bytes) / static_cast<double>(after.live_bytes),
              static_cast<unsigned long long>(after.quads));
}

void run(const std::filesystem::path& directory, double share, std::size_t batch,
         std::size_t transactions, std::uint64_t seed) {
  OpenOptions options;
  options.access = OpenOptions::Access::Write;
  const auto store = Store::open(directory, options);
  std::vector<TermId> graphs = named_graphs(*store->snapshot());
  if (transactions == 0) transactions = std::max<std::size_t>(1, graphs.size() / 100 / batch);
  Reviser reviser(share, seed);
  Figures figures;
  const std::uint64_t written_before = bytes_given_to_write();
  for (std::size_t i = 0; i < transactions; ++i) {
    std::vector<Notice> notices;
    {
      const auto snapshot = store->snapshot();
      // Ids may change from commit to commit: they are drawn afresh by place.
      if (i > 0 && i % 50 == 0) graphs = named_graphs(*snapshot);
      std::vector<TermId> drawn;
      std::sample(graphs.begin(), graphs.end(), std::back_inserter(drawn), batch, reviser.chance());
      for (const TermId graph : drawn) notices.push_back(read_notice(*snapshot, graph));
    }
    for (Notice& notice : notices) reviser.revise(notice);
    replace(*store, notices, figures);
  }
  print(figures, bytes_given_to_write() - written_before, store->statistics());
}

}  // namespace
}  // namespace prosper::store

int main(int argc, char** argv) {
  if (argc < 5) {
    std::fprintf(stderr, "usage: replace_bench STORE SHARE BATCH TRANSACTIONS [SEED]\n");
    return 2;
  }
  prosper::store::run(argv[1], std::stod(argv[2]), std::stoul(argv[3]), std::stoul(argv[4]),
                      argc > 5 ? std::stoul(argv[5]) : 1);
  return 0;
}
