// SPDX-License-Identifier: Apache-2.0
#include "store/dictionary/ordered_terms.hpp"

#include "store/dictionary/big_endian.hpp"
#include "store/lmdb/error.hpp"
#include "store/lmdb/key_bytes.hpp"

namespace prosper::store {
namespace {

constexpr std::size_t section_bytes = 24;

TermId id_of(lmdb::Bytes key) {
  return TermId{key.size() == 8 ? lmdb::from_key<1>(key)[0] : 0};
}

}  // namespace

std::string section_record(TermTag tag, const TermSection& section) {
  std::string record(term_block::checksum_bytes, '\0');
  record += lmdb::to_key<2>({section.numbers, section.present}).view();
  write_big_endian(record.data(), term_block::checksum(
                                      make_id(tag, 0),
                                      std::string_view(record).substr(term_block::checksum_bytes)));
  return record;
}

std::string separator_key(TermTag tag, std::string_view text) {
  std::string key(1, static_cast<char>(tag));
  key += text.substr(0, max_separator_key - 1);
  return key;
}

std::string symbols_record(TermId key, const SymbolTable& table) {
  std::string record(term_block::checksum_bytes, '\0');
  record += table.to_bytes();
  write_big_endian(
      record.data(),
      term_block::checksum(key, std::string_view(record).substr(term_block::checksum_bytes)));
  return record;
}

lmdb::Cursor& OrderedTerms::cursor(std::optional<lmdb::Cursor>& slot, lmdb::Table table) const {
  if (!slot || !slot->is_open()) slot.emplace(transaction_, table);
  return *slot;
}

void OrderedTerms::refuse(const std::string& what) const {
  throw lmdb::Error(lmdb::Error::Kind::Damaged, transaction_.environment().data_file().string() +
                                                    ": " + what +
                                                    " of the dictionary is damaged; run prosper "
                                                    "check");
}

bool OrderedTerms::to_block(TermId id) const {
  lmdb::Cursor& blocks = cursor(blocks_, tables_.terms);
  if (!blocks.seek_back(lmdb::to_key<1>({id.bits}).view())) return false;
  const TermId key = id_of(blocks.key());
  return tag_of(key) == tag_of(id) && number_of(key) > 0;
}

TermBlock OrderedTerms::block_here() const {
  return with_symbols(TermBlock(id_of(blocks_->key()), blocks_->value()));
}

TermBlock OrderedTerms::with_symbols(TermBlock block) const {
  if (block.symbols() != 0) block.use(&symbols(tag_of(block.key()), block.symbols()));
  return block;
}

TermBlock OrderedTerms::block(TermId key) const {
  const auto value = transaction_.get(tables_.terms, lmdb::to_key<1>({key.bits}).view());
  if (!value) refuse("a separator");
  return with_symbols(TermBlock(key, *value));
}

const SymbolTable& OrderedTerms::symbols(TermTag tag, std::uint32_t number) const {
  const TermId key = symbols_key(tag, number);
  auto& known = symbol_tables_[key.bits];
  if (known) return *known;
  const auto record = transaction_.get(tables_.symbols, lmdb::to_key<1>({key.bits}).view());
  if (!record || record->size() < term_block::checksum_bytes) refuse("a symbol table");
  const std::string_view bytes = record->substr(term_block::checksum_bytes);
  auto table = SymbolTable::from_bytes(bytes);
  if (!table || read_big_endian<std::uint64_t>(*record, 0) != term_block::checksum(key, bytes)) {
    refuse("a symbol table");
  }
  known = std::make_unique<SymbolTable>(*table);
  return *known;
}

std::optional<std::string_view> OrderedTerms::text(TermId id) const {
  if (!to_block(id)) return std::nullopt;
  const TermBlock block = block_here();
  TermBlock::Reader reader(block, buffers_);
  if (!reader.seek_number(number_of(id)) || reader.number() != number_of(id)) return std::nullopt;
  return reader.text();
}

std::optional<TermId> OrderedTerms::block_at(TermId id) const {
  if (!to_block(id)) return std::nullopt;
  return id_of(blocks_->key());
}

bool OrderedTerms::begins_at_or_before(TermId key, std::string_view text) const {
  const TermBlock begun = block(key);
  TermBlock::Reader reader(begun, buffers_);
  reader.first();
  return reader.text() <= text;
}

/// The last block that begins at or before the text, among those from `first`, which does, to
/// `last`: their separators are too long to tell.
TermId OrderedTerms::search_blocks(TermId first, TermId last, std::string_view text) const {
  TermId best = first;
  while (first < last) {
    const TermId middle{first.bits + (last.bits - first.bits + 1) / 2};
    const auto key = block_at(middle);
    if (!key) refuse("a separator");
    if (*key <= best || begins_at_or_before(*key, text)) {
      best = std::max(best, *key);
      first = middle;
    } else {
      last = TermId{key->bits - 1};
    }
  }
  return best;
}

std::optional<TermId> OrderedTerms::block_of(TermTag tag, std::string_view text) const {
  lmdb::Cursor& separators = cursor(separators_, tables_.separators);
  const std::string wanted = separator_key(tag, text);
  if (!separators.seek_back(wanted)) return std::nullopt;
  const auto here = [&]() -> std::optional<TermId> {
    if (separators.key().empty() || separators.key().front() != wanted.front()) return std::nullopt;
    return id_of(separators.value());
  };
  const auto last = here();
  if (!last || wanted.size() < max_separator_key || separators.key() != wanted) return last;
  separators.seek(wanted);
  const TermId first = id_of(separators.value());
  if (begins_at_or_before(first, text)) return search_blocks(first, *last, text);
  if (!separators.previous()) return std::nullopt;
  return here();
}

OrderedTerms::Place OrderedTerms::place(TermTag tag, std::string_view text) const {
  const auto key = block_of(tag, text);
  if (!key) return {};
  const TermBlock found = block(*key);
  TermBlock::Reader reader(found, buffers_);
  Place place = reader.seek_text(text);
  // Texts between the separator and the first that is left follow the blocks before.
  if (place.predecessor == 0) place.predecessor = present_before(*key);
  return place;
}

std::uint64_t OrderedTerms::present_before(TermId id) const {
  const TermTag tag = tag_of(id);
  const std::uint64_t number = payload_of(id);
  std::uint64_t limit = number;
  while (limit > 1 && to_block(make_id(tag, limit - 1))) {
    const TermBlock block = block_here();
    TermBlock::Reader reader(block, buffers_);
    std::uint64_t before = 0;
    for (reader.first(); reader.number() < number;) {
      before = reader.number();
      if (!reader.next()) break;
    }
    if (before != 0) return before;
    limit = number_of(block.key());
  }
  return 0;
}

void OrderedTerms::each_of(std::span<const TermId> ascending,
                           const std::function<void(std::size_t, std::string_view)>& action) const {
  std::size_t place = 0;
  while (place < ascending.size()) {
    if (!to_block(ascending[place])) {
      ++place;
      continue;
    }
    const TermBlock block = block_here();
    TermBlock::Reader reader(block, buffers_);
    if (!reader.seek_number(number_of(ascending[place]))) {
      ++place;
      continue;
    }
    const TermTag tag = tag_of(block.key());
    for (; place < ascending.size() && tag_of(ascending[place]) == tag; ++place) {
      const std::uint64_t number = number_of(ascending[place]);
      if (reader.number() < number && !reader.advance_to(number)) break;
      if (reader.number() == number) action(place, reader.text());
    }
  }
}

void OrderedTerms::each(TermTag tag,
                        const std::function<void(TermId, std::string_view)>& action) const {
  lmdb::Cursor blocks(transaction_, tables_.terms);
  TermBlock::Buffers buffers;
  for (bool more = blocks.seek(lmdb::to_key<1>({make_id(tag, 1).bits}).view());
       more && tag_of(id_of(blocks.key())) == tag; more = blocks.next()) {
    const TermBlock block = with_symbols(TermBlock(id_of(blocks.key()), blocks.value()));
    TermBlock::Reader reader(block, buffers);
    reader.first();
    do {
      action(make_id(tag, reader.number()), reader.text());
    } while (reader.next());
  }
}

TermSection OrderedTerms::section(TermTag tag) const {
  const TermId key = make_id(tag, 0);
  const auto record = transaction_.get(tables_.terms, lmdb::to_key<1>({key.bits}).view());
  if (!record) return {};
  if (record->size() != section_bytes ||
      read_big_endian<std::uint64_t>(*record, 0) !=
          term_block::checksum(key, record->substr(term_block::checksum_bytes))) {
    refuse("a section");
  }
  const auto numbers = lmdb::from_key<2>(record->substr(term_block::checksum_bytes));
  return {numbers[0], numbers[1]};
}

}  // namespace prosper::store
