// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace prosper::rdf {

/// How many letters are left out, added, exchanged or swapped with their neighbour between two
/// words, case apart; counts no further than `limit` + 1.
std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t limit);

/// The candidate that a misspelt word most likely meant, for "did you mean": the nearest one, of
/// several the one with the longest front in common. Nothing when all are too far: words of two
/// letters may differ in case only, of up to five in one letter, longer ones in two.
std::optional<std::string_view> nearest_word(std::string_view word,
                                             std::span<const std::string_view> candidates);

}  // namespace prosper::rdf
