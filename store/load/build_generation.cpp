// SPDX-License-Identifier: Apache-2.0
#include "store/load/build_generation.hpp"

#include <algorithm>
#include <optional>

#include "store/blocks/block_table.hpp"
#include "store/dictionary/dictionary_builder.hpp"
#include "store/lmdb/cursor.hpp"
#include "store/lmdb/key_bytes.hpp"
#include "store/lmdb/transaction.hpp"
#include "store/load/order_cutter.hpp"
#include "store/load/term_merge.hpp"

namespace prosper::store {
namespace {

constexpr std::size_t waiting_batches = 4;
constexpr std::uint64_t terms_between_reports = 1U << 17U;
constexpr std::size_t order_total = 7;
/// Pages changed by a transaction wait in memory until it commits.
constexpr std::size_t bytes_a_transaction = std::size_t{64} << 20U;
/// Kept back from sorting: waiting blocks and pages.
constexpr std::size_t reserve = std::size_t{128} << 20U;

constexpr std::size_t least_sorting_share = 8;

class GenerationBuild {
 public:
  GenerationBuild(std::shared_ptr<lmdb::Environment> environment, const BuildTables& tables,
                  const BuildOptions& options)
      : environment_(std::move(environment)), tables_(tables), options_(options) {}

  BuiltContent run(std::vector<std::unique_ptr<Segment>> segments) {
    TermPlaces places = write_terms(segments);
    QuadSorter sorter = collect_quads(std::move(segments), std::move(places));
    write_orders(sorter);
    content_.terms = dictionary_terms_;
    return content_;
  }

 private:
  void report(std::string_view step, double done) const {
    if (options_.progress) options_.progress(step, done);
  }

  TermPlaces write_terms(std::span<const std::unique_ptr<Segment>> segments) {
    std::uint64_t expected = 1;
    for (const auto& segment : segments) expected += segment->term_count();
    lmdb::WriteTransaction transaction(environment_);
    DictionaryBuilder builder(transaction, tables_.dictionary);
    const auto append = [&](TermTag tag, std::string_view bytes) {
      if (dictionary_terms_++ % terms_between_reports == 0) {
        report("terms", static_cast<double>(dictionary_terms_) / static_cast<double>(expected));
      }
      if (tag == TermTag::Iri && bytes.starts_with(options_.stored_base)) ++content_.displaced_iris;
      return builder.append(tag, bytes);
    };
    TermPlaces places = merge_terms(segments, append, terms_);
    builder.finish();
    transaction.commit();
    return places;
  }

  QuadSorter collect_quads(std::vector<std::unique_ptr<Segment>> segments, TermPlaces places) {
    report("quads", 0);
    std::size_t count = 0;
    std::size_t place_bytes = 0;
    for (const auto& segment : segments) count += segment->quad_count();
    for (const auto& some : places) place_bytes += some.size() * sizeof(some.front());
    const std::size_t spoken_for = reserve + place_bytes;
    const std::size_t rest = options_.memory > spoken_for ? options_.memory - spoken_for : 0;
    QuadSorter sorter(count, std::max(rest, options_.memory / least_sorting_share),
                      options_.folder);
    for (std::size_t i = 0; i < segments.size(); ++i) {
      segments[i]->take_quads([&](std::span<PackedQuad> quads) {
        for (PackedQuad& quad : quads) {
          for (std::uint32_t& term : quad) term = places[i][term];
        }
        sorter.add(quads);
      });
      segments[i].reset();
      places[i] = {};
    }
    return sorter;
  }

  /// Sorting and cutting happen on other threads, writing on this one.
  void write_orders(QuadSorter& sorter) {
    BoundedQueue<CutBlocks> queue(waiting_batches);
    OrderCutter cutter(terms_, queue);
    hand_over(
        queue, [&] { sorter.sort(cutter); }, [&] { write_blocks(queue); });
    content_.quads = cutter.quad_count();
    lmdb::WriteTransaction transaction(environment_);
    write_counts(transaction, tables_.graphs, cutter.graph_counts());
    write_counts(transaction, tables_.predicates, cutter.predicate_counts());
    transaction.commit();
  }

  void write_blocks(BoundedQueue<CutBlocks>& queue) {
    std::optional<lmdb::WriteTransaction> transaction;
    std::size_t waiting = 0;
    OrderPositions order{};
    std::size_t orders_begun = 0;
    while (const auto cut = queue.take()) {
      if (cut->order != order) {
        order = cut->order;
        report("orders", static_cast<double>(orders_begun++) / order_total);
      }
      if (!transaction) transaction.emplace(environment_);
      append_blocks(*transaction, tables_.order(cut->order), cut->blocks);
      for (const EncodedBlock& block : cut->blocks) waiting += block.bytes.size();
      if (waiting < bytes_a_transaction) continue;
      transaction->commit();
      transaction.reset();
      waiting = 0;
    }
    if (transaction) transaction->commit();
  }

  static void write_counts(lmdb::WriteTransaction& transaction, lmdb::Table table,
                           const TermCounts& counts) {
    lmdb::WriteCursor cursor(transaction, table);
    for (const auto& [id, count] : counts) {
      cursor.put(lmdb::to_key<1>({id.bits}).view(), lmdb::to_key<1>({count}).view());
    }
  }

  std::shared_ptr<lmdb::Environment> environment_;
  const BuildTables& tables_;
  const BuildOptions& options_;
  MergedTerms terms_;
  std::uint64_t dictionary_terms_ = 0;
  BuiltContent content_;
};

}  // namespace

BuiltContent build_generation(const std::shared_ptr<lmdb::Environment>& environment,
                              const BuildTables& tables,
                              std::vector<std::unique_ptr<Segment>> segments,
                              const BuildOptions& options) {
  return GenerationBuild(environment, tables, options).run(std::move(segments));
}

}  // namespace prosper::store
