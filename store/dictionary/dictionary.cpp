// SPDX-License-Identifier: Apache-2.0
#include "store/dictionary/dictionary.hpp"

#include <algorithm>
#include <string>

#include "store/lmdb/cursor.hpp"
#include "store/lmdb/key_bytes.hpp"

namespace prosper::store {

Dictionary::Dictionary(const lmdb::Transaction& transaction, const DictionaryTables& tables,
                       HashFunction hash)
    : transaction_(transaction),
      tables_(tables),
      hash_(hash),
      ordered_(transaction, tables),
      late_(transaction, tables, hash) {}

std::optional<TermId> Dictionary::find(const TermText& text) const {
  return locate(text, hash_(text.tag, text.bytes)).id;
}

Dictionary::Location Dictionary::locate(const TermText& text, const TextHash& hash) const {
  const auto place = ordered_.place(text.tag, text.bytes);
  if (place.number != 0) return {make_id(text.tag, place.number), place.predecessor};
  return {late_.find(text, hash), place.predecessor};
}

std::optional<std::string_view> Dictionary::bytes(TermId id) const {
  if (!is_late(id)) return ordered_.text(id);
  const auto term = late_.get(id);
  if (!term) return std::nullopt;
  return term->bytes;
}

void Dictionary::decode(std::span<const TermId> ascending,
                        const std::function<void(std::size_t, std::string_view)>& action) const {
  std::size_t place = 0;
  while (place < ascending.size()) {
    const auto behind = std::find_if(ascending.begin() + static_cast<std::ptrdiff_t>(place),
                                     ascending.end(), is_late);
    const auto end = static_cast<std::size_t>(behind - ascending.begin());
    ordered_.each_of(
        ascending.subspan(place, end - place),
        [&](std::size_t found, std::string_view bytes) { action(place + found, bytes); });
    for (place = end; place < ascending.size() && is_late(ascending[place]); ++place) {
      if (const auto term = late_.get(ascending[place])) action(place, term->bytes);
    }
  }
}

std::uint64_t Dictionary::rank(TermId id) const {
  if (!is_in_dictionary(id)) return id.bits;
  if (!is_late(id)) return make_id(tag_of(id), 2 * number_of(id)).bits;
  const auto term = late_.get(id);
  return make_id(tag_of(id), 2 * (term ? term->predecessor : 0) + 1).bits;
}

std::strong_ordering Dictionary::order(TermId left, TermId right) const {
  if (left == right) return std::strong_ordering::equal;
  const std::uint64_t left_rank = rank(left);
  const std::uint64_t right_rank = rank(right);
  if (left_rank != right_rank) return left_rank <=> right_rank;
  const auto left_term = late_.get(left);
  const auto right_term = late_.get(right);
  if (!left_term || !right_term) return left <=> right;
  return left_term->bytes <=> right_term->bytes;
}

TermId Dictionary::lower_bound(TermTag tag, std::string_view bytes) const {
  const auto place = ordered_.place(tag, bytes);
  return make_id(tag, place.number != 0 ? place.number : place.predecessor + 1);
}

bool Dictionary::is_in(TermId late, std::string_view from,
                       std::optional<std::string_view> to) const {
  const auto term = late_.get(late);
  return term && term->bytes >= from && (!to || term->bytes < *to);
}

TermRange Dictionary::range(TermTag tag, std::string_view from,
                            std::optional<std::string_view> to) const {
  TermRange range{lower_bound(tag, from), make_id(tag, late_bit), {}};
  if (to) range.end = std::max(range.first, lower_bound(tag, *to));
  const std::uint64_t first = ordered_.place(tag, from).predecessor;
  const std::uint64_t last = to ? ordered_.place(tag, *to).predecessor : late_bit - 1;
  range.late = late_.behind(tag, first, last);
  // Those behind the ends may lie outside; the others are between two texts of the range.
  std::erase_if(range.late, [&](TermId id) {
    const auto term = late_.get(id);
    const bool is_at_end = !term || term->predecessor == first || term->predecessor == last;
    return is_at_end && !is_in(id, from, to);
  });
  return range;
}

std::optional<std::string> Dictionary::find_with_prefix(TermTag tag,
                                                        std::string_view prefix) const {
  std::string end(prefix);
  while (!end.empty() && end.back() == '\xff') end.pop_back();
  if (!end.empty()) ++end.back();
  const auto to = end.empty() ? std::nullopt : std::optional<std::string_view>(end);
  const TermRange found = range(tag, prefix, to);
  if (!found.late.empty()) return std::string(late_.get(found.late.front())->bytes);
  const std::uint64_t last = ordered_.present_before(found.end);
  if (last < number_of(found.first)) return std::nullopt;
  return std::string(*ordered_.text(make_id(tag, last)));
}

void Dictionary::each(TermTag tag, const Action& action) const {
  ordered_.each(tag, action);
  lmdb::Cursor cursor(transaction_, tables_.late_terms);
  const auto first = lmdb::to_key<1>({make_late_id(tag, 0).bits});
  for (bool more = cursor.seek(first.view()); more; more = cursor.next()) {
    const TermId id{cursor.key().size() == 8 ? lmdb::from_key<1>(cursor.key())[0] : 0};
    if (tag_of(id) != tag) return;
    if (const auto term = parse_late_record(cursor.value())) action(id, term->bytes);
  }
}

std::uint64_t Dictionary::size() const {
  std::uint64_t size = transaction_.entries(tables_.late_terms);
  for (const TermTag tag : dictionary_tags) size += ordered_.section(tag).present;
  return size;
}

}  // namespace prosper::store
