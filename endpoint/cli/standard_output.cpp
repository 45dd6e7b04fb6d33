// SPDX-License-Identifier: Apache-2.0
#include "endpoint/cli/standard_output.hpp"

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace prosper::endpoint::cli {
namespace {

[[noreturn]] void fail() {
  throw std::system_error(errno, std::generic_category(), "cannot write to standard output");
}

}  // namespace

void StandardOutput::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size()) fail();
}

void StandardOutput::flush() {
  if (std::fflush(stdout) != 0) fail();
}

}  // namespace prosper::endpoint::cli
