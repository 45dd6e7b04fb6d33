// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace prosper::store {

/// A file descriptor that closes itself, never inherited by another program.
class Descriptor {
 public:
  Descriptor() = default;

  explicit Descriptor(int number) : number_(number) {}

  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();

  int number() const { return number_; }

  bool is_open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

/// Throws StoreError Io with the call, the path and the reason in errno.
[[noreturn]] void throw_system_error(const char* call, const std::filesystem::path& path);

/// "gen-000042" for 42, and back; 0 for a name that is none.
std::string generation_name(std::uint64_t number);
std::uint64_t generation_number(std::string_view name);

/// The generation that DIR/CURRENT names. Throws StoreError NotFound (no CURRENT) or Damaged.
std::string read_current(const std::filesystem::path& directory);
/// Makes CURRENT name a generation, durably and in one step for every reader. Only under the
/// writer lock.
void write_current(const std::filesystem::path& directory, const std::string& generation);

std::vector<std::uint64_t> list_generations(const std::filesystem::path& directory);
/// Deletes the generations that CURRENT does not name and nobody holds. Only under the writer lock.
void remove_unused_generations(const std::filesystem::path& directory);

/// Keeps a generation's folder from being deleted until the descriptor closes (a shared flock). Not
/// open when the folder is gone or being deleted.
Descriptor hold_generation(const std::filesystem::path& folder);

/// Makes a folder and those above it that are missing, durably. Throws StoreError Io.
void make_folders(const std::filesystem::path& folder);

/// Makes new names in a folder durable.
void sync_folder(const std::filesystem::path& folder);

}  // namespace prosper::store
