// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

namespace prosper::store {

/// Subject, predicate, object and graph as numbers of terms within one segment or one load.
using PackedQuad = std::array<std::uint32_t, 4>;

}  // namespace prosper::store
