// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <utility>

namespace prosper::sparql::functions {

/// A regular expression, read code point by code point.
class RegexReader {
 public:
  /// Nesting of groups and of class subtractions.
  static constexpr int maximum_depth = 200;

  explicit RegexReader(std::u32string text) : text_(std::move(text)) {}

  bool at_end() const { return position_ == text_.size(); }

  /// U+0000, which no pattern contains, at the end.
  char32_t peek(std::size_t ahead = 0) const {
    return position_ + ahead < text_.size() ? text_[position_ + ahead] : U'\0';
  }

  char32_t next() { return text_[position_++]; }

  bool take(char32_t expected) {
    if (at_end() || peek() != expected) return false;
    ++position_;
    return true;
  }

  bool enter() { return ++depth_ <= maximum_depth; }

  void leave() { --depth_; }

 private:
  std::u32string text_;
  std::size_t position_ = 0;
  int depth_ = 0;
};

}  // namespace prosper::sparql::functions
