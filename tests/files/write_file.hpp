// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include "tests/files/temporary_directory.hpp"

namespace prosper::tests {

/// The directory of this run of the program: CTest runs many at once, so nothing is shared.
inline const std::filesystem::path& run_directory() {
  static const TemporaryDirectory directory;
  return directory.path();
}

/// A file in the directory of this run; an earlier one of that name is replaced.
inline std::filesystem::path write_file(const std::string& name, const std::string& text) {
  std::filesystem::path path = run_directory() / name;
  std::ofstream file(path, std::ios::binary);
  if (!(file << text).flush()) throw std::runtime_error("cannot write " + path.string());
  return path;
}

}  // namespace prosper::tests
