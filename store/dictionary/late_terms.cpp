// SPDX-License-Identifier: Apache-2.0
#define XXH_INLINE_ALL
#include "store/dictionary/late_terms.hpp"

#include <xxhash.h>

#include "store/lmdb/cursor.hpp"
#include "store/lmdb/error.hpp"
#include "store/lmdb/key_bytes.hpp"

namespace prosper::store {
namespace {

constexpr std::size_t number_bytes = 8;
constexpr std::size_t head_bytes = 2 * number_bytes;

std::uint64_t checksum(TermId id, std::uint64_t predecessor, std::string_view bytes) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), id.bits * 31 + predecessor);
}

TermId id_of(lmdb::Bytes bytes) {
  return TermId{bytes.size() == number_bytes ? lmdb::from_key<1>(bytes)[0] : 0};
}

}  // namespace

TextHash hash_text(TermTag tag, std::string_view bytes) {
  const XXH128_hash_t hash =
      XXH3_128bits_withSeed(bytes.data(), bytes.size(), static_cast<XXH64_hash_t>(tag));
  return {hash.high64, hash.low64};
}

std::string late_record(TermId id, std::uint64_t predecessor, std::string_view bytes) {
  std::string record(lmdb::to_key<2>({predecessor, checksum(id, predecessor, bytes)}).view());
  return record.append(bytes);
}

std::optional<LateTerm> parse_late_record(lmdb::Bytes record) {
  if (record.size() < head_bytes) return std::nullopt;
  return LateTerm{lmdb::from_key<1>(record)[0], record.substr(head_bytes)};
}

bool is_late_record_sound(TermId id, lmdb::Bytes record) {
  const auto term = parse_late_record(record);
  return term && lmdb::from_key<2>(record)[1] == checksum(id, term->predecessor, term->bytes);
}

std::string late_hash_key(const TextHash& hash) {
  return std::string(lmdb::to_key<1>({hash.low}).view());
}

std::optional<LateTerm> LateTerms::get(TermId id) const {
  const auto record = transaction_.get(tables_.late_terms, lmdb::to_key<1>({id.bits}).view());
  if (!record) return std::nullopt;
  const auto term = parse_late_record(*record);
  if (term) return term;
  throw lmdb::Error(lmdb::Error::Kind::Damaged,
                    transaction_.environment().data_file().string() +
                        ": a late term of the dictionary is damaged; run prosper check");
}

std::optional<TermId> LateTerms::find(const TermText& text, const TextHash& hash) const {
  const std::string key = late_hash_key(hash);
  const auto only_candidate = transaction_.get(tables_.late_hashes, key);
  if (!only_candidate) return std::nullopt;
  const auto matches = [&](TermId id) {
    if (tag_of(id) != text.tag) return false;
    const auto term = get(id);
    return term && term->bytes == std::string_view(text.bytes);
  };
  const TermId first = id_of(*only_candidate);
  if (matches(first)) return first;
  lmdb::Cursor cursor(transaction_, tables_.late_hashes);
  for (bool more = cursor.seek(key); more && cursor.key() == key; more = cursor.next()) {
    const TermId id = id_of(cursor.value());
    if (matches(id)) return id;
  }
  return std::nullopt;
}

bool LateTerms::is_reachable(TermId id, const LateTerm& term) const {
  const auto value = lmdb::to_key<1>({id.bits});
  lmdb::Cursor hashes(transaction_, tables_.late_hashes);
  if (!hashes.find(late_hash_key(hash_(tag_of(id), term.bytes)), value.view())) return false;
  lmdb::Cursor places(transaction_, tables_.late_places);
  return places.find(lmdb::to_key<1>({make_id(tag_of(id), term.predecessor).bits}).view(),
                     value.view());
}

std::vector<TermId> LateTerms::behind(TermTag tag, std::uint64_t first, std::uint64_t last) const {
  std::vector<TermId> ids;
  const auto from = lmdb::to_key<1>({make_id(tag, first).bits});
  const auto to = lmdb::to_key<1>({make_id(tag, last).bits});
  lmdb::Cursor places(transaction_, tables_.late_places);
  for (bool more = places.seek(from.view()); more && places.key() <= to.view();
       more = places.next()) {
    ids.push_back(id_of(places.value()));
  }
  return ids;
}

}  // namespace prosper::store
