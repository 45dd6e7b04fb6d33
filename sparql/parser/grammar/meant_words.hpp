// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace prosper::sparql::grammar {

/// The keyword or function that was meant with `word` where the grammar wanted `expected` (what
/// Failures collects), for "did you mean". Nothing when none is near.
std::optional<std::string_view> find_meant_word(std::string_view word,
                                                std::span<const std::string_view> expected);

}  // namespace prosper::sparql::grammar
