// SPDX-License-Identifier: Apache-2.0
#include "endpoint/routes/evaluation_slots.hpp"

#include <algorithm>

#include "endpoint/http/response.hpp"
#include "sparql/sparql.hpp"

namespace prosper::endpoint {

EvaluationSlots::Slot::~Slot() {
  if (owner_ != nullptr && is_taken_) owner_->give_back();
}

void EvaluationSlots::Slot::pause() {
  is_taken_ = false;
  owner_->give_back();
}

void EvaluationSlots::Slot::resume(std::chrono::steady_clock::time_point deadline,
                                   const std::atomic<bool>* cancelled) {
  owner_->acquire(deadline, cancelled);
  is_taken_ = true;
}

EvaluationSlots::Slot EvaluationSlots::take(std::chrono::steady_clock::time_point deadline,
                                            const std::atomic<bool>* cancelled) {
  acquire(deadline, cancelled);
  return Slot(*this);
}

void EvaluationSlots::acquire(std::chrono::steady_clock::time_point deadline,
                              const std::atomic<bool>* cancelled) {
  std::unique_lock lock(mutex_);
  if (free_ == 0) {
    if (waiting_ == 0)
      throw HttpError(503, "queue-full", "Too many requests are waiting; try again in a moment.")
          .with("Retry-After", "5");
    --waiting_;
    bool gone = false;
    // A client that leaves sets a flag but wakes nobody: look at it ten times a second.
    while (free_ == 0 && !gone && std::chrono::steady_clock::now() < deadline) {
      freed_.wait_until(lock, std::min(deadline, std::chrono::steady_clock::now() +
                                                     std::chrono::milliseconds(100)));
      gone = cancelled != nullptr && cancelled->load();
    }
    ++waiting_;
    if (gone) throw sparql::QueryCancelled("the client has left");
    if (free_ == 0)
      throw HttpError(503, "queue-timeout",
                      "The server was busy for as long as this request was allowed to take.")
          .with("Retry-After", "10");
  }
  --free_;
}

void EvaluationSlots::give_back() {
  {
    const std::lock_guard lock(mutex_);
    ++free_;
  }
  freed_.notify_one();
}

}  // namespace prosper::endpoint
