// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/text_window.hpp"

#include <algorithm>
#include <utility>

#include "store/rdf/io/text_file.hpp"
#include "store/rdf/utf8.hpp"

namespace prosper::rdf {
namespace {

constexpr std::size_t longest_sequence = 4;

}  // namespace

TextWindow::TextWindow(std::string_view document) : is_last_(true) {
  if (document.starts_with(byte_order_mark)) document.remove_prefix(byte_order_mark.size());
  show(document);
}

TextWindow::TextWindow(Source source, std::size_t piece_bytes)
    : source_(std::move(source)), piece_bytes_(std::max(piece_bytes, byte_order_mark.size())) {
  advance(0);
}

void TextWindow::advance(std::size_t bytes) {
  start_ = position_of(text_.data() + bytes);
  if (is_last_) {
    text_.remove_prefix(bytes);
    return;
  }
  // Bytes of a character cut in two lie behind the text.
  buffer_.erase(0, bytes);
  const std::size_t wanted = buffer_.size() + std::max(piece_bytes_, buffer_.size());
  while (buffer_.size() < wanted && !is_last_) {
    is_last_ = !source_(buffer_, wanted - buffer_.size());
  }
  std::string_view text = buffer_;
  if (!has_begun_ && text.starts_with(byte_order_mark)) {
    buffer_.erase(0, byte_order_mark.size());
    text = buffer_;
  }
  has_begun_ = true;
  show(text);
}

void TextWindow::show(std::string_view text) {
  text_ = text;
  const std::size_t invalid = find_invalid_utf8(text).value_or(text.size());
  if (invalid == text.size()) return;
  text_ = text.substr(0, invalid);
  if (!is_last_ && text.size() - invalid < longest_sequence) return;
  is_last_ = true;
  is_broken_ = true;
}

SourcePosition TextWindow::position_of(const char* at) const {
  const std::string_view before = text_.substr(0, static_cast<std::size_t>(at - text_.data()));
  SourcePosition place = rdf::position_of(before, before.size());
  if (place.line == 1) place.column += start_.column - 1;
  place.line += start_.line - 1;
  return place;
}

}  // namespace prosper::rdf
