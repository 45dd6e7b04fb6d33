// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/delta_column.hpp"

#include <algorithm>
#include <vector>

#include "store/blocks/column_gaps.hpp"

namespace prosper::store {
namespace {

constexpr unsigned zigzag_flag = 0x80;
constexpr unsigned width_bits = 0x7f;

/// One segment's differences, and what they need.
struct SegmentCode {
  bool is_zigzag = false;
  unsigned width = 0;
  std::array<std::uint64_t, segment_rows> differences;
};

void make_code(std::span<const std::uint64_t> segment, SegmentCode& code) {
  std::uint64_t any = 0;
  std::uint64_t zigzags = 0;
  std::uint64_t descents = 0;
  for (std::size_t i = 1; i < segment.size(); ++i) {
    const std::uint64_t difference = segment[i] - segment[i - 1];
    code.differences[i - 1] = difference;
    any |= difference;
    zigzags |= to_zigzag(difference);
    descents |= static_cast<std::uint64_t>(segment[i] < segment[i - 1]);
  }
  code.is_zigzag = descents != 0;
  code.width = width_of(code.is_zigzag ? zigzags : any);
  if (!code.is_zigzag) return;
  for (std::size_t i = 1; i < segment.size(); ++i) {
    code.differences[i - 1] = to_zigzag(code.differences[i - 1]);
  }
}

}  // namespace

bool DeltaColumn::open(const ColumnPayload& payload) {
  const std::size_t segments = segments_of(payload.rows);
  bytes_ = payload.bytes;
  min_ = payload.min;
  full_width_ = payload.full_width();
  firsts_ = bytes_ + segments;
  std::size_t offset = segments + packed_bytes(segments, full_width_);
  if (offset > payload.size) return false;
  for (std::size_t segment = 0; segment < segments; ++segment) {
    offsets_[segment] = static_cast<std::uint16_t>(offset);
    const unsigned width = bytes_[segment] & width_bits;
    if (width > 64) return false;
    const std::size_t count = std::min(segment_rows, payload.rows - segment * segment_rows);
    offset += packed_bytes(count - 1, width);
    if (offset > payload.size) return false;
  }
  bytes_used_ = offset;
  return true;
}

void DeltaColumn::decode_segment(std::size_t segment, std::size_t count, std::uint64_t* out) const {
  std::array<std::uint64_t, segment_rows> codes;
  const unsigned code = bytes_[segment];
  // Whole eights are read at once: what lies behind the differences is not used.
  unpack(bytes_ + offsets_[segment], 0, (count + 6) / 8 * 8, code & width_bits, 0, codes.data());
  std::uint64_t value = first_of(segment);
  out[0] = value;
  if ((code & zigzag_flag) != 0) {
    for (std::size_t i = 1; i < count; ++i) out[i] = value += from_zigzag(codes[i - 1]);
  } else {
    for (std::size_t i = 1; i < count; ++i) out[i] = value += codes[i - 1];
  }
}

std::uint64_t DeltaColumn::at(std::size_t row) const {
  const std::size_t segment = row / segment_rows;
  const std::size_t place = row % segment_rows;
  if (place == 0) return first_of(segment);
  std::array<std::uint64_t, segment_rows> values;
  decode_segment(segment, place + 1, values.data());
  return values[place];
}

void DeltaColumn::decode(std::size_t from, std::size_t count, std::uint64_t* out) const {
  while (count > 0) {
    const std::size_t place = from % segment_rows;
    const std::size_t taken = std::min(count, segment_rows - place);
    if (place == 0) {
      decode_segment(from / segment_rows, taken, out);
    } else {
      std::array<std::uint64_t, segment_rows> values;
      decode_segment(from / segment_rows, place + taken, values.data());
      std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(place), taken, out);
    }
    from += taken;
    count -= taken;
    out += taken;
  }
}

void DeltaSize::finish_segment() {
  if (crosses_ != 0) {
    ++crossing_segments_;
  } else {
    finished_bytes_ += packed_bytes(segment_rows - 1, width());
  }
  differences_ = zigzags_ = descents_ = crosses_ = 0;
}

unsigned DeltaSize::width() const {
  return width_of(descents_ != 0 ? zigzags_ : differences_);
}

template <bool has_gaps>
void DeltaSize::take(const std::uint64_t* values, std::size_t from, std::size_t to) {
  for (; from < to; ++from) {
    const std::uint64_t value = values[from];
    const std::uint64_t before = values[from - 1];
    std::uint64_t difference = value - before;
    if constexpr (has_gaps) {
      const unsigned cross = range_of(value ^ before);
      crosses_ |= cross;
      difference = cross == 0 ? difference : 0;
    }
    differences_ |= difference;
    zigzags_ |= to_zigzag(difference);
    descents_ |= static_cast<std::uint64_t>(value < before);
  }
}

void DeltaSize::extend(const std::uint64_t* values, std::size_t to, bool has_gaps) {
  std::size_t from = rows_;
  rows_ = to;
  while (from < to) {
    if (from % segment_rows == 0) {
      if (from > 0) finish_segment();
      ++from;
    }
    const std::size_t until = std::min(to, (from + segment_rows - 1) / segment_rows * segment_rows);
    if (has_gaps) {
      take<true>(values, from, until);
    } else {
      take<false>(values, from, until);
    }
    from = until;
  }
}

std::size_t DeltaSize::bytes(unsigned full_width) const {
  const std::size_t segments = segments_of(rows_);
  const std::size_t last = rows_ - (segments - 1) * segment_rows;
  // How far it is across gaps is only known when all gaps are.
  const unsigned crossing = std::min(full_width + 1, 64U);
  return segments + packed_bytes(segments, full_width) + finished_bytes_ +
         crossing_segments_ * packed_bytes(segment_rows - 1, crossing) +
         packed_bytes(last - 1, crosses_ != 0 ? crossing : width());
}

void encode_delta(std::span<const std::uint64_t> values, std::uint64_t base, unsigned full_width,
                  std::string& bytes) {
  std::string differences;
  std::vector<std::uint64_t> firsts;
  SegmentCode code;
  for (std::size_t from = 0; from < values.size(); from += segment_rows) {
    const auto segment = values.subspan(from, std::min(segment_rows, values.size() - from));
    make_code(segment, code);
    bytes += static_cast<char>(code.width | (code.is_zigzag ? zigzag_flag : 0U));
    firsts.push_back(segment[0]);
    pack(code.differences.data(), segment.size() - 1, code.width, 0, differences);
  }
  pack(firsts.data(), firsts.size(), full_width, base, bytes);
  bytes += differences;
}

}  // namespace prosper::store
