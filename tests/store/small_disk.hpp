// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <sys/mount.h>

namespace prosper::tests {

/// A file system of some bytes in memory, unmounted at the end. Only root may mount one.
class SmallDisk {
 public:
  SmallDisk(const std::filesystem::path& place, std::uint64_t bytes) : place_(place) {
    std::filesystem::create_directory(place);
    is_mounted_ = ::mount("tmpfs", place.c_str(), "tmpfs", 0, options(bytes).c_str()) == 0;
  }

  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  ~SmallDisk() {
    if (is_mounted_) ::umount2(place_.c_str(), MNT_DETACH);
  }

  void resize(std::uint64_t bytes) const {
    ::mount("tmpfs", place_.c_str(), "tmpfs", MS_REMOUNT, options(bytes).c_str());
  }

  bool is_mounted() const { return is_mounted_; }

 private:
  static std::string options(std::uint64_t bytes) { return "size=" + std::to_string(bytes); }

  std::filesystem::path place_;
  bool is_mounted_;
};

}  // namespace prosper::tests
