// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <zlib.h>

namespace prosper::rdf {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A file read in pieces, gunzipped when it is gzip. Throws std::system_error.
class TextFile {
 public:
  explicit TextFile(const std::filesystem::path& path);

  /// Appends up to `count` bytes; false when the end was reached before any.
  bool read(std::string& text, std::size_t count);

  /// Bytes of the file read so far, compressed or not.
  std::uint64_t bytes_read() const;

 private:
  struct Close {
    void operator()(gzFile file) const { gzclose_r(file); }
  };

  std::filesystem::path path_;
  std::unique_ptr<gzFile_s, Close> file_;
};

}  // namespace prosper::rdf
