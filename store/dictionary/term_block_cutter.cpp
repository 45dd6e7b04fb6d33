// SPDX-License-Identifier: Apache-2.0
#include "store/dictionary/term_block_cutter.hpp"

#include <utility>

#include "store/dictionary/big_endian.hpp"
#include "store/dictionary/varint.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::store {

using namespace term_block;

namespace {

/// Longer texts are not tried in a block: few would fit, and a page of their own costs no more.
constexpr std::size_t longest_tried = 2 * max_bytes;

std::string sealed(TermId key, std::string bytes) {
  write_big_endian(bytes.data(), checksum(key, std::string_view(bytes).substr(checksum_bytes)));
  return bytes;
}

}  // namespace

std::string_view separating_prefix(std::string_view before, std::string_view text) {
  return text.substr(0, common_prefix(before, text) + 1);
}

void TermBlockCutter::use(const SymbolEncoder* symbols, std::uint32_t number,
                          std::vector<CutTermBlock>& out) {
  finish(out);
  symbols_ = symbols;
  symbols_number_ = number;
}

void TermBlockCutter::begin_block(std::uint64_t number, std::string_view text) {
  key_ = next_key_.value_or(make_id(tag_, number));
  next_key_.reset();
  separator_ = has_last_ ? separating_prefix(last_text_.view(), text) : std::string_view();
}

void TermBlockCutter::add(std::uint64_t number, std::string_view text,
                          std::vector<CutTermBlock>& out) {
  if (count_ == 0) begin_block(number, text);
  const bool is_short = text.size() <= longest_tried;
  if (!is_short || !try_add(number, text)) {
    if (count_ > 0) {
      finish(out);
      begin_block(number, text);
    }
    if (!is_short || !try_add(number, text)) cut_alone(number, text, out);
  }
  last_text_.assign(text);
  has_last_ = true;
  last_number_ = number;
}

void TermBlockCutter::encode_entry(std::uint64_t number, std::string_view text) {
  const bool begins_group = count_ % group_terms == 0;
  entry_.truncate(0);
  codes_.truncate(0);
  if (numbers_ == Numbers::Any) {
    append_varint(entry_, begins_group ? number - number_of(key_) : number - last_number_ - 1);
  } else {
    PROSPER_ASSERT(count_ == 0 ? number == number_of(key_) : number == last_number_ + 1);
  }
  const std::string_view base = begins_group ? first_text_.view() : last_text_.view();
  const std::size_t shared = count_ == 0 ? 0 : common_prefix(base, text);
  const std::string_view suffix = text.substr(shared);
  append_varint(entry_, shared);
  if (symbols_ == nullptr) {
    append_varint(entry_, suffix.size());
    entry_.append(suffix);
    return;
  }
  symbols_->encode(suffix, codes_);
  append_varint(entry_, codes_.size());
  entry_.append(codes_.view());
}

bool TermBlockCutter::try_add(std::uint64_t number, std::string_view text) {
  encode_entry(number, text);
  const bool begins_group = count_ % group_terms == 0;
  const std::size_t offsets = offsets_.size() + (begins_group ? 1 : 0);
  if (header_bytes + offsets * offset_bytes + entries_.size() + entry_.size() > max_bytes) {
    return false;
  }
  if (begins_group) offsets_.push_back(static_cast<std::uint16_t>(entries_.size()));
  if (count_ == 0) first_text_.assign(text);
  entries_.append(entry_.view());
  ++count_;
  return true;
}

void TermBlockCutter::cut_alone(std::uint64_t number, std::string_view text,
                                std::vector<CutTermBlock>& out) {
  std::string bytes(checksum_bytes, '\0');
  bytes += static_cast<char>(Kind::Alone);
  TextBuffer distance;
  append_varint(distance, number - number_of(key_));
  bytes += distance.view();
  bytes += text;
  out.push_back({key_, std::move(separator_), sealed(key_, std::move(bytes))});
}

void TermBlockCutter::finish(std::vector<CutTermBlock>& out) {
  if (count_ == 0) return;
  const std::size_t entries_at = header_bytes + offsets_.size() * offset_bytes;
  std::string bytes(entries_at + entries_.size(), '\0');
  const Kind kind = numbers_ == Numbers::Any ? Kind::Numbered : Kind::Consecutive;
  bytes[checksum_bytes] = static_cast<char>(kind);
  write_big_endian(bytes.data() + kind_bytes, static_cast<std::uint16_t>(count_));
  write_big_endian(bytes.data() + kind_bytes + 2, symbols_number_);
  for (std::size_t i = 0; i < offsets_.size(); ++i) {
    write_big_endian(bytes.data() + header_bytes + i * offset_bytes, offsets_[i]);
  }
  std::memcpy(bytes.data() + entries_at, entries_.view().data(), entries_.size());
  out.push_back({key_, std::move(separator_), sealed(key_, std::move(bytes))});
  count_ = 0;
  entries_.truncate(0);
  offsets_.clear();
}

}  // namespace prosper::store
