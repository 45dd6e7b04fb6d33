// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/store/power_loss/recording.hpp"

namespace prosper::tests {

/// A disk that keeps its word and nothing more. What a file held at its last sync is there, and
/// every name at the last sync of its folder; of what came later any part may be there: whole
/// writes, 512-byte sectors of them, names, sizes. A rename happens or does not.
class Disk {
 public:
  explicit Disk(std::string folder) : folder_(std::move(folder)) {}

  /// Takes in the next event. The views in it must stay valid.
  void apply(const RecordedEvent& event);

  /// Writes into the empty folder `to` what a loss of power could leave, chosen by `random`;
  /// `in_flight`, when given, was under way.
  void lose_power(const std::filesystem::path& to, std::mt19937_64& random,
                  const RecordedEvent* in_flight) const;

 private:
  struct Change {
    bool is_write = true;     ///< else a new size
    bool is_certain = false;  ///< written with O_DSYNC and completed
    std::uint64_t offset = 0;
    std::string_view data;
  };

  struct File {
    std::string durable;
    std::vector<Change> pending;
  };

  using FileOrFolder = std::shared_ptr<File>;  ///< null: a folder

  struct NameChange {
    std::string removed;  ///< empty: none
    std::string added;    ///< empty: none
    FileOrFolder file;
  };

  using Names = std::map<std::string, FileOrFolder>;

  static void apply(const NameChange& change, Names& names);
  static void apply(const Change& change, std::string& bytes);
  static void apply_torn(const Change& change, std::string& bytes, std::mt19937_64& random);
  static std::string surviving_bytes(const File& file, std::mt19937_64& random);
  Names surviving_names(std::mt19937_64& random) const;
  void change_name(NameChange change);
  void sync_folder(std::string_view path);

  std::string folder_;
  /// Files by inode, as long as the inode means them.
  std::map<std::uint64_t, FileOrFolder> files_;
  Names names_;          ///< what processes see
  Names durable_names_;  ///< what is promised
  std::vector<NameChange> pending_names_;
};

}  // namespace prosper::tests
