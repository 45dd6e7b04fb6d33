// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>

#include "store/load/packed_quad.hpp"

namespace prosper::store {

/// Sorts quads stably by one of their terms. `from` is only read; the result is in `to` or in
/// `spare` (of the same length), which is returned. `spare` may be the memory of `from` when that
/// is not needed any more. Byte by byte; bytes that are equal everywhere cost nothing.
std::span<PackedQuad> sort_by(std::size_t term, std::span<const PackedQuad> from,
                              std::span<PackedQuad> to, std::span<PackedQuad> spare);

}  // namespace prosper::store
