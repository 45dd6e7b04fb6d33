// SPDX-License-Identifier: Apache-2.0
#include "store/quad_reader.hpp"

#include <algorithm>
#include <utility>

#include "store/dictionary/text_hash.hpp"
#include "store/ids/inline_value.hpp"
#include "store/lmdb/cursor.hpp"
#include "store/lmdb/key_bytes.hpp"
#include "store/quad_scan.hpp"
#include "store/rdf/assert.hpp"
#include "store/rdf/language_tag.hpp"
#include "store/settings.hpp"
#include "store/store.hpp"
#include "store/term_use.hpp"

namespace prosper::store {
namespace {

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

std::vector<rdf::Term> QuadReader::spellings(const rdf::Literal& literal) const {
  const auto bytes_of = [&](std::string tag) {
    rdf::Term term = rdf::make_language_string(literal.lexical_form, std::move(tag));
    return std::get<TermText>(encode_term(term, public_base_)).bytes;
  };
  // Bytes follow the order of tags, in which these two enclose all that differ in case.
  const std::string first = bytes_of(rdf::first_spelling(literal.language));
  const std::string behind = bytes_of(rdf::fold_language(literal.language)) + '\0';
  TermRange range = dictionary_.range(TermTag::String, first, behind);
  std::vector<TermId> ids;
  for (TermId id = range.first; id < range.end; ++id.bits) ids.push_back(id);
  std::sort(range.late.begin(), range.late.end());
  ids.insert(ids.end(), range.late.begin(), range.late.end());
  std::vector<rdf::Term> found;
  dictionary_.decode(ids, [&](std::size_t, std::string_view bytes) {
    auto term = decode_text(TermTag::String, bytes, public_base_);
    const auto* string = term ? std::get_if<rdf::Literal>(&*term) : nullptr;
    if (string != nullptr && rdf::are_same_language(string->language, literal.language))
      found.push_back(std::move(*term));
  });
  return found;
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

std::vector<rdf::Term> QuadReader::terms(std::span<const TermId> ascending) const {
  std::vector<rdf::Term> terms(ascending.size());
  std::vector<TermId> in_dictionary;
  std::vector<std::size_t> places;
  for (std::size_t place = 0; place < ascending.size(); ++place) {
    if (is_in_dictionary(ascending[place])) {
      in_dictionary.push_back(ascending[place]);
      places.push_back(place);
    } else {
      terms[place] = term(ascending[place]);
    }
  }
  std::size_t decoded = 0;
  dictionary_.decode(in_dictionary, [&](std::size_t found, std::string_view bytes) {
    auto term = decode_text(tag_of(in_dictionary[found]), bytes, public_base_);
    if (!term) return;
    terms[places[found]] = *std::move(term);
    ++decoded;
  });
  if (decoded == in_dictionary.size()) return terms;
  // One is missing; `term` says which.
  for (std::size_t place = 0; place < ascending.size(); ++place)
    terms[place] = term(ascending[place]);
  return terms;
}

QuadReader::~QuadReader() = default;

std::uint64_t QuadReader::count_of(lmdb::Table counts, TermId id) const {
  const auto count = transaction_.get(counts, lmdb::to_key<1>({id.bits}).view());
  return count ? lmdb::from_key<1>(*count)[0] : 0;
}

std::uint64_t QuadReader::quad_count() const {
  std::uint64_t quads = 0;
  lmdb::Cursor cursor(transaction_, tables_.predicates);
  for (bool more = cursor.first(); more; more = cursor.next()) {
    quads += lmdb::from_key<1>(cursor.value())[0];
  }
  return quads;
}

std::uint64_t QuadReader::rows_in(const Range& range, std::uint64_t limit) const {
  if (range.length == 0) return quad_count();
  if (range.length == 1) {
    const TermId first{range.prefix[0]};
    if (range.order == Gspo) return count_of(tables_.graphs, first);
    if (range.order == Pso || range.order == Pos) return count_of(tables_.predicates, first);
  }
  return rows(range.order).count(range.prefix, range.length, limit).rows;
}

Range QuadReader::best_range(const QuadPattern& pattern) const {
  const RangeChoice choice = choose_ranges(pattern);
  if (!choice.has_graph_range) return choice.range;
  const std::uint64_t in_graph = rows_in(choice.graph_range);
  return in_graph < rows_in(choice.range, in_graph + 1) ? choice.graph_range : choice.range;
}

std::unique_ptr<QuadCursor> QuadReader::scan(const QuadPattern& pattern) const {
  const OrderIndex order = best_range(pattern).order;
  return std::make_unique<QuadScan>(transaction_, tables_.orders[order], order, pattern);
}

std::unique_ptr<QuadCursor> QuadReader::scan_in_order(const QuadPattern& pattern,
                                                      ScanOrder order) const {
  const OrderIndex index = order_index(order);
  return std::make_unique<QuadScan>(transaction_, tables_.orders[index], index, pattern);
}

std::uint64_t QuadReader::estimate(const QuadPattern& pattern) const {
  const bool is_named = pattern.graph.kind == GraphScope::Kind::Named;
  if (is_named && !pattern.subject && !pattern.predicate && !pattern.object) {
    return quad_count() - count_of(tables_.graphs, default_graph);
  }
  const Range range = best_range(pattern);
  const std::uint64_t rows_in_range = rows_in(range);
  if (is_exact(pattern, range) || rows_in_range > filtered_count_limit) return rows_in_range;
  QuadPattern counted = pattern;
  counted.wanted = 0;
  QuadScan cursor(transaction_, tables_.orders[range.order], range.order, counted);
  QuadBatch batch;
  std::uint64_t matches = 0;
  while (cursor.next(batch)) matches += batch.size();
  return matches;
}

std::optional<PatternCount> QuadReader::count(const QuadPattern& pattern) const {
  const Range range = choose_ranges(pattern).range;
  if (!is_exact(pattern, range)) return std::nullopt;
  if (pattern.graph.kind == GraphScope::Kind::One) {
    const std::uint64_t quads = rows_in(range);
    return PatternCount{quads, quads};
  }
  const RowCount count = rows(range.order).count(range.prefix, range.length);
  return PatternCount{count.rows, count.triples};
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
  if (term_use_ == nullptr) term_use_ = std::make_unique<TermUse>(transaction_, tables_);
  return term_use_->is_used(id);
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
