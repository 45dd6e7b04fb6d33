// SPDX-License-Identifier: Apache-2.0
#define XXH_INLINE_ALL
#include "store/dictionary/dictionary.hpp"

#include <algorithm>
#include <utility>
#include <xxhash.h>

#include "store/lmdb/cursor.hpp"
#include "store/lmdb/key_bytes.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::store {
namespace {

constexpr std::size_t recent_slots = 4096;
constexpr std::size_t recent_text_limit = 200;

lmdb::KeyBytes<2> hash_key(const TextHash& hash) {
  return lmdb::to_key<2>({hash.high, hash.low});
}

}  // namespace

TextHash hash_text(TermTag tag, std::string_view bytes) {
  const XXH128_hash_t hash =
      XXH3_128bits_withSeed(bytes.data(), bytes.size(), static_cast<XXH64_hash_t>(tag));
  return {hash.high64, hash.low64};
}

std::optional<TermId> Dictionary::find(const TermText& text) const {
  return find(text, hash_(text.tag, text.bytes));
}

std::optional<TermId> Dictionary::find(const TermText& text, const TextHash& hash) const {
  const lmdb::KeyBytes<2> key = hash_key(hash);
  const auto only_candidate = transaction_.get(tables_.hashes, key.view());
  if (!only_candidate) return std::nullopt;
  const auto matches = [&](TermId id) {
    return tag_of(id) == text.tag && bytes(id) == std::string_view(text.bytes);
  };
  const TermId first{lmdb::from_key<1>(*only_candidate)[0]};
  if (matches(first)) return first;
  lmdb::Cursor cursor(transaction_, tables_.hashes);
  for (bool more = cursor.seek(key.view()); more && cursor.key() == key.view();
       more = cursor.next()) {
    const TermId id{lmdb::from_key<1>(cursor.value())[0]};
    if (matches(id)) return id;
  }
  return std::nullopt;
}

std::optional<lmdb::Bytes> Dictionary::bytes(TermId id) const {
  return transaction_.get(tables_.terms, lmdb::to_key<1>({id.bits}).view());
}

bool Dictionary::is_hashed(TermId id, std::string_view bytes) const {
  lmdb::Cursor cursor(transaction_, tables_.hashes);
  return cursor.find(hash_key(hash_(tag_of(id), bytes)).view(), lmdb::to_key<1>({id.bits}).view());
}

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
  const auto [begin, end] = waiting_index_.equal_range(hash);
  for (auto entry = begin; entry != end; ++entry) {
    if (waiting_[entry->second].text == text) return waiting_[entry->second].id;
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
  if (text.bytes.size() <= recent_text_limit) recent_[hash.low % recent_slots] = {id, hash, text};
}

std::optional<TermId> DictionaryWriter::find(const TermText& text) const {
  return find(text, hash_(text.tag, text.bytes));
}

std::optional<TermId> DictionaryWriter::find(const TermText& text, const TextHash& hash) const {
  if (const auto id = find_waiting(text, hash)) return id;
  if (const auto id = find_recent(text, hash)) return id;
  const auto id = stored_.find(text, hash);
  if (id) remember(*id, hash, text);
  return id;
}

TermId DictionaryWriter::intern(TermText&& text) {
  const TextHash hash = hash_(text.tag, text.bytes);
  if (const auto id = find(text, hash)) return *id;
  const auto tag = static_cast<std::size_t>(text.tag);
  PROSPER_ASSERT(next_[tag] <= payload_mask);
  const TermId id = make_id(text.tag, next_[tag]++);
  waiting_bytes_ += text.bytes.size();
  waiting_index_.emplace(hash, waiting_.size());
  waiting_places_[tag].push_back(waiting_.size());
  waiting_.push_back({id, hash, std::move(text)});
  return id;
}

std::optional<std::string> DictionaryWriter::bytes(TermId id) const {
  if (is_new(id)) {
    const auto tag = static_cast<std::size_t>(tag_of(id));
    const std::uint64_t place = payload_of(id) - flushed_next_[tag];
    if (place >= waiting_places_[tag].size()) return std::nullopt;
    return waiting_[waiting_places_[tag][place]].text.bytes;
  }
  const auto stored = stored_.bytes(id);
  if (!stored) return std::nullopt;
  return std::string(*stored);
}

bool DictionaryWriter::is_new(TermId id) const {
  return is_in_dictionary(id) &&
         payload_of(id) >= flushed_next_[static_cast<std::size_t>(tag_of(id))];
}

void DictionaryWriter::flush() {
  if (waiting_.empty()) return;
  transaction_.release_cursors();
  waiting_index_.clear();
  std::sort(waiting_.begin(), waiting_.end(),
            [](const Entry& left, const Entry& right) { return left.id < right.id; });
  {
    lmdb::WriteCursor terms(transaction_, tables_.terms);
    for (const Entry& entry : waiting_) {
      terms.put(lmdb::to_key<1>({entry.id.bits}).view(), entry.text.bytes);
    }
  }
  std::sort(waiting_.begin(), waiting_.end(), [](const Entry& left, const Entry& right) {
    return std::pair(left.hash.high, left.hash.low) < std::pair(right.hash.high, right.hash.low);
  });
  lmdb::WriteCursor hashes(transaction_, tables_.hashes);
  for (const Entry& entry : waiting_) {
    hashes.put(hash_key(entry.hash).view(), lmdb::to_key<1>({entry.id.bits}).view());
  }
  for (auto& places : waiting_places_) places.clear();
  waiting_.clear();
  waiting_bytes_ = 0;
  flushed_next_ = next_;
}

std::optional<std::string> DictionaryWriter::forget(TermId id) {
  const auto stored = stored_.bytes(id);
  if (!stored) return std::nullopt;
  std::string bytes(*stored);
  const TextHash hash = hash_(tag_of(id), bytes);
  recent_[hash.low % recent_slots] = {};
  transaction_.remove(tables_.hashes, hash_key(hash).view(), lmdb::to_key<1>({id.bits}).view());
  transaction_.remove(tables_.terms, lmdb::to_key<1>({id.bits}).view());
  return bytes;
}

}  // namespace prosper::store
