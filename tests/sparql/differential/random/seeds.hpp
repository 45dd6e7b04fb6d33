// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstdlib>

namespace prosper::sparql::differential {

/// A dataset serves several requests.
inline constexpr std::uint64_t seeds_per_dataset = 25;

/// A number of the environment.
inline std::uint64_t number_from(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

}  // namespace prosper::sparql::differential
