// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <coroutine>
#include <cstddef>
#include <exception>
#include <iterator>
#include <memory>
#include <utility>

namespace prosper::sparql::reference {

/// A lazy sequence made by a coroutine: each `co_yield value` is one element, computed when it is
/// asked for. Single pass. References that the coroutine took must outlive the generator. An
/// exception in the coroutine comes out of `next` (or `++`). Destroying it early is fine.
template <typename T>
class Generator {
 public:
  struct promise_type {
    const T* current = nullptr;
    std::exception_ptr exception;

    Generator get_return_object() {
      return Generator(std::coroutine_handle<promise_type>::from_promise(*this));
    }

    std::suspend_always initial_suspend() noexcept { return {}; }

    std::suspend_always final_suspend() noexcept { return {}; }

    std::suspend_always yield_value(const T& value) noexcept {
      current = std::addressof(value);
      return {};
    }

    void return_void() noexcept {}

    void unhandled_exception() noexcept { exception = std::current_exception(); }
  };

  class Iterator {
   public:
    using value_type = T;
    using difference_type = std::ptrdiff_t;

    Iterator(Generator* generator, const T* current) : generator_(generator), current_(current) {}

    const T& operator*() const { return *current_; }

    Iterator& operator++() {
      current_ = generator_->next();
      return *this;
    }

    bool operator==(std::default_sentinel_t /*end*/) const { return current_ == nullptr; }

   private:
    Generator* generator_;
    const T* current_;
  };

  Generator(Generator&& other) noexcept : coroutine_(std::exchange(other.coroutine_, nullptr)) {}

  Generator& operator=(Generator&& other) noexcept {
    std::swap(coroutine_, other.coroutine_);
    return *this;
  }

  Generator(const Generator&) = delete;
  Generator& operator=(const Generator&) = delete;

  ~Generator() {
    if (coroutine_) coroutine_.destroy();
  }

  /// The next element, or null at the end; valid until the next call.
  const T* next() {
    if (coroutine_.done()) return nullptr;
    coroutine_.resume();
    if (coroutine_.promise().exception) std::rethrow_exception(coroutine_.promise().exception);
    return coroutine_.done() ? nullptr : coroutine_.promise().current;
  }

  Iterator begin() { return Iterator(this, next()); }

  std::default_sentinel_t end() const { return {}; }

 private:
  explicit Generator(std::coroutine_handle<promise_type> coroutine) : coroutine_(coroutine) {}

  std::coroutine_handle<promise_type> coroutine_;
};

}  // namespace prosper::sparql::reference
