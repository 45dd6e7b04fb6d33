// SPDX-License-Identifier: Apache-2.0
#include "store/store_statistics.hpp"

#include <algorithm>

#include "store/lmdb/cursor.hpp"
#include "store/lmdb/key_bytes.hpp"
#include "store/page_use.hpp"

namespace prosper::store {
namespace {

void add_predicates(const StoreSnapshot& snapshot, StoreStatistics& statistics) {
  lmdb::Cursor cursor(snapshot.transaction(), snapshot.generation().tables().predicates);
  for (bool more = cursor.first(); more; more = cursor.next()) {
    const TermId id{lmdb::from_key<1>(cursor.key())[0]};
    const rdf::Term term = snapshot.term(id);
    const auto* iri = std::get_if<rdf::Iri>(&term);
    statistics.predicates.emplace_back(iri != nullptr ? iri->value : rdf::to_ntriples(term),
                                       lmdb::from_key<1>(cursor.value())[0]);
  }
  std::stable_sort(statistics.predicates.begin(), statistics.predicates.end(),
                   [](const auto& left, const auto& right) { return left.second > right.second; });
}

void add_parts(const StoreSnapshot& snapshot, StoreStatistics& statistics) {
  const StoreTables& tables = snapshot.generation().tables();
  const auto use = snapshot.transaction().page_use();
  statistics.live_bytes = (use.total - std::min(use.free, use.total)) * use.page_size;
  std::uint64_t named = 0;
  const auto add = [&](std::string_view name, lmdb::Table table) {
    const std::uint64_t bytes = snapshot.transaction().pages(table) * use.page_size;
    statistics.parts.emplace_back(name, bytes);
    named += bytes;
  };
  add("terms", tables.dictionary.terms);
  add("separators of terms", tables.dictionary.separators);
  add("symbols of terms", tables.dictionary.symbols);
  add("late terms", tables.dictionary.late_terms);
  add("hashes of late terms", tables.dictionary.late_hashes);
  add("places of late terms", tables.dictionary.late_places);
  for (std::size_t order = 0; order < order_count; ++order) {
    add(orders[order].name, tables.orders[order]);
  }
  add("graphs", tables.graphs);
  add("predicates", tables.predicates);
  add("imports", tables.imports);
  statistics.parts.emplace_back("settings, list of tables and of free pages",
                                statistics.live_bytes - std::min(named, statistics.live_bytes));
}

}  // namespace

StoreStatistics collect_statistics(const StoreSnapshot& snapshot) {
  const Generation& generation = snapshot.generation();
  const StoreTables& tables = generation.tables();
  StoreStatistics statistics;
  statistics.quads = snapshot.quad_count();
  statistics.named_graphs = snapshot.transaction().entries(tables.graphs);
  const bool has_own_graph = snapshot.transaction()
                                 .get(tables.graphs, lmdb::to_key<1>({default_graph.bits}).view())
                                 .has_value();
  if (has_own_graph) --statistics.named_graphs;
  statistics.terms = snapshot.reader().dictionary().size();
  statistics.late_terms = snapshot.transaction().entries(tables.dictionary.late_terms);
  statistics.file_bytes = std::filesystem::file_size(generation.environment()->data_file());
  statistics.readers = generation.environment()->active_readers();
  statistics.pages = collect_page_statistics(snapshot.transaction());
  statistics.generation = generation_number(generation.name());
  statistics.format_version = generation.settings().version;
  statistics.public_base = snapshot.reader().public_base();
  add_parts(snapshot, statistics);
  add_predicates(snapshot, statistics);
  return statistics;
}

}  // namespace prosper::store
