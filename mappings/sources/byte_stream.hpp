// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace prosper::mappings {

/// The bytes of a file, gunzipped when it begins as a gzip file. Throws std::system_error when the
/// file cannot be read or its gzip stream is damaged or cut.
class ByteStream {
 public:
  explicit ByteStream(const std::filesystem::path& path);
  ~ByteStream();
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;

  /// Appends up to `count` bytes to `out`; false at the end.
  bool read(std::string& out, std::size_t count);
  /// The rest of the file. Throws rdf::SyntaxError when it is longer than `limit`.
  std::string read_all(std::uint64_t limit);
  /// Position in the file on disk (compressed bytes).
  std::uint64_t position() const;

 private:
  std::filesystem::path path_;
  void* file_ = nullptr;
};

}  // namespace prosper::mappings
