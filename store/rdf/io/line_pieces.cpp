// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/line_pieces.hpp"

#include <cstring>

#include "store/rdf/io/text_file.hpp"
#include "store/rdf/syntax_error.hpp"

namespace prosper::rdf {
namespace {

constexpr std::size_t piece_bytes = std::size_t{4} << 20U;
constexpr std::size_t longest_line = std::size_t{1} << 30U;

std::size_t count_lines(std::string_view text) {
  std::size_t lines = 0;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    const void* found = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
    if (found == nullptr) break;
    at = static_cast<const char*>(found) + 1;
    ++lines;
  }
  return lines;
}

}  // namespace

LinePieces::LinePieces(const std::filesystem::path& path)
    : path_(path), file_(std::make_unique<TextFile>(path)) {}

LinePieces::~LinePieces() = default;

std::uint64_t LinePieces::bytes_read() const {
  return file_->bytes_read();
}

bool LinePieces::next(LinePiece& piece) {
  std::string& text = piece.text;
  text.assign(rest_);
  rest_.clear();
  for (std::size_t searched = text.size(); file_->read(text, piece_bytes); searched = text.size()) {
    const std::size_t line_end = std::string_view(text).substr(searched).rfind('\n');
    if (line_end != std::string_view::npos) {
      rest_.assign(text, searched + line_end + 1);
      text.resize(searched + line_end + 1);
      break;
    }
    if (text.size() > longest_line) {
      throw SyntaxError(path_.string(), next_line_, 1, "a line of more than a gigabyte");
    }
  }
  if (text.empty()) return false;
  piece.first_line = next_line_;
  next_line_ += count_lines(text);
  if (piece.first_line == 1 && text.starts_with(byte_order_mark)) {
    text.erase(0, byte_order_mark.size());
  }
  return true;
}

}  // namespace prosper::rdf
