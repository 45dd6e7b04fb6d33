// SPDX-License-Identifier: Apache-2.0
#include "store/dictionary/dictionary_builder.hpp"

#include <algorithm>

#include "store/lmdb/key_bytes.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::store {
namespace {

constexpr std::size_t stretch_bytes = std::size_t{4} << 20U;
constexpr std::size_t sample_bytes = std::size_t{32} << 10U;
/// Of one text.
constexpr std::size_t sample_text_bytes = 512;

lmdb::KeyBytes<1> key_of(TermId id) {
  return lmdb::to_key<1>({id.bits});
}

}  // namespace

DictionaryBuilder::DictionaryBuilder(lmdb::WriteTransaction& transaction,
                                     const DictionaryTables& tables)
    : transaction_(transaction),
      tables_(tables),
      terms_(transaction, tables.terms),
      separators_(transaction, tables.separators) {}

std::string_view DictionaryBuilder::text(std::size_t place) const {
  const std::size_t begin = place == 0 ? 0 : ends_[place - 1];
  return std::string_view(stretch_).substr(begin, ends_[place] - begin);
}

TermId DictionaryBuilder::append(TermTag tag, std::string_view bytes) {
  PROSPER_ASSERT(tag >= tag_ && is_in_dictionary(make_id(tag, 0)));
  if (tag != tag_) {
    end_section();
    begin_section(tag);
  } else if (stretch_.size() >= stretch_bytes) {
    write_stretch();
  }
  PROSPER_ASSERT(ends_.empty() || text(ends_.size() - 1) < bytes);
  stretch_ += bytes;
  ends_.push_back(stretch_.size());
  return make_id(tag, next_number_++);
}

void DictionaryBuilder::begin_section(TermTag tag) {
  tag_ = tag;
  next_number_ = 1;
  next_table_ = 1;
  cutter_ = std::make_unique<TermBlockCutter>(tag, TermBlockCutter::Numbers::Consecutive);
  // Its place in the key order, for the counts that are known at the end.
  terms_.put(key_of(make_id(tag, 0)).view(), section_record(tag, {}));
}

void DictionaryBuilder::end_section() {
  if (tag_ == TermTag::None) return;
  write_stretch();
  const std::uint64_t count = next_number_ - 1;
  terms_.put(key_of(make_id(tag_, 0)).view(), section_record(tag_, {count, count}));
}

std::vector<std::string_view> DictionaryBuilder::sample() const {
  std::vector<std::string_view> sample;
  const std::size_t steps = std::max<std::size_t>(1, ends_.size() / 1024);
  std::size_t bytes = 0;
  for (std::size_t place = 0; place < ends_.size(); place += steps) {
    const std::string_view own = text(place);
    const std::string_view before = place == 0 ? std::string_view() : text(place - 1);
    sample.push_back(own.substr(common_prefix(before, own)).substr(0, sample_text_bytes));
    bytes += sample.back().size();
  }
  // Evenly, so that the whole stretch stays represented.
  const std::size_t keep_every = bytes / sample_bytes + 1;
  std::size_t kept = 0;
  for (std::size_t place = 0; place < sample.size(); place += keep_every) {
    sample[kept++] = sample[place];
  }
  sample.resize(kept);
  return sample;
}

std::unique_ptr<SymbolTable> DictionaryBuilder::train() const {
  const auto texts = sample();
  auto table = std::make_unique<SymbolTable>(SymbolTable::train(texts));
  const SymbolEncoder encoder(*table);
  TextBuffer codes;
  std::size_t bytes = 0;
  for (const std::string_view text : texts) {
    encoder.encode(text, codes);
    bytes += text.size();
  }
  const std::size_t table_bytes = table->to_bytes().size();
  const bool pays = codes.size() < bytes / 10 * 9 &&
                    (bytes - codes.size()) * ends_.size() / texts.size() > 2 * table_bytes;
  if (!pays) table.reset();
  return table;
}

void DictionaryBuilder::write_stretch() {
  if (ends_.empty()) return;
  const auto table = train();
  std::unique_ptr<SymbolEncoder> encoder;
  std::uint32_t number = 0;
  if (table) {
    number = next_table_++;
    const TermId key = symbols_key(tag_, number);
    transaction_.put(tables_.symbols, key_of(key).view(), symbols_record(key, *table));
    encoder = std::make_unique<SymbolEncoder>(*table);
  }
  cutter_->use(encoder.get(), number, blocks_);
  encoder_ = std::move(encoder);
  std::uint64_t term = next_number_ - ends_.size();
  for (std::size_t place = 0; place < ends_.size(); ++place) {
    cutter_->add(term++, text(place), blocks_);
  }
  cutter_->finish(blocks_);
  for (const CutTermBlock& block : blocks_) {
    terms_.put(key_of(block.key).view(), block.bytes);
    separators_.put(separator_key(tag_, block.separator), key_of(block.key).view());
  }
  blocks_.clear();
  stretch_.clear();
  ends_.clear();
}

void DictionaryBuilder::finish() {
  end_section();
  tag_ = TermTag::None;
}

}  // namespace prosper::store
