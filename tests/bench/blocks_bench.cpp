// SPDX-License-Identifier: Apache-2.0
// Size and speed of compressed permutations over quads like those of heritage notices.
//   blocks_bench [MILLION_QUADS [DIRECTORY]]
// Makes the quads, cuts and stores the seven orders, scans them, looks up (first, second) pairs of
// each, and gives a tenth of the quads of every tenth notice another object, in one transaction.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <time.h>

#include "store/blocks/block_scan.hpp"
#include "store/blocks/block_table.hpp"
#include "store/blocks/change_rows.hpp"
#include "store/lmdb/environment.hpp"

namespace prosper::store {
namespace {

struct BenchOrder {
  const char* name;
  std::array<std::size_t, row_columns> positions;
};

constexpr std::array<BenchOrder, 7> bench_orders = {{{"spo", {0, 1, 2, 3}},
                                                     {"sop", {0, 2, 1, 3}},
                                                     {"pso", {1, 0, 2, 3}},
                                                     {"pos", {1, 2, 0, 3}},
                                                     {"osp", {2, 0, 1, 3}},
                                                     {"ops", {2, 1, 0, 3}},
                                                     {"gspo", {3, 0, 1, 2}}}};

constexpr std::uint64_t id(std::uint64_t tag, std::uint64_t number) {
  return tag << 60U | number;
}

/// Notices of about 50 quads on about 10 resources, a graph each. Ids as a bulk load gives them:
/// resources of a notice are neighbours, graphs ascend with them.
class Notices {
 public:
  std::vector<Row> make(std::size_t quads) {
    std::vector<Row> rows;
    const std::size_t notices = quads / 50 + 1;
    for (std::uint64_t notice = 0; rows.size() < quads; ++notice) {
      const std::uint64_t graph = id(2, 13 * notices + notice);
      const std::uint64_t whole = next_subject_;
      const std::uint64_t parts = 7 + random_() % 6;
      for (std::uint64_t part = 0; part <= parts; ++part) add_part(rows, whole, part, graph);
      next_subject_ += parts + 1;
    }
    return rows;
  }

 private:
  /// Few values are frequent, many rare.
  std::uint64_t skewed(std::uint64_t values) {
    const double uniform = static_cast<double>(random_() >> 11U) * 0x1p-53;
    return static_cast<std::uint64_t>(std::pow(static_cast<double>(values), uniform)) - 1;
  }

  void add_part(std::vector<Row>& rows, std::uint64_t whole, std::uint64_t part,
                std::uint64_t graph) {
    const std::uint64_t subject = id(2, whole + part);
    const auto add = [&](std::uint64_t predicate, std::uint64_t object) {
      rows.push_back({subject, id(3, 40'000 + predicate), object, graph});
    };
    add(0, id(3, 50'000 + part));                                     // class
    if (part == 0) add(1, id(4, 1'000'000 + random_() % 6'000'000));  // a title of its own
    if (part == 0) add(2, id(4, 9'000'000 + whole));                  // its reference number
    if (part > 0) add(3 + part, id(2, whole));                        // link to the whole
    if (part > 0) rows.push_back({id(2, whole), id(3, 40'020 + part), subject, graph});
    if (part % 2 == 1) add(40 + part, id(3, 60'000 + 7 * skewed(3'000)));   // a concept
    if (part % 3 == 1) add(50 + part, id(4, 8'000'000 + skewed(200'000)));  // a repeated text
    if (part % 4 == 2) {
      const std::uint64_t year = 1500 + skewed(500);
      add(60, id(10, (1'048'576 + year) << 10U));
      add(61, id(10, (1'048'576 + year + random_() % 10) << 10U));
    }
    if (part % 4 == 3) add(62, id(6, (std::uint64_t{1} << 59U) + (random_() % 400) * 80'000));
    if (part > 4 && random_() % 2 == 0) add(63, id(3, 90'000 + 3 * skewed(60'000)));  // a person
  }

  std::mt19937_64 random_{1};
  std::uint64_t next_subject_ = 1;
};

/// Processor time of this thread, which other programs do not lengthen.
double seconds(const std::function<void()>& action) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
  };
  const double start = now();
  action();
  return now() - start;
}

std::vector<Row> in_order(const std::vector<Row>& quads, const BenchOrder& order) {
  std::vector<Row> rows;
  rows.reserve(quads.size());
  for (const Row& quad : quads) {
    rows.push_back({quad[order.positions[0]], quad[order.positions[1]], quad[order.positions[2]],
                    quad[order.positions[3]]});
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}

std::uint64_t scan_all(const lmdb::Transaction& transaction, lmdb::Table table) {
  std::array<std::array<std::uint64_t, chunk_rows>, row_columns> values;
  BlockScan scan(transaction, table, {});
  std::uint64_t sum = 0;
  while (scan.prepare() > 0) {
    const std::size_t rows =
        scan.read({values[0].data(), values[1].data(), values[2].data(), values[3].data()});
    sum += values[2][rows - 1] + rows;
  }
  return sum;
}

/// Reads the rows of (first, second) pairs; with a scan for each, or one that is restarted.
std::uint64_t look_up(const lmdb::Transaction& transaction, lmdb::Table table,
                      const std::vector<Row>& wanted, bool restarts) {
  std::array<std::array<std::uint64_t, chunk_rows>, 2> values;
  std::uint64_t found = 0;
  std::optional<BlockScan> scan;
  for (const Row& row : wanted) {
    RowBounds bounds;
    bounds.bind(0, row[0]);
    bounds.bind(1, row[1]);
    if (restarts && scan) {
      scan->restart(bounds);
    } else {
      scan.emplace(transaction, table, bounds);
    }
    while (scan->prepare() > 0) {
      found += scan->read({nullptr, nullptr, values[0].data(), values[1].data()});
    }
  }
  return found;
}

struct OrderFigures {
  double bytes = 0;
  double cut_nanoseconds = 0;
  double scan_rate = 0;
  double lookup = 0;
  double batch_lookup = 0;
};

class Bench {
 public:
  Bench(const std::filesystem::path& directory, std::vector<Row> quads)
      : environment_(lmdb::Environment::open(directory, {std::uint64_t{64} << 30U, true})),
        quads_(std::move(quads)) {}

  OrderFigures run(const BenchOrder& order) {
    const std::vector<Row> rows = in_order(quads_, order);
    const lmdb::Table table = environment_->create_table(order.name, lmdb::Table::Kind::Unique);
    tables_.push_back(table);
    std::vector<EncodedBlock> blocks;
    const double cutting = seconds([&] {
      BlockCutter cutter;
      cutter.add(rows, blocks);
      cutter.finish(blocks);
    });
    lmdb::WriteTransaction writing(environment_);
    append_blocks(writing, table, blocks);
    writing.commit();
    const lmdb::ReadTransaction transaction(environment_);
    const auto count = static_cast<double>(rows.size());
    OrderFigures figures;
    figures.bytes = static_cast<double>(transaction.pages(table)) * 4096 / count;
    figures.cut_nanoseconds = cutting * 1e9 / count;
    figures.scan_rate = count / 1e6 / best_of_three([&] { scan_all(transaction, table); });
    std::vector<Row> wanted = sample(rows);
    figures.lookup = 1e6 / static_cast<double>(wanted.size()) *
                     best_of_three([&] { look_up(transaction, table, wanted, false); });
    std::sort(wanted.begin(), wanted.end());
    figures.batch_lookup = 1e6 / static_cast<double>(wanted.size()) *
                           best_of_three([&] { look_up(transaction, table, wanted, true); });
    return figures;
  }

  struct ChangeFigures {
    double seconds = 0;
    double rows = 0;
    double bytes = 0;  ///< a quad, over all orders, afterwards
  };

  /// Gives a tenth of the quads of every tenth notice an object that was not there before.
  ChangeFigures change() {
    std::vector<Row> removed;
    for (std::size_t i = 0; i < quads_.size(); i += 10) {
      if (quads_[i][3] % 10 == 0) removed.push_back(quads_[i]);
    }
    std::sort(removed.begin(), removed.end());
    removed.erase(std::unique(removed.begin(), removed.end()), removed.end());
    std::vector<Row> added = removed;
    std::uint64_t late = 0;
    for (Row& quad : added) quad[2] = id(4, std::uint64_t{1} << 59U | ++late);
    ChangeFigures figures;
    figures.rows = static_cast<double>(removed.size() + added.size());
    for (std::size_t i = 0; i < bench_orders.size(); ++i) {
      const std::vector<Row> old_rows = in_order(removed, bench_orders[i]);
      const std::vector<Row> new_rows = in_order(added, bench_orders[i]);
      figures.seconds += seconds([&] {
        lmdb::WriteTransaction transaction(environment_);
        change_rows(transaction, tables_[i], old_rows, new_rows);
        transaction.commit();
      });
    }
    const lmdb::ReadTransaction transaction(environment_);
    for (const lmdb::Table table : tables_) {
      figures.bytes +=
          static_cast<double>(transaction.pages(table)) * 4096 / static_cast<double>(quads_.size());
    }
    return figures;
  }

 private:
  static double best_of_three(const std::function<void()>& action) {
    return std::min({seconds(action), seconds(action), seconds(action)});
  }

  static std::vector<Row> sample(const std::vector<Row>& rows) {
    std::mt19937_64 random(3);
    std::vector<Row> wanted;
    while (wanted.size() < 10'000) wanted.push_back(rows[random() % rows.size()]);
    return wanted;
  }

  std::shared_ptr<lmdb::Environment> environment_;
  std::vector<Row> quads_;
  std::vector<lmdb::Table> tables_;  ///< of the orders that have run
};

void run(std::size_t quads, const std::filesystem::path& directory) {
  Bench bench(directory, Notices().make(quads));
  std::printf("order  bytes/quad  cut ns/row  scan M/s  lookup us  sorted lookup us\n");
  double bytes = 0;
  for (const BenchOrder& order : bench_orders) {
    const OrderFigures figures = bench.run(order);
    bytes += figures.bytes;
    std::printf("%-5s  %10.2f  %10.1f  %8.0f  %9.2f  %16.2f\n", order.name, figures.bytes,
                figures.cut_nanoseconds, figures.scan_rate, figures.lookup, figures.batch_lookup);
    std::fflush(stdout);
  }
  std::printf("all    %10.2f\n", bytes);
  const auto [seconds, rows, bytes_after] = bench.change();
  std::printf("%.0f rows of each order changed: %.2f us each, then %.2f bytes/quad\n", rows,
              1e6 * seconds / rows / bench_orders.size(), bytes_after);
}

}  // namespace
}  // namespace prosper::store

int main(int argc, char** argv) {
  const std::size_t millions = argc > 1 ? std::stoul(argv[1]) : 2;
  const std::filesystem::path directory =
      argc > 2 ? std::filesystem::path(argv[2])
               : std::filesystem::temp_directory_path() / "prosper-blocks-bench";
  std::filesystem::remove_all(directory);
  std::filesystem::create_directories(directory);
  prosper::store::run(millions * 1'000'000, directory);
  std::filesystem::remove_all(directory);
  return 0;
}
