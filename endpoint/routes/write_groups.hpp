// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <vector>

#include "store/store.hpp"

namespace prosper::endpoint {

/// The writes of a server. They take turns, and those that wait at the same time are committed
/// together: one sync of the disk serves them all. Each is still all or nothing: when one of a
/// group fails, the group is given up and each of its changes gets a transaction of its own.
/// Thread-safe.
class WriteGroups {
 public:
  /// Changes a transaction and does not commit it. Called on another request's thread, and again
  /// after its transaction was given up: the last call counts.
  using Change = std::function<void(store::Transaction&)>;
  using Clock = std::chrono::steady_clock;

  /// `waiting`: how many may wait for their turn.
  explicit WriteGroups(std::size_t waiting) : waiting_limit_(waiting) {}

  WriteGroups(const WriteGroups&) = delete;
  WriteGroups& operator=(const WriteGroups&) = delete;

  enum class Company {
    Welcome,  ///< may share a transaction
    None,     ///< large: nobody shall wait for it more than he must
  };

  /// Returns when the change is durable. Throws what the change throws (then nothing of it is in
  /// the store), StoreError, HttpError 503 when the queue is full or its turn does not come before
  /// `deadline`, sparql::QueryCancelled when `cancelled` becomes true before.
  void commit(store::Store& store, const Change& change, Company company,
              Clock::time_point deadline, const std::atomic<bool>* cancelled);

  /// Writes in the queue, those at work not counted.
  std::size_t waiting() const;

 private:
  struct Write {
    const Change* change;
    Company company;
    enum class State { Queued, Taken, Done } state = State::Queued;
    std::exception_ptr error;
  };

  using Group = std::vector<Write*>;

  void wait_or_leave(std::unique_lock<std::mutex>& lock, Write& own, Clock::time_point deadline,
                     const std::atomic<bool>* cancelled);
  void lead(std::unique_lock<std::mutex>& lock, store::Store& store);
  Group take_group();
  static std::size_t run_together(store::Store& store, const Group& group);
  static void run_alone(store::Store& store, Write& write);

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Write*> queue_;
  bool has_leader_ = false;
  std::size_t waiting_limit_;
};

}  // namespace prosper::endpoint
