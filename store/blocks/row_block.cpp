// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/row_block.hpp"

#include <algorithm>
#include <cstring>

#include "store/lmdb/error.hpp"

namespace prosper::store {
namespace {

constexpr std::size_t no_segment = ~std::size_t{0};
/// About as many as a column has groups.
constexpr std::size_t many_rows = 32;

[[noreturn]] void throw_damaged(const char* what) {
  throw lmdb::Error(lmdb::Error::Kind::Damaged,
                    std::string("a block of rows is damaged (") + what + "); run prosper check");
}

}  // namespace

void RowBlock::load(std::string_view bytes) {
  for (Decoder& decoder : decoders_) decoder.is_open = false;
  header_.rows = 0;
  if (!read_header(bytes, header_)) throw_damaged("header");
  std::memcpy(bytes_.data(), bytes.data(), bytes.size());
}

RowBlock::Decoder& RowBlock::open(std::size_t column) {
  Decoder& decoder = decoders_[column];
  if (decoder.is_open) return decoder;
  const ColumnHeader& header = header_.columns[column];
  const ColumnPayload payload{bytes_.data() + header.begin, header.end - header.begin, rows(),
                              header.min, header.max - header.min};
  if (!open_payload(column, payload)) throw_damaged("column");
  decoder.is_open = true;
  decoder.is_prepared = false;
  decoder.segment = no_segment;
  return decoder;
}

bool RowBlock::open_payload(std::size_t column, ColumnPayload payload) {
  Decoder& decoder = decoders_[column];
  const ColumnEncoding encoding = header_.columns[column].encoding;
  decoder.gaps.clear();
  if (!header_.columns[column].has_gaps) return open_values(column, payload);
  if (encoding == ColumnEncoding::Constant || encoding == ColumnEncoding::Linear) return false;
  return decoder.gaps.open(payload) && open_values(column, payload);
}

/// Work that pays when many rows are decoded: what many rows share gets its gaps back once.
void RowBlock::prepare_for_many(std::size_t column) {
  Decoder& decoder = decoders_[column];
  if (decoder.is_prepared) return;
  decoder.is_prepared = true;
  const ColumnEncoding encoding = header_.columns[column].encoding;
  const bool is_grouped = encoding == ColumnEncoding::Grouped;
  if (is_grouped) decoder.grouped.read_groups(decoder.gaps);
  if (encoding == ColumnEncoding::Dictionary) decoder.dictionary.expand(decoder.gaps);
  if (is_grouped || encoding == ColumnEncoding::Dictionary) decoder.gaps.clear();
}

bool RowBlock::open_values(std::size_t column, const ColumnPayload& payload) {
  Decoder& decoder = decoders_[column];
  switch (header_.columns[column].encoding) {
    case ColumnEncoding::Constant:
      return payload.span == 0;
    case ColumnEncoding::Packed:
      return decoder.packed.open(payload);
    case ColumnEncoding::Runs:
      return decoder.runs.open(payload);
    case ColumnEncoding::Delta:
      return decoder.delta.open(payload);
    case ColumnEncoding::Dictionary:
      return decoder.dictionary.open(payload);
    case ColumnEncoding::Grouped:
      return open_grouped(decoder, column, payload);
    case ColumnEncoding::Linear:
      return open_linear(decoder, column, payload);
  }
  return false;
}

bool RowBlock::open_grouped(Decoder& decoder, std::size_t column, const ColumnPayload& payload) {
  if (payload.size == 0) return false;
  decoder.other = GroupedColumn::group_column(payload);
  const bool is_possible = decoder.other < row_columns && decoder.other != column &&
                           header_.columns[decoder.other].encoding == ColumnEncoding::Dictionary;
  return is_possible && decoder.grouped.open(payload, open(decoder.other).dictionary);
}

bool RowBlock::open_linear(Decoder& decoder, std::size_t column, const ColumnPayload& payload) {
  if (payload.size == 0) return false;
  decoder.other = LinearColumn::other_column(payload);
  // Only columns before this one and groups, which depend on nothing more: no circle.
  if (decoder.other >= column) return false;
  open(decoder.other);
  return decoder.linear.open(payload, header_.columns[decoder.other].min);
}

void RowBlock::decode(std::size_t column, std::size_t from, std::size_t count, std::uint64_t* out) {
  const ColumnGaps& gaps = open(column).gaps;
  if (count >= many_rows) prepare_for_many(column);
  decode_values(column, from, count, out);
  if (gaps.any()) gaps.expand(count, out);
}

void RowBlock::decode_values(std::size_t column, std::size_t from, std::size_t count,
                             std::uint64_t* out) {
  const Decoder& decoder = decoders_[column];
  switch (header_.columns[column].encoding) {
    case ColumnEncoding::Constant:
      std::fill_n(out, count, header_.columns[column].min);
      return;
    case ColumnEncoding::Packed:
      return decoder.packed.decode(from, count, out);
    case ColumnEncoding::Runs:
      return decoder.runs.decode(from, count, out);
    case ColumnEncoding::Delta:
      return decoder.delta.decode(from, count, out);
    case ColumnEncoding::Dictionary:
      return decoder.dictionary.decode(from, count, out);
    case ColumnEncoding::Grouped:
      return decoder.grouped.decode(from, count, decoders_[decoder.other].dictionary, out);
    case ColumnEncoding::Linear:
      decode(decoder.other, from, count, out);
      return decoder.linear.decode(from, count, out, out);
  }
}

void RowBlock::decode(std::size_t from, std::size_t count, const ColumnOutputs& outputs) {
  for (std::size_t column = 0; column < row_columns; ++column) {
    if (outputs[column] == nullptr) continue;
    const Decoder& decoder = open(column);
    const bool is_linear = header_.columns[column].encoding == ColumnEncoding::Linear;
    if (is_linear && outputs[decoder.other] != nullptr) {
      decoder.linear.decode(from, count, outputs[decoder.other], outputs[column]);
    } else {
      decode(column, from, count, outputs[column]);
    }
  }
}

std::uint64_t RowBlock::at(std::size_t column, std::size_t row) {
  const Decoder& decoder = open(column);
  if (decoder.segment == row / segment_rows) return decoder.values[row % segment_rows];
  const std::uint64_t value = value_at(column, row);
  return decoder.gaps.any() ? decoder.gaps.expand(value) : value;
}

/// Searches for neighbours decode a segment once.
const std::uint64_t* RowBlock::segment_values(std::size_t column, std::size_t segment) {
  Decoder& decoder = open(column);
  if (decoder.segment != segment) {
    decoder.segment = no_segment;
    const std::size_t start = segment * segment_rows;
    decode(column, start, std::min(segment_rows, rows() - start), decoder.values.data());
    decoder.segment = segment;
  }
  return decoder.values.data();
}

std::uint64_t RowBlock::value_at(std::size_t column, std::size_t row) {
  const Decoder& decoder = decoders_[column];
  switch (header_.columns[column].encoding) {
    case ColumnEncoding::Packed:
      return decoder.packed.at(row);
    case ColumnEncoding::Runs:
      return decoder.runs.at(row);
    case ColumnEncoding::Delta:
      return decoder.delta.at(row);
    case ColumnEncoding::Dictionary:
      return decoder.dictionary.at(row);
    case ColumnEncoding::Grouped:
      return decoder.grouped.at(row, decoders_[decoder.other].dictionary);
    case ColumnEncoding::Linear: {
      std::uint64_t value = at(decoder.other, row);
      decoder.linear.decode(row, 1, &value, &value);
      return value;
    }
    case ColumnEncoding::Constant:
      break;
  }
  return header_.columns[column].min;
}

Row RowBlock::row(std::size_t row) {
  return {at(0, row), at(1, row), at(2, row), at(3, row)};
}

BlockPlan RowBlock::plan() {
  BlockPlan plan;
  plan.bytes = header_.columns.back().end + checksum_bytes;
  for (std::size_t i = 0; i < row_columns; ++i) {
    const Decoder& decoder = open(i);
    const ColumnEncoding encoding = header_.columns[i].encoding;
    const bool is_linear = encoding == ColumnEncoding::Linear;
    const bool has_other = is_linear || encoding == ColumnEncoding::Grouped;
    plan.columns[i] = {encoding, has_other ? decoder.other : 0,
                       is_linear ? decoder.linear.slope() : 0};
  }
  return plan;
}

std::size_t RowBlock::lower_bound(std::size_t column, std::size_t from, std::size_t to,
                                  std::uint64_t value) {
  if (from >= to || value <= header_.columns[column].min) return from;
  if (value > header_.columns[column].max) return to;
  // Segments can be entered at their first row: the last that begins below the value has it.
  std::size_t low = from / segment_rows;
  std::size_t high = (to - 1) / segment_rows;
  // Mostly it is the first one.
  if (low < high && at(column, (low + 1) * segment_rows) >= value) high = low;
  while (low < high) {
    const std::size_t middle = (low + high + 1) / 2;
    if (at(column, middle * segment_rows) < value) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  const std::size_t start = low * segment_rows;
  const std::uint64_t* values = segment_values(column, low);
  const std::uint64_t* first = values + (std::max(from, start) - start);
  const std::uint64_t* last = values + (std::min(to, start + segment_rows) - start);
  return start + static_cast<std::size_t>(std::lower_bound(first, last, value) - values);
}

std::size_t RowBlock::upper_bound(std::size_t column, std::size_t from, std::size_t to,
                                  std::uint64_t value) {
  return value == ~std::uint64_t{0} ? to : lower_bound(column, from, to, value + 1);
}

std::size_t RowBlock::lower_bound(const Row& row, std::size_t from) {
  std::size_t to = rows();
  for (std::size_t column = 0; column < row_columns; ++column) {
    from = lower_bound(column, from, to, row[column]);
    to = upper_bound(column, from, to, row[column]);
    if (from == to) break;
  }
  return from;
}

std::pair<std::size_t, std::size_t> RowBlock::find(const Row& prefix, std::size_t length) {
  std::size_t from = 0;
  std::size_t to = rows();
  for (std::size_t column = 0; column < length && from < to; ++column) {
    from = lower_bound(column, from, to, prefix[column]);
    to = upper_bound(column, from, to, prefix[column]);
  }
  return {from, to};
}

std::size_t count_triples(RowBlock& block, std::size_t from, std::size_t to) {
  if (from >= to) return 0;
  std::array<std::array<std::uint64_t, segment_rows + 1>, triple_columns> values;
  std::size_t triples = 1;
  while (from + 1 < to) {
    const std::size_t count = std::min(segment_rows, to - from - 1) + 1;
    for (std::size_t i = 0; i < triple_columns; ++i) block.decode(i, from, count, values[i].data());
    for (std::size_t i = 1; i < count; ++i) {
      const bool repeats = values[0][i] == values[0][i - 1] && values[1][i] == values[1][i - 1] &&
                           values[2][i] == values[2][i - 1];
      triples += repeats ? 0 : 1;
    }
    from += count - 1;
  }
  return triples;
}

}  // namespace prosper::store
