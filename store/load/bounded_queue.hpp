// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <future>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <utility>

namespace prosper::store {

/// Thrown to a thread that puts something into a queue nobody takes from any more.
class QueueAbandoned : public std::runtime_error {
 public:
  QueueAbandoned() : std::runtime_error("the load was given up") {}
};

/// Hands things from one thread to another; who puts waits while it is full.
template <class T>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

  /// Throws QueueAbandoned.
  void put(T item) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return items_.size() < capacity_ || is_abandoned_; });
    if (is_abandoned_) throw QueueAbandoned();
    items_.push_back(std::move(item));
    changed_.notify_all();
  }

  /// Nothing follows; with an exception: because of that.
  void close(std::exception_ptr failure = nullptr) {
    const std::scoped_lock lock(mutex_);
    is_closed_ = true;
    failure_ = failure;
    changed_.notify_all();
  }

  /// The next item, or nothing at the end. Throws what the queue was closed with.
  std::optional<T> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !items_.empty() || is_closed_; });
    if (failure_) std::rethrow_exception(failure_);
    if (items_.empty()) return std::nullopt;
    std::optional<T> item(std::move(items_.front()));
    items_.pop_front();
    changed_.notify_all();
    return item;
  }

  /// Nobody takes any more.
  void abandon() {
    const std::scoped_lock lock(mutex_);
    is_abandoned_ = true;
    changed_.notify_all();
  }

 private:
  std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<T> items_;
  bool is_closed_ = false;
  bool is_abandoned_ = false;
  std::exception_ptr failure_;
};

/// Runs `produce`, which puts, on a thread of its own and `consume`, which takes until the end, on
/// this one. Throws what either throws, when both have ended.
template <class T, class Produce, class Consume>
void hand_over(BoundedQueue<T>& queue, Produce&& produce, Consume&& consume) {
  auto producing = std::async(std::launch::async, [&] {
    try {
      produce();
      queue.close();
    } catch (...) {
      queue.close(std::current_exception());
    }
  });
  try {
    consume();
  } catch (...) {
    queue.abandon();
    throw;
  }
  producing.get();
}

}  // namespace prosper::store
