// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "store/ids/term_tag.hpp"

namespace prosper::store {

struct TextHash {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  bool operator==(const TextHash&) const = default;
};

/// How texts are hashed; tests put in a bad one.
using HashFunction = TextHash (*)(TermTag tag, std::string_view bytes);

/// XXH3-128 with the tag as seed.
TextHash hash_text(TermTag tag, std::string_view bytes);

}  // namespace prosper::store
