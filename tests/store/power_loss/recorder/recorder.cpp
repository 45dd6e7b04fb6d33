// SPDX-License-Identifier: Apache-2.0
#include "tests/store/power_loss/recorder/recorder.hpp"

#include <cstdlib>
#include <filesystem>
#include <sys/stat.h>

namespace prosper::tests {
namespace {

/// Only these files are promised to survive.
bool matters(const std::string& path) {
  const std::string name = std::filesystem::path(path).filename();
  return name == "data.mdb" || name.starts_with("CURRENT");
}

[[gnu::constructor]] void begin() {
  if (recorder().log >= 0) log_event({{EventKind::Start}});
}

[[gnu::destructor]] void end() {
  if (recorder().log >= 0) log_event({{EventKind::Exit}});
}

}  // namespace

Recorder& recorder() {
  static Recorder* instance = [] {
    auto* made = new Recorder;
    const char* folder = std::getenv("PROSPER_RECORD_DIR");
    const char* log = std::getenv("PROSPER_RECORD_LOG");
    const char* lies = std::getenv("PROSPER_RECORD_LIES");
    if (folder == nullptr || log == nullptr) return made;
    made->folder = folder;
    const std::string_view lie = lies == nullptr ? "" : lies;
    made->lies_about_files = lie == "no-sync";
    made->lies_about_folders = lie == "no-folder-sync";
    constexpr int out_of_the_way = 900;
    const int opened = PROSPER_ORIGINAL(open)(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    made->log = ::fcntl(opened, F_DUPFD_CLOEXEC, out_of_the_way);
    PROSPER_ORIGINAL(close)(opened);
    return made;
  }();
  return *instance;
}

void log_event(Event event) {
  event.header.path_bytes = static_cast<std::uint32_t>(event.path.size());
  event.header.new_path_bytes = static_cast<std::uint32_t>(event.new_path.size());
  event.header.data_bytes = event.data.size();
  const iovec parts[] = {{&event.header, sizeof(event.header)},
                         {event.path.data(), event.path.size()},
                         {event.new_path.data(), event.new_path.size()},
                         {const_cast<char*>(event.data.data()), event.data.size()}};
  const auto wanted =
      sizeof(event.header) + event.path.size() + event.new_path.size() + event.data.size();
  const ssize_t written = PROSPER_ORIGINAL(writev)(recorder().log, parts, 4);
  if (written != static_cast<ssize_t>(wanted)) std::abort();
}

OpenFile* recorded(int descriptor) {
  Recorder& all = recorder();
  if (descriptor < 0 || static_cast<std::size_t>(descriptor) >= all.files.size()) return nullptr;
  OpenFile& file = all.files[static_cast<std::size_t>(descriptor)];
  return file.is_recorded ? &file : nullptr;
}

void note_unsupported(int descriptor, const char* call) {
  const std::lock_guard lock(recorder().mutex);
  const OpenFile* file = recorded(descriptor);
  if (file != nullptr && matters(file->path)) {
    log_event({{EventKind::Unsupported}, file->path, {}, call});
  }
}

std::string path_in_folder(int folder, const char* path) {
  const std::string& watched = recorder().folder;
  if (path == nullptr || recorder().log < 0) return {};
  std::filesystem::path whole(path);
  if (whole.is_relative()) {
    const OpenFile* base = recorded(folder);
    if (base != nullptr) {
      whole = std::filesystem::path(base->path) / whole;
    } else if (folder == AT_FDCWD) {
      whole = std::filesystem::current_path() / whole;
    } else {
      return {};
    }
  }
  std::string text = whole.lexically_normal();
  if (text.size() > 1 && text.back() == '/') text.pop_back();
  const bool lies_inside = text == watched || text.starts_with(watched + "/");
  return lies_inside ? text : std::string();
}

void note_open(int descriptor, const std::string& path, int flags, bool existed) {
  struct stat status {};

  if (static_cast<std::size_t>(descriptor) >= recorder().files.size()) std::abort();
  if (::fstat(descriptor, &status) != 0) return;
  OpenFile& file = recorder().files[static_cast<std::size_t>(descriptor)];
  file.is_recorded = true;
  file.is_folder = S_ISDIR(status.st_mode);
  file.is_synchronous = (flags & O_DSYNC) != 0;
  file.appends = (flags & O_APPEND) != 0;
  file.file = status.st_ino;
  file.path = path;
  if (!existed) {
    log_event({{EventKind::Create, 0, file.file}, path});
  } else if ((flags & O_TRUNC) != 0 && !file.is_folder) {
    log_event({{EventKind::Truncate, 0, file.file}});
  }
}

}  // namespace prosper::tests
