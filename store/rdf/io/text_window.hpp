// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "store/rdf/source_position.hpp"

namespace prosper::rdf {

/// The part of a document that its reader looks at: well-formed UTF-8, without the byte order mark.
/// Knows the line and column of every byte in it. One thread at a time.
class TextWindow {
 public:
  /// A document held whole by someone else, who keeps it.
  explicit TextWindow(std::string_view document);
  /// Appends up to so many bytes of a document; false at its end.
  using Source = std::function<bool(std::string& text, std::size_t bytes)>;

  /// A document read in pieces.
  explicit TextWindow(Source source, std::size_t piece_bytes = std::size_t{1} << 20U);
  TextWindow(const TextWindow&) = delete;
  TextWindow& operator=(const TextWindow&) = delete;

  std::string_view text() const { return text_; }

  /// Nothing comes behind `text()`.
  bool is_last() const { return is_last_; }

  /// Bytes that are no UTF-8 come behind `text()`, which is then the last.
  bool is_broken() const { return is_broken_; }

  /// Forgets the first `bytes` and reads a piece behind the rest, at least as long as that. Views
  /// of the text are void then, also of its rest. Throws what the source throws.
  void advance(std::size_t bytes);

  SourcePosition position_of(const char* at) const;

 private:
  void show(std::string_view text);

  Source source_;
  std::size_t piece_bytes_ = 0;
  std::string buffer_;
  std::string_view text_;
  bool has_begun_ = false;
  bool is_last_ = false;
  bool is_broken_ = false;
  SourcePosition start_;  ///< of the text
};

}  // namespace prosper::rdf
