// SPDX-License-Identifier: Apache-2.0
#include "store/quad_reader.hpp"

#include <algorithm>
#include <utility>

#include "store/dictionary/text_hash.hpp"
#include "store/ids/inline_value.hpp"
#include "store/lmdb/cursor.hpp"
#include "store/lmdb/key_bytes.hpp"
#include "store/rdf/assert.hpp"
#include "store/settings.hpp"
#include "store/store.hpp"

namespace prosper::store {
namespace {

/// Beyond this many rows an estimate is an upper bound.
constexpr std::uint64_t exact_count_limit = 16'384;
/// Up to this many rows of a wider range are looked at one by one.
constexpr std::uint64_t filtered_count_limit = 1024;

std::string name_of(TermId id) {
  return "term " + std::to_string(static_cast<unsigned>(tag_of(id))) + ":" +
         (is_in_dictionary(id) && is_late(id) ? "late " + std::to_string(number_of(id))
                                              : std::to_string(payload_of(id)));
}

}  // namespace

QuadReader::QuadReader(const lmdb::Transaction& transaction, const StoreTables& tables,
                       std::string public_base)
    : transaction_(transaction),
      tables_(tables),
      public_base_(std::move(public_base)),
      dictionary_(transaction, tables.dictionary) {}

std::optional<TermId> QuadReader::find(const rdf::Term& term) const {
  const auto encoded = encode_term(term, public_base_);
  if (const auto* id = std::get_if<TermId>(&encoded)) return *id;
  return dictionary_.find(std::get<TermText>(encoded));
}

rdf::Term QuadReader::term(TermId id) const {
  PROSPER_ASSERT(id != default_graph);
  if (!is_in_dictionary(id)) {
    if (auto literal = from_inline(id)) return *literal;
  } else if (const auto bytes = dictionary_.bytes(id)) {
    if (auto term = decode_text(tag_of(id), *bytes, public_base_)) return *term;
  }
  throw StoreError(StoreError::Kind::Damaged, transaction_.environment().data_file().string() +
                                                  ": " + name_of(id) +
                                                  " is not in the dictionary; run prosper check");
}

Range QuadReader::best_range(const QuadPattern& pattern) const {
  const RangeChoice choice = choose_ranges(pattern);
  if (!choice.has_graph_range) return choice.range;
  const std::uint64_t in_graph = rows(Gspo).count(choice.graph_range, exact_count_limit);
  const std::uint64_t elsewhere =
      rows(choice.range.order).count(choice.range, std::min(in_graph + 1, exact_count_limit));
  return in_graph < elsewhere ? choice.graph_range : choice.range;
}

std::unique_ptr<QuadCursor> QuadReader::scan(const QuadPattern& pattern) const {
  const Range range = best_range(pattern);
  return scan_range(transaction_, tables_.orders[range.order], range, pattern);
}

std::uint64_t QuadReader::estimate(const QuadPattern& pattern) const {
  const bool is_named = pattern.graph.kind == GraphScope::Kind::Named;
  if (is_named && !pattern.subject && !pattern.predicate && !pattern.object) {
    const Range own_graph{Gspo, 1, {default_graph.bits}};
    return quad_count() - rows(Gspo).count(own_graph, exact_count_limit);
  }
  const Range range = best_range(pattern);
  std::uint64_t rows_in_range = rows(range.order).count(range, exact_count_limit);
  if (!is_exact(pattern, range) && rows_in_range <= filtered_count_limit) {
    const auto cursor = scan_range(transaction_, tables_.orders[range.order], range, pattern);
    QuadBatch batch;
    rows_in_range = 0;
    while (cursor->next(batch)) rows_in_range += batch.size();
    return rows_in_range;
  }
  if (range.length < 2 || rows_in_range < exact_count_limit) return rows_in_range;
  // The counting stopped: the rarest bound term gives an upper bound.
  std::uint64_t bound = quad_count();
  const auto limit_by = [&](OrderIndex order, std::optional<TermId> id) {
    if (id) bound = std::min(bound, rows(order).count({order, 1, {id->bits}}, exact_count_limit));
  };
  limit_by(Spo, pattern.subject);
  limit_by(Pso, pattern.predicate);
  limit_by(Osp, pattern.object);
  return bound;
}

std::vector<TermId> QuadReader::graphs(TermId after, std::size_t limit) const {
  std::vector<TermId> names;
  lmdb::Cursor cursor(transaction_, tables_.graphs);
  const auto from = lmdb::to_key<1>({after.bits + 1});
  for (bool more = cursor.seek(from.view()); more && names.size() < limit; more = cursor.next()) {
    names.push_back(TermId{lmdb::from_key<1>(cursor.key())[0]});
  }
  return names;
}

std::optional<std::string> QuadReader::import_state(std::string_view key) const {
  const auto sealed = transaction_.get(tables_.imports, import_record_key(key));
  const auto record = sealed ? unseal(*sealed) : std::nullopt;
  if (!record) return std::nullopt;
  std::string_view rest = *record;
  if (take_sized(rest) != key) return std::nullopt;
  return std::string(rest);
}

bool QuadReader::is_used(TermId id) const {
  const auto leads = [&](OrderIndex order) {
    return rows(order).count({order, 1, {id.bits}}, 1) > 0;
  };
  return leads(Spo) || leads(Osp) || leads(Pso) || leads(Gspo);
}

std::string import_record_key(std::string_view key) {
  const TextHash hash = hash_text(TermTag::None, key);
  return std::string(lmdb::to_key<2>({hash.high, hash.low}).view());
}

std::string make_import_record(std::string_view key, std::string_view hash) {
  std::string record;
  append_sized(record, key);
  record += hash;
  return seal(std::move(record));
}

}  // namespace prosper::store
