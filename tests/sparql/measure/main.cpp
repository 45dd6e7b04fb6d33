// SPDX-License-Identifier: Apache-2.0
// sparql_measure STORE QUERIES [FILE…]: times every *.rq of the folder QUERIES on the store, which
// is first made from the RDF files when it is not there: the median of five runs of the engine, and
// one run of the naive evaluator, given up after a minute.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "sparql/sparql.hpp"
#include "store/rdf/io/parser.hpp"
#include "store/store.hpp"

namespace {

namespace fs = std::filesystem;
namespace rdf = prosper::rdf;
namespace sparql = prosper::sparql;
namespace store = prosper::store;
using Clock = std::chrono::steady_clock;

class Inserter final : public rdf::QuadSink {
 public:
  explicit Inserter(store::Transaction& transaction) : transaction_(transaction) {}

  void quad(const rdf::Quad& quad) override { transaction_.insert(quad); }

 private:
  store::Transaction& transaction_;
};

std::unique_ptr<store::Store> open(const fs::path& folder, const std::vector<fs::path>& files) {
  store::OpenOptions options;
  const bool is_new = !fs::exists(folder);
  options.access = is_new ? store::OpenOptions::Access::Write : store::OpenOptions::Access::Read;
  options.create = is_new;
  auto opened = store::Store::open(folder, options);
  if (!is_new) return opened;
  const auto transaction = opened->begin();
  Inserter sink(*transaction);
  for (const fs::path& file : files) {
    const bool is_turtle = file.extension() == ".ttl";
    rdf::parse_rdf_file(file, is_turtle ? rdf::RdfFormat::Turtle : rdf::RdfFormat::NQuads, {},
                        sink);
  }
  transaction->commit();
  return opened;
}

struct Timing {
  double milliseconds = 0;
  std::size_t rows = 0;
  bool is_ended = true;
};

Timing run(const std::string& text, const store::QuadSource& source, sparql::Engine engine) {
  const auto start = Clock::now();
  sparql::RequestOptions options;
  options.engine = engine;
  options.deadline = start + std::chrono::minutes(1);
  Timing timing;
  try {
    const auto query = sparql::PreparedQuery::parse(text, options);
    const auto stream = query.select(source, options);
    sparql::SolutionRow row;
    while (stream->next(row)) ++timing.rows;
  } catch (const sparql::QueryCancelled&) {
    timing.is_ended = false;
  }
  timing.milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  return timing;
}

void measure(const fs::path& file, const store::QuadSource& source) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  std::vector<double> times;
  Timing engine;
  for (int round = 0; round < 5; ++round) {
    engine = run(text.str(), source, sparql::Engine::Vectorised);
    times.push_back(engine.milliseconds);
  }
  std::sort(times.begin(), times.end());
  const Timing naive = run(text.str(), source, sparql::Engine::Reference);
  std::printf("%-24s %8zu rows %10.1f ms   naive %10.1f ms%s%s\n", file.stem().c_str(), engine.rows,
              times[times.size() / 2], naive.milliseconds, naive.is_ended ? "" : " (given up)",
              naive.is_ended && naive.rows != engine.rows ? "  ROWS DIFFER" : "");
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "sparql_measure STORE QUERIES [FILE...]\n";
    return 2;
  }
  const auto store = open(argv[1], {argv + 3, argv + argc});
  const auto snapshot = store->snapshot();
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(argv[2]))
    if (entry.path().extension() == ".rq") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) measure(file, *snapshot);
  return 0;
}
