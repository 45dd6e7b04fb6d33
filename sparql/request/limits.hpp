// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "sparql/sparql.hpp"

namespace prosper::sparql::request {

/// Deadline, cancellation and memory of one request. Not thread-safe, but for the flag of
/// RequestOptions::cancelled.
class Limits {
 public:
  explicit Limits(const RequestOptions& options);

  /// To be called for every row looked at; throws QueryCancelled.
  void check();
  /// To be called for every batch: looks at the clock each time.
  void check_batch();

 private:
  friend class Held;

  std::optional<std::chrono::steady_clock::time_point> deadline_;
  const std::atomic<bool>* cancelled_;
  std::size_t maximum_held_;
  std::size_t maximum_bytes_;
  std::size_t held_ = 0;
  std::size_t bytes_ = 0;
  std::uint32_t checks_ = 0;
};

/// The share of one operator in the solutions (or triples) held in memory; gives it back when
/// destroyed.
class Held {
 public:
  explicit Held(Limits& limits) : limits_(limits) {}

  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;

  ~Held() { release(); }

  /// One more is kept; throws QueryCancelled when the request holds too many.
  void add_one() { add(1, 0); }

  /// More solutions, and what they need; throws QueryCancelled.
  void add(std::size_t solutions, std::size_t bytes);
  /// Nothing is held any more.
  void release();

 private:
  Limits& limits_;
  std::size_t count_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace prosper::sparql::request
