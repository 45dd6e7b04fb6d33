// SPDX-License-Identifier: Apache-2.0
#include "store/dictionary/ordered_removal.hpp"

#include <iterator>
#include <map>

#include "store/lmdb/error.hpp"
#include "store/lmdb/key_bytes.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::store {
namespace {

/// A block with fewer bytes joins a neighbour if both fit into so many.
constexpr std::size_t few_bytes = term_block::max_bytes * 4 / 10;
constexpr std::size_t joined_bytes = term_block::max_bytes * 9 / 10;
constexpr std::size_t max_encoders = 64;

lmdb::KeyBytes<1> key_of(TermId id) {
  return lmdb::to_key<1>({id.bits});
}

}  // namespace

const SymbolEncoder* OrderedRemoval::encoder(TermTag tag, std::uint32_t number) {
  if (number == 0) return nullptr;
  if (encoders_.size() >= max_encoders) encoders_.clear();
  auto& known = encoders_[symbols_key(tag, number).bits];
  if (!known) known = std::make_unique<SymbolEncoder>(terms_.symbols(tag, number));
  return known.get();
}

std::optional<OrderedRemoval::Content> OrderedRemoval::read(std::optional<TermId> key) const {
  if (!key) return std::nullopt;
  Content content;
  content.key = *key;
  const TermBlock block = terms_.block(*key);
  content.symbols = block.symbols();
  content.stored_bytes = block.stored_bytes();
  TermBlock::Buffers buffers;
  TermBlock::Reader reader(block, buffers);
  reader.first();
  do {
    content.add(reader.number(), reader.text());
  } while (reader.next());
  return content;
}

std::optional<TermId> OrderedRemoval::block_behind(TermId key) const {
  lmdb::Cursor blocks(transaction_, tables_.terms);
  if (!blocks.seek(key_of(TermId{key.bits + 1}).view())) return std::nullopt;
  const TermId behind{lmdb::from_key<1>(blocks.key())[0]};
  if (tag_of(behind) != tag_of(key)) return std::nullopt;
  return behind;
}

std::vector<CutTermBlock> OrderedRemoval::cut(const Content& content) {
  const TermTag tag = tag_of(content.key);
  TermBlockCutter cutter(tag, TermBlockCutter::Numbers::Any);
  std::vector<CutTermBlock> blocks;
  cutter.use(encoder(tag, content.symbols), content.symbols, blocks);
  cutter.set_key(content.key);
  for (const Term& term : content.terms) cutter.add(term.number, content.text(term), blocks);
  cutter.finish(blocks);
  return blocks;
}

void OrderedRemoval::put(const CutTermBlock& block) {
  transaction_.release_cursors();
  transaction_.put(tables_.terms, key_of(block.key).view(), block.bytes);
}

void OrderedRemoval::remove_block(TermId key, std::string_view first_text) {
  const std::string wanted = separator_key(tag_of(key), first_text);
  std::string found;
  {
    lmdb::Cursor separators(transaction_, tables_.separators);
    bool is_there = separators.seek_back(wanted);
    if (is_there) {
      found = separators.key();
      // Blocks behind this one can have the same separator, as far as it is kept.
      if (!separators.find(found, key_of(key).view())) {
        is_there = separators.seek(found) && separators.previous() &&
                   separators.value() == key_of(key).view();
        if (is_there) found = separators.key();
      }
    }
    if (!is_there) {
      throw lmdb::Error(lmdb::Error::Kind::Damaged,
                        transaction_.environment().data_file().string() +
                            ": a separator of the dictionary is missing; run prosper check");
    }
  }
  transaction_.release_cursors();
  transaction_.remove(tables_.separators, found, key_of(key).view());
  transaction_.remove(tables_.terms, key_of(key).view());
}

std::size_t OrderedRemoval::rewrite(const Content& content, std::string_view first_text) {
  if (content.terms.empty()) {
    remove_block(content.key, first_text);
    return 0;
  }
  const auto blocks = cut(content);
  for (const CutTermBlock& block : blocks) {
    put(block);
    if (block.key == content.key) continue;
    transaction_.put(tables_.separators, separator_key(tag_of(block.key), block.separator),
                     key_of(block.key).view());
  }
  return blocks.size() == 1 ? blocks.front().bytes.size() : 0;
}

bool OrderedRemoval::join(const Content& left, const Content& right) {
  if (left.stored_bytes + right.stored_bytes > joined_bytes) return false;
  Content both = left;
  for (const Term& term : right.terms) both.add(term.number, right.text(term));
  const auto blocks = cut(both);
  if (blocks.size() != 1) return false;
  put(blocks.front());
  remove_block(right.key, right.text(right.terms.front()));
  return true;
}

void OrderedRemoval::join_neighbour(TermId key, std::size_t bytes) {
  if (bytes == 0 || bytes >= few_bytes) return;
  const auto own = read(key);
  const auto left = read(terms_.block_at(TermId{key.bits - 1}));
  if (left && join(*left, *own)) return;
  if (const auto right = read(block_behind(key))) join(*own, *right);
}

std::size_t OrderedRemoval::take_out(Content& content, std::span<const TermId> ascending,
                                     std::size_t& place, const Action& removed) {
  const TermTag tag = tag_of(content.key);
  std::uint64_t predecessor = 0;
  return std::erase_if(content.terms, [&](const Term& term) {
    const TermId id = make_id(tag, term.number);
    while (place < ascending.size() && ascending[place] < id) ++place;
    if (place == ascending.size() || ascending[place] != id) {
      predecessor = term.number;
      return false;
    }
    ++place;
    removed(id, predecessor, content.text(term));
    return true;
  });
}

void OrderedRemoval::remove(std::span<const TermId> ascending, const Action& removed) {
  std::map<TermTag, std::uint64_t> counts;
  std::size_t place = 0;
  while (place < ascending.size()) {
    auto content = read(terms_.block_at(ascending[place]));
    if (!content) {
      ++place;
      continue;
    }
    const Term first = content->terms.front();
    const std::size_t before = place;
    const std::size_t found = take_out(*content, ascending, place, removed);
    counts[tag_of(content->key)] += found;
    if (place == before) ++place;
    if (found > 0) join_neighbour(content->key, rewrite(*content, content->text(first)));
  }
  for (const auto& [tag, count] : counts) {
    TermSection section = terms_.section(tag);
    PROSPER_ASSERT(section.present >= count);
    section.present -= count;
    transaction_.release_cursors();
    transaction_.put(tables_.terms, key_of(make_id(tag, 0)).view(), section_record(tag, section));
  }
}

}  // namespace prosper::store
