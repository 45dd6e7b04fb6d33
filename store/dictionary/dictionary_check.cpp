// SPDX-License-Identifier: Apache-2.0
#include "store/dictionary/dictionary_check.hpp"

#include <utility>

#include "store/lmdb/cursor.hpp"
#include "store/lmdb/error.hpp"
#include "store/lmdb/key_bytes.hpp"

namespace prosper::store {
namespace {

constexpr std::size_t number_bytes = 8;

std::string name_of(TermId id) {
  return "term " + std::to_string(static_cast<unsigned>(tag_of(id))) + ":" +
         (is_late(id) ? "late " : "") + std::to_string(number_of(id));
}

}  // namespace

DictionaryCheck::DictionaryCheck(const lmdb::Transaction& transaction,
                                 const DictionaryTables& tables, const NextNumbers& next,
                                 Dictionary::Action each, Report report, HashFunction hash)
    : transaction_(transaction),
      tables_(tables),
      next_(next),
      each_(std::move(each)),
      report_(std::move(report)),
      ordered_(transaction, tables),
      late_(transaction, tables, hash) {}

void DictionaryCheck::problem(const std::string& sentence) {
  if (!is_over_) is_over_ = !report_(sentence);
}

void DictionaryCheck::guard(const std::function<void()>& action) {
  try {
    action();
  } catch (const lmdb::Error& error) {
    if (error.kind() != lmdb::Error::Kind::Damaged) throw;
    problem(error.what());
  }
}

void DictionaryCheck::run() {
  check_blocks();
  if (transaction_.entries(tables_.separators) != blocks_) {
    problem("the dictionary has " + std::to_string(blocks_) + " blocks but " +
            std::to_string(transaction_.entries(tables_.separators)) + " separators");
  }
  check_symbols();
  check_late();
}

void DictionaryCheck::check_blocks() {
  lmdb::Cursor cursor(transaction_, tables_.terms);
  for (bool more = cursor.first(); more && !is_over_; more = cursor.next()) {
    if (cursor.key().size() != number_bytes) return problem("a block has a key of wrong size");
    const TermId key{lmdb::from_key<1>(cursor.key())[0]};
    if (!is_in_dictionary(key) || is_late(key)) {
      problem("there is a block for " + name_of(key));
      continue;
    }
    if (tag_of(key) != tag_) {
      end_section();
      tag_ = tag_of(key);
      section_ = {};
      guard([&] { section_ = ordered_.section(tag_); });
      present_ = 0;
      last_number_ = 0;
      last_text_.clear();
    }
    if (number_of(key) == 0) continue;
    ++blocks_;
    const lmdb::Bytes value = cursor.value();
    guard([&] { check_block(key, value); });
  }
  end_section();
}

void DictionaryCheck::end_section() {
  if (tag_ == TermTag::None || section_.present == present_) return;
  problem("section " + std::to_string(static_cast<unsigned>(tag_)) + " of the dictionary has " +
          std::to_string(present_) + " terms but counts " + std::to_string(section_.present));
}

void DictionaryCheck::check_block(TermId key, lmdb::Bytes value) {
  if (!TermBlock(key, value).is_sound()) {
    return problem("the dictionary block of " + name_of(key) +
                   " is damaged (its checksum is wrong)");
  }
  const TermBlock block = ordered_.block(key);
  TermBlock::Buffers buffers;
  TermBlock::Reader reader(block, buffers);
  reader.first();
  const std::string first(reader.text());
  if (number_of(key) <= last_number_) problem("the block of " + name_of(key) + " begins too early");
  do {
    const TermId id = make_id(tag_, reader.number());
    if (reader.number() < number_of(key) || reader.number() <= last_number_ ||
        reader.number() > section_.numbers) {
      problem(name_of(id) + " has a number that is not its own");
    }
    if (present_ > 0 && reader.text() <= last_text_) problem(name_of(id) + " is out of order");
    each_(id, reader.text());
    last_number_ = reader.number();
    last_text_ = reader.text();
    ++present_;
  } while (reader.next() && !is_over_);
  check_leads(key, first, last_text_);
}

void DictionaryCheck::check_leads(TermId key, std::string_view first, std::string_view last) {
  for (const std::string_view text : {first, last}) {
    if (ordered_.block_of(tag_of(key), text) == key) continue;
    return problem("the separators do not lead to the block of " + name_of(key));
  }
}

void DictionaryCheck::check_symbols() {
  lmdb::Cursor cursor(transaction_, tables_.symbols);
  for (bool more = cursor.first(); more && !is_over_; more = cursor.next()) {
    if (cursor.key().size() != number_bytes) {
      return problem("a symbol table has a key of wrong size");
    }
    const TermId key{lmdb::from_key<1>(cursor.key())[0]};
    guard([&] { ordered_.symbols(tag_of(key), static_cast<std::uint32_t>(payload_of(key))); });
  }
}

void DictionaryCheck::check_late() {
  lmdb::Cursor cursor(transaction_, tables_.late_terms);
  std::uint64_t terms = 0;
  for (bool more = cursor.first(); more && !is_over_; more = cursor.next()) {
    if (cursor.key().size() != number_bytes) return problem("a late term has a key of wrong size");
    const TermId id{lmdb::from_key<1>(cursor.key())[0]};
    const lmdb::Bytes record = cursor.value();
    guard([&] { check_late_term(id, record); });
    ++terms;
  }
  for (const auto& [table, name] :
       {std::pair(tables_.late_hashes, "hashes"), std::pair(tables_.late_places, "places")}) {
    if (is_over_ || transaction_.entries(table) == terms) continue;
    problem("the dictionary has " + std::to_string(terms) + " late terms but " +
            std::to_string(transaction_.entries(table)) + " of their " + name);
  }
}

void DictionaryCheck::check_late_term(TermId id, lmdb::Bytes record) {
  if (!is_in_dictionary(id) || !is_late(id)) {
    return problem(name_of(id) + " does not belong among the late terms");
  }
  if (!is_late_record_sound(id, record)) {
    return problem(name_of(id) + " is damaged (its checksum is wrong)");
  }
  const LateTerm term = *parse_late_record(record);
  if (number_of(id) == 0 || number_of(id) >= next_[static_cast<std::size_t>(tag_of(id))]) {
    problem(name_of(id) + " has a number that was not handed out");
  }
  const auto place = ordered_.place(tag_of(id), term.bytes);
  if (place.number != 0) problem(name_of(id) + " is an ordered term as well");
  if (place.predecessor != term.predecessor) {
    problem(name_of(id) + " is behind number " + std::to_string(place.predecessor) + " but says " +
            std::to_string(term.predecessor));
  }
  if (!late_.is_reachable(id, term)) problem(name_of(id) + " cannot be found by its text");
  const TermText text{tag_of(id), std::string(term.bytes)};
  if (late_.find(text, late_.hash_of(text)) != id) problem(name_of(id) + " is there twice");
  each_(id, term.bytes);
}

}  // namespace prosper::store
