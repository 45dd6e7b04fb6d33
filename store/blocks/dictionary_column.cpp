// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/dictionary_column.hpp"

#include <algorithm>

#include "store/blocks/delta_column.hpp"
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
  values_.assign(std::size_t{1} << index_width_, payload.min);
  const ColumnPayload values{payload.bytes + fixed_bytes, payload.size - fixed_bytes, distinct_,
                             payload.min, payload.span};
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

std::size_t encode_dictionary(std::span<const std::uint64_t> values,
                              std::span<const std::uint64_t> ranks, std::uint64_t base,
                              unsigned width, std::string& bytes) {
  std::string packed;
  std::string delta;
  pack(values.data(), values.size(), width, base, packed);
  encode_delta(values, base, width, delta);
  const bool is_delta = delta.size() < packed.size();
  bytes += static_cast<char>(values.size() & 0xffU);
  bytes += static_cast<char>(values.size() >> 8U);
  bytes += static_cast<char>(is_delta ? ColumnEncoding::Delta : ColumnEncoding::Packed);
  bytes += is_delta ? delta : packed;
  pack(ranks.data(), ranks.size(), width_of(values.size() - 1), 0, bytes);
  return std::min(delta.size(), packed.size());
}

}  // namespace prosper::store
