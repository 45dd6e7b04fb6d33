// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/grouped_column.hpp"

#include <algorithm>
#include <cstring>

namespace prosper::store {
namespace {

constexpr std::size_t start_bytes = 2;
/// A wider value could not be read with one load.
constexpr unsigned widest = 57;

struct ValueGroup {
  std::uint64_t min = ~std::uint64_t{0};
  std::uint64_t max = 0;
  unsigned width = 0;

  void take(std::uint64_t value) {
    min = std::min(min, value);
    max = std::max(max, value);
  }
};

/// The bit at which each segment begins, and every value less its group's minimum.
void append_rests(std::span<const std::uint64_t> values, const RankedValues& groups,
                  const std::array<ValueGroup, group_limit>& known, std::string& bytes) {
  std::size_t bits = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i % segment_rows == 0) {
      const auto start = static_cast<std::uint16_t>(bits);
      bytes.append(reinterpret_cast<const char*>(&start), sizeof(start));
    }
    bits += known[groups.ranks[i]].width;
  }
  const std::size_t start = bytes.size();
  bytes.resize(start + (bits + 7) / 8 + sizeof(std::uint64_t));
  BitWriter writer(bytes.data() + start);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const ValueGroup& group = known[groups.ranks[i]];
    writer.put(values[i] - group.min, group.width);
  }
  bytes.resize(bytes.size() - sizeof(std::uint64_t));
}

}  // namespace

bool GroupedColumn::open(const ColumnPayload& payload, const DictionaryColumn& groups) {
  count_ = groups.distinct();
  min_ = payload.min;
  full_width_ = payload.full_width();
  groups_.clear();
  if (count_ > group_limit) return false;
  const std::size_t segments = segments_of(payload.rows);
  const std::size_t min_bytes = packed_bytes(count_, full_width_);
  const std::size_t head = 1 + count_ + min_bytes + segments * start_bytes;
  if (head > payload.size) return false;
  widths_ = payload.bytes + 1;
  mins_ = widths_ + count_;
  starts_ = mins_ + min_bytes;
  values_ = payload.bytes + head;
  if (*std::max_element(widths_, widths_ + count_) > widest) return false;
  const std::size_t bits = (payload.size - head) * 8;
  for (std::size_t segment = 0; segment < segments; ++segment) {
    // A segment's rows may pass the end in a damaged block, by less than decode_overrun.
    if (start_bit(segment) > bits) return false;
  }
  return true;
}

GroupedColumn::Group GroupedColumn::group(std::size_t index) const {
  if (index >= count_) return {};
  return {min_ + unpack_one(mins_, index, full_width_), low_bits(widths_[index]), widths_[index]};
}

void GroupedColumn::read_groups(const ColumnGaps& gaps) {
  groups_.assign(std::size_t{1} << width_of(count_ - 1), Group{});
  for (std::size_t i = 0; i < count_; ++i) {
    groups_[i] = group(i);
    groups_[i].min = gaps.expand(groups_[i].min);
  }
}

std::size_t GroupedColumn::start_bit(std::size_t segment) const {
  std::uint16_t bit = 0;
  std::memcpy(&bit, starts_ + segment * start_bytes, sizeof(bit));
  return bit;
}

std::size_t GroupedColumn::first_bit(std::size_t row, const DictionaryColumn& groups) const {
  std::size_t bit = start_bit(row / segment_rows);
  for (std::size_t i = row / segment_rows * segment_rows; i < row; ++i) {
    bit += width(groups.index(i));
  }
  return bit;
}

std::uint64_t GroupedColumn::at(std::size_t row, const DictionaryColumn& groups) const {
  const std::size_t index = groups.index(row);
  const Group of_row = groups_.empty() ? group(index) : groups_[index];
  return of_row.min + unpack_at_bit(values_, first_bit(row, groups), of_row.width);
}

template <class GroupOf>
void GroupedColumn::decode_groups(std::size_t from, std::size_t count, std::size_t bit,
                                  const GroupOf& group_of, std::uint64_t* out) const {
  while (count > 0) {
    if (from % segment_rows == 0) bit = start_bit(from / segment_rows);
    const std::size_t taken = std::min(count, segment_rows - from % segment_rows);
    for (std::size_t i = 0; i < taken; ++i) {
      const Group& group = group_of(out[i]);
      out[i] = group.min + (load_bytes(values_ + bit / 8) >> (bit % 8) & group.mask);
      bit += group.width;
    }
    from += taken;
    count -= taken;
    out += taken;
  }
}

void GroupedColumn::decode(std::size_t from, std::size_t count, const DictionaryColumn& groups,
                           std::uint64_t* out) const {
  groups.decode_indexes(from, count, out);
  const std::size_t bit = from % segment_rows == 0 ? 0 : first_bit(from, groups);
  if (groups_.empty()) {
    decode_groups(from, count, bit, [&](std::size_t index) { return group(index); }, out);
  } else {
    const Group* known = groups_.data();
    decode_groups(
        from, count, bit, [&](std::size_t index) -> const Group& { return known[index]; }, out);
  }
}

void GroupedSize::widen(Group& group, std::uint64_t value) {
  group.min = std::min(group.min, value);
  group.max = std::max(group.max, value);
  const unsigned width = width_of(group.max - group.min);
  bits_ += group.rows * (width - group.width);
  group.width = width;
  is_possible_ = width <= widest;
}

void GroupedSize::extend(const std::uint64_t* values, const std::uint16_t* indexes,
                         std::size_t to) {
  for (; rows_ < to && is_possible_; ++rows_) {
    const std::size_t index = indexes[rows_];
    if (index >= group_limit) {
      is_possible_ = false;
      break;
    }
    Group& group = groups_[index];
    const std::uint64_t value = values[rows_];
    if (group.rows == 0) group.min = group.max = value;
    if (value - group.min > group.max - group.min) widen(group, value);
    ++group.rows;
    bits_ += group.width;
  }
}

std::size_t GroupedSize::bytes(std::size_t groups, unsigned full_width) const {
  return 1 + groups + packed_bytes(groups, full_width) + segments_of(rows_) * start_bytes +
         (bits_ + 7) / 8;
}

bool encode_grouped(std::span<const std::uint64_t> values, const RankedValues& groups,
                    std::size_t group_column, std::uint64_t base, unsigned full_width,
                    std::string& bytes) {
  const std::size_t count = groups.distinct.size();
  if (count > group_limit) return false;
  std::array<ValueGroup, group_limit> known;
  for (std::size_t i = 0; i < values.size(); ++i) known[groups.ranks[i]].take(values[i]);
  std::array<std::uint64_t, group_limit> mins;
  for (std::size_t i = 0; i < count; ++i) {
    known[i].width = width_of(known[i].max - known[i].min);
    if (known[i].width > widest) return false;
    mins[i] = known[i].min;
  }
  bytes += static_cast<char>(group_column);
  for (std::size_t i = 0; i < count; ++i) bytes += static_cast<char>(known[i].width);
  pack(mins.data(), count, full_width, base, bytes);
  append_rests(values, groups, known, bytes);
  return true;
}

}  // namespace prosper::store
