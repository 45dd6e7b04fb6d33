// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/text_file.hpp"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <system_error>

namespace prosper::rdf {
namespace {

[[noreturn]] void throw_system_error(int code, const std::string& what) {
  throw std::system_error(code == 0 ? EIO : code, std::generic_category(), what);
}

}  // namespace

TextFile::TextFile(const std::filesystem::path& path) : path_(path) {
  if (std::filesystem::is_directory(path)) throw_system_error(EISDIR, path.string());
  errno = 0;
  file_.reset(gzopen(path.c_str(), "rb"));
  if (!file_) throw_system_error(errno, path.string());
  constexpr unsigned buffer_size = 1U << 18U;
  gzbuffer(file_.get(), buffer_size);
}

bool TextFile::read(std::string& text, std::size_t count) {
  constexpr std::size_t most = std::numeric_limits<int>::max() / 2;
  const std::size_t before = text.size();
  text.resize(before + std::min(count, most));
  errno = 0;
  const int got =
      gzread(file_.get(), text.data() + before, static_cast<unsigned>(text.size() - before));
  text.resize(before + static_cast<std::size_t>(std::max(got, 0)));
  int code = Z_OK;
  const char* message = gzerror(file_.get(), &code);
  // A gzip file cut short gives its bytes and then Z_BUF_ERROR.
  if (got < 0 || code != Z_OK) {
    throw_system_error(code == Z_ERRNO ? errno : EIO, path_.string() + ": " + message);
  }
  return got > 0;
}

std::uint64_t TextFile::bytes_read() const {
  return static_cast<std::uint64_t>(std::max<z_off_t>(gzoffset(file_.get()), 0));
}

}  // namespace prosper::rdf
