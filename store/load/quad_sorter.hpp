// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include "store/load/anonymous_memory.hpp"
#include "store/load/packed_quad.hpp"
#include "store/load/spill_file.hpp"

namespace prosper::store {

/// What an order compares first, second and so on: 0 subject, 1 predicate, 2 object, 3 graph.
using OrderPositions = std::array<std::size_t, 4>;

/// Takes one order after the other. Calls may come from any thread, one at a time.
class OrderReceiver {
 public:
  OrderReceiver() = default;
  OrderReceiver(const OrderReceiver&) = delete;
  OrderReceiver& operator=(const OrderReceiver&) = delete;
  virtual ~OrderReceiver() = default;

  virtual void begin(const OrderPositions& order) = 0;
  /// The next quads in ascending order, each once over all calls.
  virtual void quads(std::span<const PackedQuad> quads) = 0;
  virtual void end() = 0;
};

/// Sorts quads in the seven orders of a store and drops repetitions: in memory when there is room
/// (48 bytes a quad), else in sorted runs on disk.
class QuadSorter {
 public:
  /// At most `count` quads will come; `memory` bytes may be used.
  QuadSorter(std::size_t count, std::size_t memory, const std::filesystem::path& folder);

  void add(std::span<const PackedQuad> quads);
  /// Hands all seven orders to `receiver`, on another thread than this one while this sorts on.
  /// Nothing may follow.
  void sort(OrderReceiver& receiver);

  bool is_in_memory() const { return source_ == nullptr; }

 private:
  using Buffer = std::span<PackedQuad>;

  Buffer buffer(std::size_t number) const;
  void sort_in_memory(OrderReceiver& receiver);
  void sort_on_disk(const OrderPositions& order, OrderReceiver& receiver);

  std::filesystem::path folder_;
  std::size_t memory_;
  std::size_t buffer_length_;
  std::size_t count_ = 0;
  AnonymousMemory buffers_;
  std::unique_ptr<SpillFile> source_;
};

}  // namespace prosper::store
