// SPDX-License-Identifier: Apache-2.0
#include "store/next_generation.hpp"

#include <algorithm>
#include <utility>

#include "store/directory.hpp"
#include "store/lmdb/cursor.hpp"
#include "store/store.hpp"

namespace prosper::store {
namespace {

std::uint64_t next_number(const std::filesystem::path& directory) {
  const auto numbers = list_generations(directory);
  return *std::max_element(numbers.begin(), numbers.end()) + 1;
}

/// Whether CURRENT names a generation, or may.
bool may_be_current(const std::filesystem::path& directory, const std::string& name) {
  try {
    return read_current(directory) == name;
  } catch (const StoreError&) {
    return true;
  }
}

}  // namespace

NextGeneration::NextGeneration(std::filesystem::path directory)
    : directory_(std::move(directory)),
      number_(next_number(directory_)),
      folder_(directory_ / generation_name(number_)),
      unfinished_(folder_) {
  make_folders(folder_);
}

void NextGeneration::open(std::uint64_t map_size) {
  lmdb::EnvironmentOptions options;
  options.map_size = map_size;
  options.create = true;
  options.unsynced_until_told = true;
  environment_ = lmdb::Environment::open(folder_, options);
  tables_ = create_tables(*environment_);
}

void NextGeneration::close() {
  environment_->extend_file();
  environment_->sync();
  environment_.reset();
  sync_folder(folder_);
}

void NextGeneration::install() {
  const std::string name = generation_name(number_);
  try {
    write_current(directory_, name);
  } catch (...) {
    // It may have failed after the name was changed.
    if (may_be_current(directory_, name)) unfinished_.keep();
    throw;
  }
  unfinished_.keep();
}

void copy_imports(const lmdb::Transaction& from, const StoreTables& from_tables,
                  lmdb::WriteTransaction& to, const StoreTables& to_tables) {
  lmdb::Cursor cursor(from, from_tables.imports);
  lmdb::WriteCursor writer(to, to_tables.imports);
  for (bool more = cursor.first(); more; more = cursor.next()) {
    writer.put(cursor.key(), cursor.value());
  }
}

}  // namespace prosper::store
