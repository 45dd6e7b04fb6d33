// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "store/store.hpp"
#include "tests/files/temporary_directory.hpp"

namespace prosper::sparql::differential {

/// A store in a folder that goes away with it, holding the quads of one test.
class ScratchStore {
 public:
  explicit ScratchStore(const std::vector<rdf::Quad>& quads);
  ScratchStore(const ScratchStore&) = delete;
  ScratchStore& operator=(const ScratchStore&) = delete;

  const store::QuadSource& snapshot() const { return *snapshot_; }

 private:
  tests::TemporaryDirectory folder_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<store::Snapshot> snapshot_;
};

}  // namespace prosper::sparql::differential
