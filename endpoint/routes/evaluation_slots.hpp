// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace prosper::endpoint {

/// How many requests may evaluate at once, and how many may wait for their turn: a server has many
/// connections but few cores. Thread-safe; must outlive its slots.
class EvaluationSlots {
 public:
  EvaluationSlots(std::size_t at_once, std::size_t waiting) : free_(at_once), waiting_(waiting) {}

  /// Held while a request evaluates.
  class Slot {
   public:
    explicit Slot(EvaluationSlots& owner) : owner_(&owner) {}

    Slot(Slot&& other) noexcept : owner_(other.owner_), is_taken_(other.is_taken_) {
      other.owner_ = nullptr;
    }

    Slot(const Slot&) = delete;
    Slot& operator=(const Slot&) = delete;
    Slot& operator=(Slot&&) = delete;
    ~Slot();

    /// While the request waits for another machine, others may evaluate. Only `resume` may follow.
    void pause();
    /// As `take`; on an exception the slot stays paused.
    void resume(std::chrono::steady_clock::time_point deadline, const std::atomic<bool>* cancelled);

   private:
    EvaluationSlots* owner_;
    bool is_taken_ = true;
  };

  /// Waits for a slot. Throws HttpError 503 when the queue is full or the deadline passes while
  /// waiting, sparql::QueryCancelled when `cancelled` becomes true.
  Slot take(std::chrono::steady_clock::time_point deadline, const std::atomic<bool>* cancelled);

 private:
  void acquire(std::chrono::steady_clock::time_point deadline, const std::atomic<bool>* cancelled);
  void give_back();

  std::mutex mutex_;
  std::condition_variable freed_;
  std::size_t free_;
  std::size_t waiting_;
};

}  // namespace prosper::endpoint
