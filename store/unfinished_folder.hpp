// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <utility>

namespace prosper::store {

/// Removes what a failed copy or load leaves; `keep` when it succeeded.
class UnfinishedFolder {
 public:
  explicit UnfinishedFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

  UnfinishedFolder(const UnfinishedFolder&) = delete;
  UnfinishedFolder& operator=(const UnfinishedFolder&) = delete;

  ~UnfinishedFolder() {
    std::error_code left_behind;
    if (!folder_.empty()) std::filesystem::remove_all(folder_, left_behind);
  }

  const std::filesystem::path& path() const { return folder_; }

  void keep() { folder_.clear(); }

 private:
  std::filesystem::path folder_;
};

}  // namespace prosper::store
