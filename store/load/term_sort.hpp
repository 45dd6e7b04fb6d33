// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "store/load/term_collector.hpp"

namespace prosper::store {

/// The numbers of all terms in the order of (tag, bytes).
std::vector<std::uint32_t> sort_terms(const TermCollector& terms);

}  // namespace prosper::store
