// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>

#include "store/memory_quad_source.hpp"
#include "store/store.hpp"

namespace prosper::endpoint {

/// A store in memory for handler tests: the same façade, no files. Snapshots show the live data.
class MemoryStore final : public store::Store {
 public:
  explicit MemoryStore(std::string base = "http://localhost:7878/") : base_(std::move(base)) {}

  /// Adds the quads of a TriG text in which the prefixes of the site are declared.
  void add_trig(const std::string& text);

  std::unique_ptr<store::Snapshot> snapshot() override;
  std::unique_ptr<store::Transaction> begin() override;

  const std::string& public_base() const override { return base_; }

  store::StoreStatistics statistics() override { return {}; }

  store::CheckReport check() override { return {}; }

  /// When set, begin() throws it.
  std::optional<store::StoreError> refuse_writes;
  int commits = 0;
  std::map<std::string, std::string, std::less<>> import_states;
  std::shared_ptr<store::MemoryQuadSource> quads = std::make_shared<store::MemoryQuadSource>();

 private:
  std::string base_;
};

}  // namespace prosper::endpoint
