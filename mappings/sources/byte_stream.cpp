// SPDX-License-Identifier: Apache-2.0
#include "mappings/sources/byte_stream.hpp"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <zlib.h>

#include "store/rdf/syntax_error.hpp"

namespace prosper::mappings {
namespace {

constexpr std::size_t largest_read = 1U << 20;

[[noreturn]] void fail(const std::filesystem::path& path, int code, const std::string& what) {
  throw std::system_error(code, std::generic_category(), path.string() + ": " + what);
}

gzFile stream_of(void* file) {
  return static_cast<gzFile>(file);
}

}  // namespace

ByteStream::ByteStream(const std::filesystem::path& path) : path_(path) {
  if (std::filesystem::is_directory(path)) fail(path, EISDIR, "cannot be read");
  errno = 0;
  file_ = gzopen(path.c_str(), "rb");
  if (file_ == nullptr) fail(path, errno == 0 ? ENOMEM : errno, "cannot be opened");
  gzbuffer(stream_of(file_), 1U << 17);
}

ByteStream::~ByteStream() {
  gzclose_r(stream_of(file_));
}

bool ByteStream::read(std::string& out, std::size_t count) {
  const std::size_t before = out.size();
  const std::size_t wanted = std::min(count, largest_read);
  out.resize(before + wanted);
  const int got = gzread(stream_of(file_), out.data() + before, static_cast<unsigned>(wanted));
  int error = Z_OK;
  const char* message = gzerror(stream_of(file_), &error);
  out.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
  if (got < 0 || error == Z_BUF_ERROR) {
    if (error == Z_ERRNO) fail(path_, errno, "cannot be read");
    fail(path_, EIO, std::string("the gzip stream is damaged or cut: ") + message);
  }
  return got > 0;
}

std::string ByteStream::read_all(std::uint64_t limit) {
  std::string text;
  while (read(text, largest_read)) {
    if (text.size() > limit) {
      throw rdf::SyntaxError(path_.string(), 0, 0,
                             "the document is longer than " + std::to_string(limit >> 20) +
                                 " MiB, the limit for a document read as a whole; split it");
    }
  }
  return text;
}

std::uint64_t ByteStream::position() const {
  const auto offset = gzoffset(stream_of(file_));
  return offset < 0 ? 0 : static_cast<std::uint64_t>(offset);
}

}  // namespace prosper::mappings
