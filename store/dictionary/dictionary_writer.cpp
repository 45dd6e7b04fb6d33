// SPDX-License-Identifier: Apache-2.0
#include "store/dictionary/dictionary_writer.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "store/dictionary/ordered_removal.hpp"
#include "store/lmdb/cursor.hpp"
#include "store/lmdb/key_bytes.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::store {
namespace {

constexpr std::size_t recent_slots = 4096;
constexpr std::size_t recent_text_limit = 200;

lmdb::KeyBytes<1> key_of(TermId id) {
  return lmdb::to_key<1>({id.bits});
}

}  // namespace

DictionaryWriter::DictionaryWriter(lmdb::WriteTransaction& transaction,
                                   const DictionaryTables& tables, const NextNumbers& next,
                                   HashFunction hash)
    : transaction_(transaction),
      tables_(tables),
      hash_(hash),
      stored_(transaction, tables, hash),
      next_(next),
      flushed_next_(next),
      recent_(recent_slots) {}

std::optional<TermId> DictionaryWriter::find_waiting(const TermText& text,
                                                     const TextHash& hash) const {
  const auto found = waiting_index_.find(hash);
  if (found == waiting_index_.end()) return std::nullopt;
  for (std::size_t place = found->second; place != nowhere; place = waiting_[place].same_hash) {
    if (waiting_[place].text == text) return waiting_[place].id;
  }
  return std::nullopt;
}

std::optional<TermId> DictionaryWriter::find_recent(const TermText& text,
                                                    const TextHash& hash) const {
  const Entry& entry = recent_[hash.low % recent_slots];
  if (entry.hash == hash && entry.text == text) return entry.id;
  return std::nullopt;
}

void DictionaryWriter::remember(TermId id, const TextHash& hash, const TermText& text) const {
  if (text.bytes.size() > recent_text_limit) return;
  recent_[hash.low % recent_slots] = {id, hash, 0, text, nowhere};
}

std::optional<TermId> DictionaryWriter::find(const TermText& text) const {
  return locate(text, hash_(text.tag, text.bytes)).id;
}

Dictionary::Location DictionaryWriter::locate(const TermText& text, const TextHash& hash) const {
  if (const auto id = find_waiting(text, hash)) return {id, 0};
  if (const auto id = find_recent(text, hash)) return {id, 0};
  const auto location = stored_.locate(text, hash);
  if (location.id) remember(*location.id, hash, text);
  return location;
}

TermId DictionaryWriter::intern(TermText&& text) {
  const TextHash hash = hash_(text.tag, text.bytes);
  const auto location = locate(text, hash);
  if (location.id) return *location.id;
  const auto tag = static_cast<std::size_t>(text.tag);
  PROSPER_ASSERT(next_[tag] < late_bit);
  const TermId id = make_late_id(text.tag, next_[tag]++);
  waiting_bytes_ += text.bytes.size();
  const auto [indexed, is_first] = waiting_index_.try_emplace(hash, nowhere);
  const std::size_t same_hash = std::exchange(indexed->second, waiting_.size());
  waiting_places_[tag].push_back(waiting_.size());
  waiting_.push_back({id, hash, location.predecessor, std::move(text), same_hash});
  return id;
}

std::optional<std::string> DictionaryWriter::bytes(TermId id) const {
  if (is_new(id)) {
    const auto tag = static_cast<std::size_t>(tag_of(id));
    const std::uint64_t place = number_of(id) - flushed_next_[tag];
    if (place >= waiting_places_[tag].size()) return std::nullopt;
    return waiting_[waiting_places_[tag][place]].text.bytes;
  }
  const auto stored = stored_.bytes(id);
  if (!stored) return std::nullopt;
  return std::string(*stored);
}

bool DictionaryWriter::is_new(TermId id) const {
  return is_in_dictionary(id) && is_late(id) &&
         number_of(id) >= flushed_next_[static_cast<std::size_t>(tag_of(id))];
}

void DictionaryWriter::flush() {
  if (waiting_.empty()) return;
  transaction_.release_cursors();
  waiting_index_.clear();
  const auto sort_by = [this](const auto& key) {
    std::sort(waiting_.begin(), waiting_.end(),
              [&](const Entry& left, const Entry& right) { return key(left) < key(right); });
  };
  {
    sort_by([](const Entry& entry) { return entry.id; });
    lmdb::WriteCursor terms(transaction_, tables_.late_terms);
    for (const Entry& entry : waiting_) {
      terms.put(key_of(entry.id).view(),
                late_record(entry.id, entry.predecessor, entry.text.bytes));
    }
  }
  {
    sort_by([](const Entry& entry) { return std::tuple(entry.hash.low, entry.id); });
    lmdb::WriteCursor hashes(transaction_, tables_.late_hashes);
    for (const Entry& entry : waiting_) {
      hashes.put(late_hash_key(entry.hash), key_of(entry.id).view());
    }
  }
  const auto place_of = [](const Entry& entry) {
    return make_id(tag_of(entry.id), entry.predecessor);
  };
  sort_by([&](const Entry& entry) { return std::tuple(place_of(entry), entry.id); });
  lmdb::WriteCursor places(transaction_, tables_.late_places);
  for (const Entry& entry : waiting_) {
    places.put(key_of(place_of(entry)).view(), key_of(entry.id).view());
  }
  for (auto& waiting_places : waiting_places_) waiting_places.clear();
  waiting_.clear();
  waiting_bytes_ = 0;
  flushed_next_ = next_;
}

void DictionaryWriter::forget_late(TermId id, const Dictionary::Action& forgotten) {
  const auto term = LateTerms(transaction_, tables_, hash_).get(id);
  if (!term) return;
  const TermId place = make_id(tag_of(id), term->predecessor);
  const TextHash hash = hash_(tag_of(id), term->bytes);
  forgotten(id, term->bytes);
  recent_[hash.low % recent_slots] = {};
  transaction_.release_cursors();
  transaction_.remove(tables_.late_hashes, late_hash_key(hash), key_of(id).view());
  transaction_.remove(tables_.late_places, key_of(place).view(), key_of(id).view());
  transaction_.remove(tables_.late_terms, key_of(id).view());
}

std::vector<DictionaryWriter::GoneTerm> DictionaryWriter::forget_ordered(
    std::span<const TermId> ids, const Dictionary::Action& forgotten) {
  std::vector<GoneTerm> gone;
  const auto note = [&](TermId id, std::uint64_t predecessor, std::string_view bytes) {
    recent_[hash_(tag_of(id), bytes).low % recent_slots] = {};
    gone.push_back({id, predecessor});
    forgotten(id, bytes);
  };
  OrderedRemoval(transaction_, tables_).remove(ids, note);
  return gone;
}

void DictionaryWriter::move_late(const std::vector<GoneTerm>& gone) {
  if (transaction_.entries(tables_.late_places) == 0) return;
  const OrderedTerms ordered(transaction_, tables_);
  const LateTerms late(transaction_, tables_, hash_);
  for (const auto& [id, kept] : gone) {
    const auto moved = late.behind(tag_of(id), number_of(id), number_of(id));
    if (moved.empty()) continue;
    const std::uint64_t predecessor = kept != 0 ? kept : ordered.present_before(id);
    transaction_.release_cursors();
    for (const TermId mover : moved) {
      const auto term = late.get(mover);
      PROSPER_ASSERT(term.has_value());
      const std::string record = late_record(mover, predecessor, term->bytes);
      transaction_.put(tables_.late_terms, key_of(mover).view(), record);
      transaction_.remove(tables_.late_places, key_of(id).view(), key_of(mover).view());
      transaction_.put(tables_.late_places, key_of(make_id(tag_of(id), predecessor)).view(),
                       key_of(mover).view());
    }
  }
}

void DictionaryWriter::forget(std::span<const TermId> ascending,
                              const Dictionary::Action& forgotten) {
  PROSPER_ASSERT(waiting_.empty());
  transaction_.release_cursors();
  std::vector<TermId> ordered;
  for (const TermId id : ascending) {
    if (is_late(id)) {
      forget_late(id, forgotten);
    } else {
      ordered.push_back(id);
    }
  }
  move_late(forget_ordered(ordered, forgotten));
}

void DictionaryWriter::clear() {
  PROSPER_ASSERT(waiting_.empty());
  for (const lmdb::Table table : {tables_.terms, tables_.separators, tables_.symbols,
                                  tables_.late_terms, tables_.late_hashes, tables_.late_places}) {
    transaction_.clear(table);
  }
  recent_.assign(recent_slots, {});
}

}  // namespace prosper::store
