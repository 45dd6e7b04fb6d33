// SPDX-License-Identifier: Apache-2.0
#include "sparql/request/limits.hpp"

#include <string>

namespace prosper::sparql::request {

Limits::Limits(const RequestOptions& options)
    : deadline_(options.deadline),
      cancelled_(options.cancelled),
      maximum_held_(options.maximum_held_solutions),
      maximum_bytes_(options.maximum_held_bytes) {}

void Limits::check() {
  if (cancelled_ != nullptr && cancelled_->load(std::memory_order_relaxed))
    throw QueryCancelled("the request was cancelled");
  // The clock costs more than the flag.
  constexpr std::uint32_t checks_per_look_at_the_clock = 16;
  if (deadline_ && checks_++ % checks_per_look_at_the_clock == 0 &&
      std::chrono::steady_clock::now() >= *deadline_)
    throw QueryCancelled("the request took longer than it may");
}

void Limits::check_batch() {
  checks_ = 0;
  check();
}

void Held::add(std::size_t solutions, std::size_t bytes) {
  if (solutions > limits_.maximum_held_ - limits_.held_)
    throw QueryCancelled("the request needs more than " + std::to_string(limits_.maximum_held_) +
                         " solutions in memory at once");
  if (bytes > limits_.maximum_bytes_ - limits_.bytes_)
    throw QueryCancelled("the request needs more than " + std::to_string(limits_.maximum_bytes_) +
                         " bytes of memory at once");
  limits_.held_ += solutions;
  limits_.bytes_ += bytes;
  count_ += solutions;
  bytes_ += bytes;
}

void Held::release() {
  limits_.held_ -= count_;
  limits_.bytes_ -= bytes_;
  count_ = 0;
  bytes_ = 0;
}

}  // namespace prosper::sparql::request
