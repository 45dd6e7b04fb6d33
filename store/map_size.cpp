// SPDX-License-Identifier: Apache-2.0
#include "store/map_size.hpp"

#include <charconv>
#include <cstdlib>
#include <string>
#include <string_view>

#include "store/lmdb/environment.hpp"

namespace prosper::store {
namespace {

constexpr std::uint64_t smallest_map = 1ULL << 20U;

}  // namespace

std::uint64_t map_size_of(const OpenOptions& options) {
  if (options.map_size != 0) return options.map_size;
  const char* setting = std::getenv("PROSPER_MAP_SIZE");
  if (setting == nullptr || *setting == '\0') return lmdb::default_map_size;
  const std::string_view text(setting);
  std::uint64_t bytes = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bytes);
  if (error != std::errc{} || end != text.data() + text.size() || bytes < smallest_map) {
    throw StoreError(StoreError::Kind::Io, "PROSPER_MAP_SIZE is '" + std::string(text) +
                                               "', expected a number of bytes from 1048576 on");
  }
  return bytes;
}

}  // namespace prosper::store
