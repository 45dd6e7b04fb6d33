// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/turtle_scan.hpp"

#include <algorithm>
#include <utility>

#include "store/rdf/source_position.hpp"
#include "store/rdf/syntax_error.hpp"

namespace prosper::rdf {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_label_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' || c == '-' ||
         c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

/// True for `_*[bB][0-9]…`, what Serd would confuse or what escaping it produces.
bool is_confusable(std::string_view label) {
  const std::size_t start = std::min(label.find_first_not_of('_'), label.size());
  return label.size() - start >= 2 && (label[start] == 'b' || label[start] == 'B') &&
         is_digit(label[start + 1]);
}

bool may_have_confusable_label(std::string_view text) {
  for (std::size_t at = text.find("_:"); at != text.npos; at = text.find("_:", at + 2)) {
    if (is_confusable(text.substr(at + 2))) return true;
  }
  return false;
}

bool may_nest_too_deep(std::string_view text) {
  const auto opening =
      std::count_if(text.begin(), text.end(), [](char c) { return c == '[' || c == '('; });
  return static_cast<std::size_t>(opening) > max_nesting;
}

/// Walks the tokens of a document; on malformed ones it errs towards reading on, Serd reports them.
class Scanner {
 public:
  Scanner(std::string_view text, RdfFormat format, const ParseOptions& options)
      : text_(text), has_graphs_(has_graphs(format)), options_(options) {}

  ScannedTurtle scan() {
    while (offset_ < text_.size()) token();
    if (copied_ != 0) {
      result_.text += text_.substr(copied_);
      result_.has_changed = true;
    }
    return std::move(result_);
  }

 private:
  void token() {
    const char c = text_[offset_];
    if (c == '<') {
      skip_until(">\n\r\t \"<", 1);
    } else if (c == '"' || c == '\'') {
      skip_string(c);
    } else if (c == '#') {
      skip_until("\n\r", 1);
    } else if (c == '[' || c == '(') {
      open();
    } else if (c == '{' && !has_graphs_) {
      fail("a graph, expected a triple: Turtle has no graphs, TriG has");
    } else if (c == ']' || c == ')') {
      depth_ -= depth_ == 0 ? 0 : 1;
      ++offset_;
    } else if (c == '_' && text_.substr(offset_).starts_with("_:")) {
      offset_ += 2;
      label();
    } else if (is_digit(c)) {
      skip_number();
    } else if (c != '.' && c != '-' && (is_label_byte(c) || c == ':' || c == '%' || c == '\\')) {
      skip_name();
    } else {
      ++offset_;
    }
  }

  /// Past `skipped` bytes and then to behind the first of `ends`.
  void skip_until(std::string_view ends, std::size_t skipped) {
    const std::size_t end = text_.find_first_of(ends, offset_ + skipped);
    offset_ = end == text_.npos ? text_.size() : end + (text_[end] == '>' ? 1 : 0);
  }

  void skip_string(char quote) {
    const std::string three(3, quote);
    const bool is_long = text_.substr(offset_).starts_with(three);
    offset_ += is_long ? 3 : 1;
    while (offset_ < text_.size()) {
      const char c = text_[offset_];
      if (c == '\\') {
        offset_ = std::min(offset_ + 2, text_.size());
      } else if (is_long && c == quote && text_.substr(offset_).starts_with(three)) {
        offset_ += 3;
        return;
      } else if (!is_long && (c == quote || c == '\n' || c == '\r')) {
        ++offset_;
        return;
      } else {
        ++offset_;
      }
    }
  }

  void skip_number() {
    while (offset_ < text_.size() && (is_digit(text_[offset_]) || text_[offset_] == '.')) ++offset_;
  }

  void skip_name() {
    while (offset_ < text_.size()) {
      const char c = text_[offset_];
      if (c == '\\') {
        offset_ = std::min(offset_ + 2, text_.size());
      } else if (is_label_byte(c) || c == ':' || c == '%') {
        ++offset_;
      } else {
        return;
      }
    }
  }

  void label() {
    std::size_t end = offset_;
    while (end < text_.size() && is_label_byte(text_[end])) ++end;
    const std::string_view label = text_.substr(offset_, end - offset_);
    if (is_confusable(label)) {
      result_.text += text_.substr(copied_, offset_ - copied_);
      result_.insertions.push_back(result_.text.size());
      result_.text += '_';
      copied_ = offset_;
      note_number(label);
    }
    offset_ = end;
  }

  void note_number(std::string_view label) {
    // Serd counts in 32 bits: a number with more digits never meets ours.
    constexpr std::size_t most_digits = 12;
    std::uint64_t number = 0;
    std::size_t digits = 0;
    for (const char c : label.substr(1)) {
      if (!is_digit(c)) break;
      number = number * 10 + static_cast<std::uint64_t>(c - '0');
      if (++digits > most_digits) return;
    }
    result_.largest_numbered_label = std::max(result_.largest_numbered_label, number);
  }

  void open() {
    if (++depth_ > max_nesting) {
      fail("brackets nest deeper than " + std::to_string(max_nesting) + " levels");
    }
    ++offset_;
  }

  [[noreturn]] void fail(const std::string& message) const {
    const SourcePosition place = position_of(text_, offset_);
    throw SyntaxError(options_.source_name, place.line, place.column, message);
  }

  std::string_view text_;
  bool has_graphs_;
  const ParseOptions& options_;
  std::size_t offset_ = 0;
  std::size_t copied_ = 0;
  std::size_t depth_ = 0;
  ScannedTurtle result_;
};

}  // namespace

ScannedTurtle scan_turtle(std::string_view text, RdfFormat format, const ParseOptions& options) {
  const bool may_have_graph = !has_graphs(format) && text.find('{') != text.npos;
  if (!may_have_graph && !may_have_confusable_label(text) && !may_nest_too_deep(text)) return {};
  return Scanner(text, format, options).scan();
}

std::string_view written_label(std::string_view label) {
  return label.starts_with('_') && is_confusable(label) ? label.substr(1) : label;
}

}  // namespace prosper::rdf
