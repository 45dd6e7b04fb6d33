// SPDX-License-Identifier: Apache-2.0
#include "store/lmdb/page_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/lmdb/error.hpp"

namespace prosper::lmdb {

PageFile::PageFile(const std::filesystem::path& path)
    : path_(path), descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (descriptor_ < 0) throw_error("open", errno, path);
}

PageFile::~PageFile() {
  ::close(descriptor_);
}

std::uint64_t PageFile::size() const {
  struct stat status {};

  if (::fstat(descriptor_, &status) != 0) throw_error("fstat", errno, path_);
  return static_cast<std::uint64_t>(status.st_size);
}

bool PageFile::read(std::uint64_t offset, std::vector<unsigned char>& bytes) const {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t got = ::pread(descriptor_, bytes.data() + done, bytes.size() - done,
                                static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw_error("pread", errno, path_);
    if (got == 0) return false;
    done += static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace prosper::lmdb
