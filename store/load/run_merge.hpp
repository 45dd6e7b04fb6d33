// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "store/load/packed_quad.hpp"
#include "store/load/quad_sorter.hpp"
#include "store/load/spill_file.hpp"

namespace prosper::store {

/// Merges sorted runs that lie one behind the other in a file, each up to its end, and drops
/// repetitions. `receive` gets the quads, ascending, some thousands at a time.
void merge_runs(const SpillFile& file, const std::vector<std::uint64_t>& ends,
                const OrderPositions& order, std::size_t memory,
                const std::function<void(std::span<const PackedQuad>)>& receive);

}  // namespace prosper::store
