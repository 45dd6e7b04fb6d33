// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace prosper::lmdb {

/// Storage failed. The message names the failing LMDB function or system call and the file.
class Error : public std::runtime_error {
 public:
  enum class Kind : std::uint8_t {
    Io,       ///< a system call failed, or LMDB refused a call
    Missing,  ///< there is no environment or table of that name
    Full,     ///< the disk or the map is full
    Damaged,  ///< the file is not what LMDB wrote
    Busy,     ///< every reader slot is taken
  };

  Error(Kind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}

  Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

/// Throws the Error for an LMDB return code (which may be an errno).
[[noreturn]] void throw_error(const char* function, int code, const std::filesystem::path& path);

/// The same when `code` is not success.
inline void require_success(int code, const char* function, const std::filesystem::path& path) {
  if (code != 0) throw_error(function, code, path);
}

}  // namespace prosper::lmdb
