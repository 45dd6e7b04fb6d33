// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/dictionary_column.hpp"

#include <algorithm>

#include "store/blocks/delta_column.hpp"
#include "store/blocks/distinct_index.hpp"
#include "store/blocks/packed_column.hpp"

namespace prosper::store {
namespace {

constexpr std::size_t fixed_bytes = 3;

}  // namespace

bool DictionaryColumn::open(const ColumnPayload& payload) {
  if (payload.size < fixed_bytes) return false;
  distinct_ = payload.bytes[0] | static_cast<std::size_t>(payload.bytes[1]) << 8U;
  if (distinct_ == 0 || distinct_ > dictionary_limit) return false;
  index_width_ = width_of(distinct_ - 1);
  values_.assign(std::size_t{1} << index_width_, payload.max);
  const ColumnPayload values{payload.bytes + fixed_bytes, payload.size - fixed_bytes, distinct_,
                             payload.min, payload.max};
  std::size_t used = 0;
  if (payload.bytes[2] == static_cast<std::uint8_t>(ColumnEncoding::Delta)) {
    DeltaColumn delta;
    if (!delta.open(values)) return false;
    delta.decode(0, distinct_, values_.data());
    used = delta.bytes_used();
  } else {
    PackedColumn packed;
    if (!packed.open(values)) return false;
    packed.decode(0, distinct_, values_.data());
    used = packed_bytes(distinct_, values.full_width());
  }
  indexes_ = values.bytes + used;
  return used + packed_bytes(payload.rows, index_width_) <= values.size;
}

void DictionaryColumn::decode(std::size_t from, std::size_t count, std::uint64_t* out) const {
  decode_indexes(from, count, out);
  const std::uint64_t* values = values_.data();
  for (std::size_t i = 0; i < count; ++i) out[i] = values[out[i]];
}

std::size_t dictionary_bytes(std::size_t distinct, std::size_t rows, unsigned full_width) {
  return fixed_bytes + packed_bytes(distinct, full_width) +
         packed_bytes(rows, width_of(distinct - 1));
}

RankedValues rank_values(std::span<const std::uint64_t> values) {
  DistinctIndex index;
  index.clear();
  index.extend(values.data(), 0, values.size());
  RankedValues ranked;
  ranked.distinct = index.values();
  std::sort(ranked.distinct.begin(), ranked.distinct.end());
  std::vector<std::uint16_t> rank_of;
  for (const std::uint64_t value : index.values()) {
    const auto found = std::lower_bound(ranked.distinct.begin(), ranked.distinct.end(), value);
    rank_of.push_back(static_cast<std::uint16_t>(found - ranked.distinct.begin()));
  }
  if (ranked.distinct.size() > dictionary_limit) return ranked;
  ranked.ranks.resize(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) ranked.ranks[i] = rank_of[index.indexes()[i]];
  return ranked;
}

bool encode_dictionary(std::span<const std::uint64_t> values, std::uint64_t min,
                       unsigned full_width, std::string& bytes) {
  const RankedValues ranked = rank_values(values);
  const std::vector<std::uint64_t>& distinct = ranked.distinct;
  if (distinct.size() > dictionary_limit) return false;
  std::string packed;
  std::string delta;
  encode_packed(distinct, min, full_width, packed);
  encode_delta(distinct, min, full_width, delta);
  const bool is_delta = delta.size() < packed.size();
  bytes += static_cast<char>(distinct.size() & 0xffU);
  bytes += static_cast<char>(distinct.size() >> 8U);
  bytes += static_cast<char>(is_delta ? ColumnEncoding::Delta : ColumnEncoding::Packed);
  bytes += is_delta ? delta : packed;
  BitWriter writer(bytes);
  const unsigned width = width_of(distinct.size() - 1);
  for (const std::uint16_t rank : ranked.ranks) writer.put(rank, width);
  writer.align();
  return true;
}

}  // namespace prosper::store
