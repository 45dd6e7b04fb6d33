// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

namespace prosper::lmdb {

/// A file read with pread, so that a damaged or shrinking file gives an answer, not a signal.
class PageFile {
 public:
  /// Throws Error (Missing, Io).
  explicit PageFile(const std::filesystem::path& path);
  PageFile(const PageFile&) = delete;
  PageFile& operator=(const PageFile&) = delete;
  ~PageFile();

  std::uint64_t size() const;
  /// Fills `bytes`; false when the file ends before. Throws Error Io.
  bool read(std::uint64_t offset, std::vector<unsigned char>& bytes) const;

 private:
  std::filesystem::path path_;
  int descriptor_ = -1;
};

/// A number as LMDB stores it: in the machine's byte order, at any alignment.
template <class Number>
Number load(const unsigned char* bytes) {
  Number number;
  std::memcpy(&number, bytes, sizeof(number));
  return number;
}

}  // namespace prosper::lmdb
