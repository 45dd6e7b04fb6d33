// SPDX-License-Identifier: Apache-2.0
#define XXH_INLINE_ALL
#include "store/dictionary/term_block.hpp"

#include <xxhash.h>

#include "store/dictionary/big_endian.hpp"
#include "store/dictionary/varint.hpp"
#include "store/lmdb/error.hpp"

namespace prosper::store {

using namespace term_block;

std::uint64_t term_block::checksum(TermId key, std::string_view bytes_behind) {
  return XXH3_64bits_withSeed(bytes_behind.data(), bytes_behind.size(), key.bits);
}

TermBlock::TermBlock(TermId key, std::string_view value) : key_(key), value_(value) {
  if (value.size() < kind_bytes) refuse();
  kind_ = static_cast<Kind>(value[checksum_bytes]);
  if (kind_ == Kind::Alone) {
    read_alone(value.substr(kind_bytes));
    return;
  }
  if (kind_ != Kind::Consecutive && kind_ != Kind::Numbered) refuse();
  if (value.size() < header_bytes) refuse();
  count_ = read_big_endian<std::uint16_t>(value, kind_bytes);
  symbols_number_ = read_big_endian<std::uint32_t>(value, kind_bytes + 2);
  const std::size_t entries_at = header_bytes + groups() * offset_bytes;
  if (count_ == 0 || value.size() < entries_at) refuse();
  offsets_ = value.substr(header_bytes, groups() * offset_bytes);
  entries_ = value.substr(entries_at);
}

void TermBlock::read_alone(std::string_view rest) {
  const auto distance = take_varint(rest);
  if (!distance) refuse();
  count_ = 1;
  alone_number_ = number_of(key_) + *distance;
  entries_ = rest;
}

bool TermBlock::is_sound() const {
  return read_big_endian<std::uint64_t>(value_, 0) == checksum(key_, value_.substr(checksum_bytes));
}

void TermBlock::refuse() const {
  throw lmdb::Error(lmdb::Error::Kind::Damaged,
                    "the dictionary block of term " +
                        std::to_string(static_cast<unsigned>(tag_of(key_))) + ":" +
                        std::to_string(number_of(key_)) + " is damaged; run prosper check");
}

std::size_t TermBlock::group_offset(std::size_t group) const {
  return read_big_endian<std::uint16_t>(offsets_, group * offset_bytes);
}

std::uint64_t TermBlock::Reader::take_varint() {
  if (offset_ >= block_.entries_.size()) block_.refuse();
  std::string_view rest = block_.entries_.substr(offset_);
  const auto number = store::take_varint(rest);
  if (!number) block_.refuse();
  offset_ = block_.entries_.size() - rest.size();
  return *number;
}

void TermBlock::Reader::read_entry(std::string_view base) {
  const std::uint64_t shared = take_varint();
  const std::uint64_t length = take_varint();
  if (shared > base.size() || length > block_.entries_.size() - offset_) block_.refuse();
  if (base.data() == text_.view().data()) {
    text_.truncate(shared);
  } else {
    text_.assign(base.substr(0, shared));
  }
  const std::string_view codes = block_.entries_.substr(offset_, length);
  offset_ += length;
  if (block_.symbols_number_ == 0) {
    text_.append(codes);
  } else if (block_.symbols_ != nullptr) {
    block_.symbols_->decode(codes, text_);
  } else {
    block_.refuse();
  }
}

void TermBlock::Reader::to_group(std::size_t group) {
  place_ = group * group_terms;
  if (block_.kind_ == Kind::Alone) {
    number_ = block_.alone_number_;
    text_.assign(block_.entries_);
    return;
  }
  if (!has_first_ || group == 0) {
    number_ = group_number(0);
    read_entry({});
    if (!has_first_) first_text_.assign(text_.view());
    has_first_ = true;
    if (group == 0) return;
  }
  number_ = group_number(group);
  read_entry(first_text_.view());
}

std::uint64_t TermBlock::Reader::group_number(std::size_t group) {
  offset_ = block_.group_offset(group);
  const std::uint64_t key = number_of(block_.key_);
  if (block_.kind_ == Kind::Consecutive) return key + group * group_terms;
  return key + take_varint();
}

bool TermBlock::Reader::next() {
  if (++place_ >= block_.count_) return false;
  if (place_ % group_terms == 0) {
    to_group(place_ / group_terms);
    return true;
  }
  const bool is_numbered = block_.kind_ == Kind::Numbered;
  number_ += 1 + (is_numbered ? take_varint() : 0);
  read_entry(text_.view());
  return true;
}

bool TermBlock::Reader::seek_number(std::uint64_t number) {
  const std::uint64_t key = number_of(block_.key_);
  std::size_t group = 0;
  if (block_.kind_ == Kind::Consecutive && number >= key) {
    if (number - key >= block_.count_) return false;
    group = (number - key) / group_terms;
  } else if (block_.kind_ == Kind::Numbered) {
    std::size_t end = block_.groups();
    while (group + 1 < end) {
      const std::size_t middle = (group + end) / 2;
      (group_number(middle) <= number ? group : end) = middle;
    }
  }
  to_group(group);
  while (number_ < number) {
    if (!next()) return false;
  }
  return true;
}

bool TermBlock::Reader::advance_to(std::uint64_t number) {
  if (number - number_ > group_terms) return seek_number(number);
  while (number_ < number) {
    if (!next()) return false;
  }
  return true;
}

TermBlock::Place TermBlock::Reader::seek_text(std::string_view text) {
  std::size_t group = 0;
  to_group(0);
  std::size_t end = block_.kind_ == Kind::Alone ? 1 : block_.groups();
  while (group + 1 < end) {
    const std::size_t middle = (group + end) / 2;
    to_group(middle);
    (this->text() < text ? group : end) = middle;
  }
  to_group(group);
  Place place;
  do {
    const int order = this->text().compare(text);
    if (order == 0) place.number = number_;
    if (order >= 0) return place;
    place.predecessor = number_;
  } while (next());
  return place;
}

}  // namespace prosper::store
