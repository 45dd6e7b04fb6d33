// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "store/blocks/block_plan.hpp"

namespace prosper::store {

/// Codes the first `rows` rows of `columns`, ascending, as a block; it is longer than block_bytes
/// when they do not fit, and empty when a plan made for other rows is not possible for these.
/// `before` is the row before the first, null when there is none. Where a better slope than the
/// plan's is found, it is used and put into `hints`, as is what dictionaries take. `planner`, which
/// may be null, has seen the rows and made the plan.
std::string encode_block(const RowColumns& columns, std::size_t rows, const BlockPlan& plan,
                         const Row* before, PlanHints& hints,
                         const BlockPlanner* planner = nullptr);

}  // namespace prosper::store
