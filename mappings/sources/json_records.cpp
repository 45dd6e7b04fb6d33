// SPDX-License-Identifier: Apache-2.0
#include "mappings/sources/json_records.hpp"

#include <algorithm>

#include "store/rdf/syntax_error.hpp"

namespace prosper::mappings {
namespace {

constexpr std::size_t deepest_nesting = 256;

/// Walks the document; arrays whose path is known to hold notices are cut into records.
class RecordFinder {
 public:
  RecordFinder(std::string_view text, const std::string& source) : text_(text), source_(source) {}

  std::vector<JsonRecord> find() {
    skip_blanks();
    while (at_ < text_.size()) {
      const std::size_t before = records_.size();
      const std::size_t begin = at_;
      listed_ = false;
      read_value("");
      if (records_.size() == before && !listed_ && text_[begin] == '{') add(begin);
      skip_blanks();
      if (peek() == ',') fail("a comma between documents");
    }
    return std::move(records_);
  }

 private:
  static bool holds_records(std::string_view path) {
    return path.empty() || path == ".features" || path == ".hits.hits" ||
           path == ".responses[].hits.hits";
  }

  void read_value(const std::string& path) {
    if (++depth_ > deepest_nesting) fail("nested deeper than 256 levels");
    switch (peek()) {
      case '{':
        read_object(path);
        break;
      case '[':
        read_array(path);
        break;
      case '"':
        read_string();
        break;
      default:
        read_scalar();
    }
    --depth_;
  }

  void read_object(const std::string& path) {
    ++at_;
    for (skip_blanks(); peek() != '}'; skip_blanks()) {
      if (peek() != '"') fail("a quoted name or } was expected in the object");
      const std::string_view name = read_string();
      skip_blanks();
      if (peek() != ':') fail("a colon was expected after a name");
      ++at_;
      skip_blanks();
      // Only the shallow paths of known envelopes matter; deeper ones stay short.
      read_value(depth_ <= 5 ? path + "." + std::string(name) : "-");
      skip_blanks();
      if (peek() == ',') {
        ++at_;
      } else if (peek() != '}') {
        fail("a comma or } was expected in the object");
      }
    }
    ++at_;
  }

  void read_array(const std::string& path) {
    const bool records = holds_records(path);
    listed_ = listed_ || records;
    ++at_;
    for (skip_blanks(); peek() != ']'; skip_blanks()) {
      const std::size_t begin = at_;
      read_value(records ? "-" : path + "[]");
      if (records) add(begin);
      skip_blanks();
      if (peek() == ',') {
        ++at_;
      } else if (peek() != ']') {
        fail("a comma or ] was expected in the list");
      }
    }
    ++at_;
  }

  std::string_view read_string() {
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    if (at_ >= text_.size()) fail("the document ends inside a string");
    return text_.substr(begin, at_++ - begin);
  }

  void read_scalar() {
    const std::size_t begin = at_;
    at_ = std::min(text_.find_first_of(",]} \t\r\n", at_), text_.size());
    if (at_ == begin)
      fail(at_ == text_.size() ? "the document ends too early" : "a value was expected");
  }

  void skip_blanks() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  std::uint64_t line_at(std::size_t offset) {
    line_ += static_cast<std::uint64_t>(
        std::count(text_.begin() + static_cast<std::ptrdiff_t>(counted_),
                   text_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
    counted_ = offset;
    return line_;
  }

  void add(std::size_t begin) {
    if (begin < counted_) {
      line_ = 1;
      counted_ = 0;
    }
    const std::uint64_t line = line_at(begin);
    records_.push_back({begin, at_ - begin, line});
  }

  [[noreturn]] void fail(const std::string& what) {
    line_ = 1;
    counted_ = 0;
    const std::size_t offset = std::min(at_, text_.size());
    throw rdf::SyntaxError(source_, line_at(offset), 0, "not valid JSON: " + what);
  }

  std::string_view text_;
  const std::string& source_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::uint64_t line_ = 1;
  std::size_t counted_ = 0;
  bool listed_ = false;
  std::vector<JsonRecord> records_;
};

}  // namespace

std::vector<JsonRecord> find_json_records(std::string_view text, const std::string& source) {
  return RecordFinder(text, source).find();
}

}  // namespace prosper::mappings
