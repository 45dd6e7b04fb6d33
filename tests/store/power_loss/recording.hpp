// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tests/store/power_loss/event.hpp"

namespace prosper::tests {

struct RecordedEvent {
  EventHeader header;
  std::string_view path;
  std::string_view new_path;
  std::string_view data;
};

/// What programs did to one folder, read back from the recorder's log.
class Recording {
 public:
  enum class Disk { Honest, WithoutFileSync, WithoutFolderSync };

  /// Runs the commands one after the other with the recorder in them; `folder` is their world and
  /// must be empty. Throws std::runtime_error when one does not end with 0 or does something that
  /// is not modelled.
  Recording(const std::filesystem::path& folder,
            const std::vector<std::vector<std::string>>& commands, Disk disk = Disk::Honest);
  Recording(const Recording&) = delete;
  Recording& operator=(const Recording&) = delete;

  const std::vector<RecordedEvent>& events() const { return events_; }

  const std::string& folder() const { return folder_; }

 private:
  void read_events();

  std::string folder_;
  std::string log_;
  std::vector<RecordedEvent> events_;
};

}  // namespace prosper::tests
