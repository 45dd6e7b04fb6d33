// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "store/generation.hpp"
#include "store/load/build_generation.hpp"
#include "store/load/feed.hpp"
#include "store/next_generation.hpp"
#include "store/store.hpp"
#include "store/writer_lock.hpp"

namespace prosper::store {

/// Collects quads, then writes them together with those of the current generation into a new one
/// and makes CURRENT name it. Holds the writer lock all the time; the new generation's folder goes
/// unless the load is committed. `forget_old` is called when the old one is old, so that its folder
/// can go unless a reader still needs it.
class StoreBulkLoad final : public BulkLoad {
 public:
  StoreBulkLoad(WriterLock lock, std::filesystem::path directory,
                std::shared_ptr<Generation> generation, const std::string& public_base,
                std::uint64_t map_size, BulkOptions options, std::function<void()> forget_old);

  std::vector<rdf::AnyQuadSink*> feeds() override;
  void set_import_state(std::string_view key, std::string_view hash) override;
  BulkReport commit() override;

 private:
  std::uint64_t feed_stored_quads();
  BuiltContent build();
  void write_records(const BuiltContent& content) const;
  BuiltContent write_generation();
  void report(std::string_view step, double done) const;

  std::optional<WriterLock> lock_;
  std::filesystem::path directory_;
  std::shared_ptr<Generation> generation_;
  std::string public_base_;
  std::uint64_t map_size_;
  BulkOptions options_;
  std::function<void()> forget_old_;
  NextGeneration next_;
  std::vector<std::unique_ptr<Feed>> feeds_;
  std::map<std::string, std::string, std::less<>> import_states_;
};

}  // namespace prosper::store
