// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <string>

#include "mappings/sources/byte_stream.hpp"

namespace prosper::mappings {

struct Line {
  /// Without its end.
  std::string text;
  /// From 1.
  std::uint64_t number = 0;
};

/// The lines of a file (ended by LF, CR LF or CR), without a leading byte order mark. Lines longer
/// than 16 MiB are a rdf::SyntaxError.
class LineReader {
 public:
  explicit LineReader(const std::filesystem::path& path);

  bool next(Line& line);

  /// Puts a line back in front, to be handed over again.
  void put_back(Line line) { pending_.push_front(std::move(line)); }

  std::uint64_t bytes_read() const { return stream_.position(); }

 private:
  bool take(Line& line);

  std::string source_;
  ByteStream stream_;
  std::string buffer_;
  std::size_t begin_ = 0;
  bool ended_ = false;
  std::uint64_t number_ = 0;
  std::deque<Line> pending_;
};

}  // namespace prosper::mappings
