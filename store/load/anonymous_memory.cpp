// SPDX-License-Identifier: Apache-2.0
#include "store/load/anonymous_memory.hpp"

#include <new>
#include <sys/mman.h>
#include <utility>

namespace prosper::store {
namespace {

constexpr std::size_t huge_page = std::size_t{2} << 20U;

}  // namespace

AnonymousMemory::AnonymousMemory(std::size_t bytes) : size_(bytes) {
  if (bytes == 0) return;
  void* memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();
  data_ = static_cast<std::byte*>(memory);
  // Only a matter of speed: sorting touches many pages at once.
  if (bytes >= 4 * huge_page) ::madvise(memory, bytes, MADV_HUGEPAGE);
}

AnonymousMemory::AnonymousMemory(AnonymousMemory&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

AnonymousMemory& AnonymousMemory::operator=(AnonymousMemory&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

AnonymousMemory::~AnonymousMemory() {
  if (data_ != nullptr) ::munmap(data_, size_);
}

}  // namespace prosper::store
