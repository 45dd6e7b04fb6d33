// SPDX-License-Identifier: Apache-2.0
#include "mappings/sources/line_reader.hpp"

#include <utility>

#include "store/rdf/syntax_error.hpp"

namespace prosper::mappings {
namespace {

constexpr std::size_t longest_line = 16U << 20;
constexpr std::size_t read_size = 1U << 16;

}  // namespace

LineReader::LineReader(const std::filesystem::path& path) : source_(path.string()), stream_(path) {
  while (buffer_.size() < 3 && stream_.read(buffer_, read_size)) {
  }
  if (buffer_.starts_with("\xEF\xBB\xBF")) begin_ = 3;
}

bool LineReader::next(Line& line) {
  if (!pending_.empty()) {
    line = std::move(pending_.front());
    pending_.pop_front();
    return true;
  }
  return take(line);
}

bool LineReader::take(Line& line) {
  std::size_t scanned = begin_;
  for (;;) {
    const std::size_t end = buffer_.find_first_of("\r\n", scanned);
    // A CR at the very end of the buffer may be half of CR LF: read on before deciding.
    const bool complete =
        end != std::string::npos && (buffer_[end] == '\n' || end + 1 < buffer_.size() || ended_);
    if (complete) {
      line.text.assign(buffer_, begin_, end - begin_);
      line.number = ++number_;
      begin_ = end + (buffer_.compare(end, 2, "\r\n") == 0 ? 2 : 1);
      return true;
    }
    if (ended_) break;
    scanned = end == std::string::npos ? buffer_.size() : end;
    if (begin_ > 0) {
      buffer_.erase(0, begin_);
      scanned -= begin_;
      begin_ = 0;
    }
    if (buffer_.size() > longest_line) {
      throw rdf::SyntaxError(source_, number_ + 1, 0, "a line longer than 16 MiB");
    }
    ended_ = !stream_.read(buffer_, read_size);
  }
  if (begin_ >= buffer_.size()) return false;
  line.text.assign(buffer_, begin_);
  line.number = ++number_;
  begin_ = buffer_.size();
  return true;
}

}  // namespace prosper::mappings
