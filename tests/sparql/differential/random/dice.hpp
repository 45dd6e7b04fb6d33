// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <random>

namespace prosper::sparql::differential {

/// Random numbers that are the same on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}

  /// 0 to sides - 1.
  std::size_t roll(std::size_t sides) { return random_() % sides; }

  bool chance(std::size_t percent) { return roll(100) < percent; }

  template <typename List>
  auto one_of(const List& list) {
    return list[roll(std::size(list))];
  }

 private:
  std::mt19937_64 random_;
};

}  // namespace prosper::sparql::differential
