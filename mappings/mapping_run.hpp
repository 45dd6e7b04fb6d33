// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "mappings/duplicate_filter.hpp"
#include "mappings/mapping.hpp"
#include "mappings/notice_mapper.hpp"
#include "mappings/profile.hpp"
#include "mappings/sources/row_reader.hpp"

namespace prosper::vocabularies {
class ConceptResolver;
}

namespace prosper::mappings {

/// One call of map_files: reads rows in order, maps a batch of notices on several threads, hands
/// them over in order. At most one batch of rows and notices is in memory.
class MappingRun {
 public:
  MappingRun(std::string_view profile, const std::vector<std::filesystem::path>& files,
             const MapOptions& options, const vocabularies::ConceptResolver& concepts,
             NoticeSink& sink);

  Report run();

 private:
  void read_file(std::uint32_t file);
  void take_row(std::uint32_t file, const SourceRow& row);
  void reject(const SourceRow& row, std::string reason);
  void count_fields(const NormalisedRow& row);
  void flush();
  void map_batch(std::vector<MappedNotice>& mapped);
  void add_counts();

  Profile profile_;
  const std::vector<std::filesystem::path>& files_;
  const MapOptions& options_;
  NoticeSink& sink_;
  /// One a thread.
  std::vector<FunctionContext> contexts_;
  DuplicateFilter duplicates_;
  std::vector<KeyedNotice> batch_;
  Report report_;
};

}  // namespace prosper::mappings
