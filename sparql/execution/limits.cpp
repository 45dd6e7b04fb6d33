// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/limits.hpp"

#include <string>

namespace prosper::sparql::execution {

Limits::Limits(const RequestOptions& options)
    : deadline_(options.deadline),
      cancelled_(options.cancelled),
      maximum_held_(options.maximum_held_solutions) {}

void Limits::check() {
  if (cancelled_ != nullptr && cancelled_->load(std::memory_order_relaxed))
    throw QueryCancelled("the request was cancelled");
  // The clock costs more than the flag.
  constexpr std::uint32_t checks_per_look_at_the_clock = 16;
  if (deadline_ && checks_++ % checks_per_look_at_the_clock == 0 &&
      std::chrono::steady_clock::now() >= *deadline_)
    throw QueryCancelled("the request took longer than it may");
}

void Held::add_one() {
  if (limits_.held_ >= limits_.maximum_held_)
    throw QueryCancelled("the request needs more than " + std::to_string(limits_.maximum_held_) +
                         " solutions in memory at once");
  ++limits_.held_;
  ++count_;
}

}  // namespace prosper::sparql::execution
