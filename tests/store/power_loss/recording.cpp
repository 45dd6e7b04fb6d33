// SPDX-License-Identifier: Apache-2.0
#include "tests/store/power_loss/recording.hpp"

#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/store/child_process.hpp"
#include "tests/files/temporary_directory.hpp"

namespace prosper::tests {
namespace {

const char* lie_of(Recording::Disk disk) {
  switch (disk) {
    case Recording::Disk::Honest:
      return "none";
    case Recording::Disk::WithoutFileSync:
      return "no-sync";
    case Recording::Disk::WithoutFolderSync:
      return "no-folder-sync";
  }
  return "none";
}

}  // namespace

Recording::Recording(const std::filesystem::path& folder,
                     const std::vector<std::vector<std::string>>& commands, Disk disk)
    : folder_(folder) {
  const TemporaryDirectory log_folder;
  const std::string log = log_folder.path() / "log";
  for (const std::vector<std::string>& command : commands) {
    std::vector<std::string> words = {"/usr/bin/env", "LD_PRELOAD=" PROSPER_RECORDER,
                                      "PROSPER_RECORD_DIR=" + folder_, "PROSPER_RECORD_LOG=" + log,
                                      std::string("PROSPER_RECORD_LIES=") + lie_of(disk)};
    words.insert(words.end(), command.begin(), command.end());
    ChildProcess child(words);
    while (!child.read_line().empty()) continue;
    const int code = child.wait();
    if (code != 0) throw std::runtime_error(command[0] + " ended with " + std::to_string(code));
  }
  std::ifstream file(log, std::ios::binary);
  log_.assign(std::istreambuf_iterator<char>(file), {});
  read_events();
}

void Recording::read_events() {
  std::string_view rest = log_;
  const auto take = [&](std::size_t bytes) {
    if (rest.size() < bytes) throw std::runtime_error("the log is cut off");
    const std::string_view taken = rest.substr(0, bytes);
    rest.remove_prefix(bytes);
    return taken;
  };
  while (!rest.empty()) {
    RecordedEvent event;
    std::memcpy(&event.header, take(sizeof(EventHeader)).data(), sizeof(EventHeader));
    event.path = take(event.header.path_bytes);
    event.new_path = take(event.header.new_path_bytes);
    event.data = take(event.header.data_bytes);
    if (event.header.kind == EventKind::Unsupported) {
      throw std::runtime_error("not modelled: " + std::string(event.data) + " of " +
                               std::string(event.path));
    }
    events_.push_back(event);
  }
}

}  // namespace prosper::tests
