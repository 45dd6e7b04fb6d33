// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

namespace prosper::rdf {

class TextFile;

/// Some whole lines of a file.
struct LinePiece {
  std::string text;
  std::size_t first_line = 1;
};

/// Cuts a file of lines, gunzipped when it is gzip, into pieces of some megabytes for readers that
/// may work side by side. One thread at a time.
class LinePieces {
 public:
  /// Throws std::system_error.
  explicit LinePieces(const std::filesystem::path& path);
  LinePieces(const LinePieces&) = delete;
  LinePieces& operator=(const LinePieces&) = delete;
  ~LinePieces();

  /// False at the end. Throws std::system_error, or SyntaxError for a line beyond all measure.
  bool next(LinePiece& piece);

  /// Bytes of the file read so far, compressed or not.
  std::uint64_t bytes_read() const;

 private:
  std::filesystem::path path_;
  std::unique_ptr<TextFile> file_;
  std::string rest_;  ///< read, behind the last piece
  std::size_t next_line_ = 1;
};

}  // namespace prosper::rdf
