// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "store/store.hpp"

namespace prosper::sparql::differential {

/// A store in a folder that goes away with it, holding the quads of one test.
class ScratchStore {
 public:
  explicit ScratchStore(const std::vector<rdf::Quad>& quads);
  ScratchStore(const ScratchStore&) = delete;
  ScratchStore& operator=(const ScratchStore&) = delete;
  ~ScratchStore();

  const store::QuadSource& snapshot() const { return *snapshot_; }

 private:
  std::filesystem::path folder_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<store::Snapshot> snapshot_;
};

}  // namespace prosper::sparql::differential
