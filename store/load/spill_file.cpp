// SPDX-License-Identifier: Apache-2.0
#include "store/load/spill_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <stdlib.h>
#include <string>
#include <system_error>
#include <unistd.h>

namespace prosper::store {
namespace {

constexpr std::size_t buffer_bytes = std::size_t{1} << 18U;
constexpr mode_t file_mode = 0600;

[[noreturn]] void fail(const char* call, const std::filesystem::path& folder) {
  throw std::system_error(errno, std::generic_category(),
                          std::string(call) + ": temporary file in " + folder.string());
}

int open_nameless(const std::filesystem::path& folder) {
  const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, file_mode);
  if (file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR)) return file;
  std::string name = (folder / "spill-XXXXXX").string();
  const int named = ::mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0) ::unlink(name.c_str());
  return named;
}

}  // namespace

SpillFile::SpillFile(const std::filesystem::path& folder)
    : folder_(folder), file_(open_nameless(folder)), buffer_(new char[buffer_bytes]) {
  if (file_ < 0) fail("open", folder);
}

SpillFile::~SpillFile() {
  ::close(file_);
}

void SpillFile::append(std::string_view bytes) {
  if (waiting_ + bytes.size() > buffer_bytes) flush();
  if (bytes.size() > buffer_bytes) {
    write(bytes);
  } else {
    std::memcpy(buffer_.get() + waiting_, bytes.data(), bytes.size());
    waiting_ += bytes.size();
  }
}

void SpillFile::flush() {
  write({buffer_.get(), waiting_});
  waiting_ = 0;
}

void SpillFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("write", folder_);
    written_ += static_cast<std::uint64_t>(count);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

void SpillFile::release(std::uint64_t begin, std::uint64_t end) {
  if (begin == end) return;
  const int not_everywhere =
      ::fallocate(file_, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, static_cast<off_t>(begin),
                  static_cast<off_t>(end - begin));
  static_cast<void>(not_everywhere);
}

std::size_t SpillFile::read(std::uint64_t offset, char* into, std::size_t count) const {
  std::size_t done = 0;
  while (done < count) {
    const ssize_t got =
        ::pread(file_, into + done, count - done, static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("read", folder_);
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  return done;
}

SpillReader::SpillReader(const SpillFile& file, std::uint64_t begin, std::uint64_t end,
                         std::size_t buffer_size)
    : file_(&file),
      offset_(begin),
      end_(end),
      capacity_(buffer_size),
      buffer_(new char[capacity_]) {}

std::string_view SpillReader::take(std::size_t count) {
  if (to_ - from_ < count) fill(count);
  const std::string_view bytes(buffer_.get() + from_, std::min(count, to_ - from_));
  from_ += bytes.size();
  return bytes;
}

void SpillReader::fill(std::size_t count) {
  if (count > capacity_) {
    std::unique_ptr<char[]> wider(new char[count]);
    std::memcpy(wider.get(), buffer_.get() + from_, to_ - from_);
    buffer_ = std::move(wider);
    capacity_ = count;
  } else {
    std::memmove(buffer_.get(), buffer_.get() + from_, to_ - from_);
  }
  to_ -= from_;
  from_ = 0;
  const std::size_t wanted =
      static_cast<std::size_t>(std::min<std::uint64_t>(capacity_ - to_, end_ - offset_));
  const std::size_t got = file_->read(offset_, buffer_.get() + to_, wanted);
  if (got < wanted) {
    throw std::system_error(EIO, std::generic_category(), "a temporary file of the load is short");
  }
  offset_ += got;
  to_ += got;
}

}  // namespace prosper::store
