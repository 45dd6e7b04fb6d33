// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace prosper::store {

/// Memory from the kernel that goes back to it at once: what the loader frees counts as free. Pages
/// are zero and only there once touched.
class AnonymousMemory {
 public:
  AnonymousMemory() = default;
  /// Throws std::bad_alloc.
  explicit AnonymousMemory(std::size_t bytes);
  AnonymousMemory(AnonymousMemory&& other) noexcept;
  AnonymousMemory& operator=(AnonymousMemory&& other) noexcept;
  ~AnonymousMemory();

  std::byte* data() const { return data_; }

  std::size_t size() const { return size_; }

 private:
  std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace prosper::store
