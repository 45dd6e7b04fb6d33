// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <zlib.h>

namespace prosper::rdf {

/// A file read in pieces, gunzipped when it is gzip. Throws std::system_error.
class TextFile {
 public:
  explicit TextFile(const std::filesystem::path& path);

  /// Appends up to `count` bytes; false when the end was reached before any.
  bool read(std::string& text, std::size_t count);

 private:
  struct Close {
    void operator()(gzFile file) const { gzclose_r(file); }
  };

  std::filesystem::path path_;
  std::unique_ptr<gzFile_s, Close> file_;
};

}  // namespace prosper::rdf
