// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace prosper::store {

/// A term inside one store or in-memory source: 64 bits, a tag and an inline value or a dictionary
/// number (docs/storage-format.md). Same id ⇔ same term within one QuadSource. 0 is no term; as a
/// graph it is the store's own default graph.
struct TermId {
  std::uint64_t bits = 0;
  auto operator<=>(const TermId&) const = default;
};

inline constexpr TermId default_graph{0};

/// One row of the quad table.
struct QuadIds {
  TermId subject;
  TermId predicate;
  TermId object;
  TermId graph;
  auto operator<=>(const QuadIds&) const = default;
};

}  // namespace prosper::store

template <>
struct std::hash<prosper::store::TermId> {
  std::size_t operator()(prosper::store::TermId id) const noexcept {
    return static_cast<std::size_t>((id.bits ^ (id.bits >> 32U)) * 0x9e3779b97f4a7c15ULL);
  }
};
