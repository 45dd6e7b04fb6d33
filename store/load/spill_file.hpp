// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

namespace prosper::store {

/// A nameless file: gone as soon as nobody has it open, also when the process is killed. Written
/// first, then read, by any number of readers. Throws std::system_error.
class SpillFile {
 public:
  explicit SpillFile(const std::filesystem::path& folder);
  SpillFile(const SpillFile&) = delete;
  SpillFile& operator=(const SpillFile&) = delete;
  ~SpillFile();

  void append(std::string_view bytes);
  /// Writes what waits; call it before reading.
  void flush();

  std::uint64_t size() const { return written_ + waiting_; }

  /// Gives a stretch that nobody reads any more back to the disk, where that is possible.
  void release(std::uint64_t begin, std::uint64_t end);

  /// Reads up to `count` bytes from an offset; returns how many there were.
  std::size_t read(std::uint64_t offset, char* into, std::size_t count) const;

 private:
  void write(std::string_view bytes);

  std::filesystem::path folder_;
  int file_ = -1;
  std::unique_ptr<char[]> buffer_;
  std::size_t waiting_ = 0;
  std::uint64_t written_ = 0;
};

/// Reads a stretch of a spill file from its start on. The file must outlive it.
class SpillReader {
 public:
  SpillReader(const SpillFile& file, std::uint64_t begin, std::uint64_t end,
              std::size_t buffer_bytes);

  /// The next `count` bytes, valid until the next call; fewer only at the end.
  std::string_view take(std::size_t count);

  bool is_at_end() const { return offset_ == end_ && from_ == to_; }

 private:
  void fill(std::size_t count);

  const SpillFile* file_;
  std::uint64_t offset_;
  std::uint64_t end_;
  std::size_t capacity_;
  std::unique_ptr<char[]> buffer_;
  std::size_t from_ = 0;
  std::size_t to_ = 0;
};

}  // namespace prosper::store
