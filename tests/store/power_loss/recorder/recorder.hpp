// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <dlfcn.h>
#include <fcntl.h>
#include <mutex>
#include <string>
#include <string_view>
#include <sys/uio.h>
#include <unistd.h>

#include "tests/store/power_loss/event.hpp"

/// The function of that name that this library stands before.
#define PROSPER_ORIGINAL(name)                                                                \
  ([] {                                                                                       \
    static const auto known = reinterpret_cast<decltype(&::name)>(::dlsym(RTLD_NEXT, #name)); \
    return known;                                                                             \
  }())

namespace prosper::tests {

struct OpenFile {
  bool is_recorded = false;
  bool is_folder = false;
  bool is_synchronous = false;
  bool appends = false;
  std::uint64_t file = 0;
  std::string path;
};

struct Recorder {
  std::recursive_mutex mutex;
  std::string folder;
  int log = -1;
  bool lies_about_files = false;
  bool lies_about_folders = false;
  std::array<OpenFile, 4096> files;
};

/// Set up from the environment at its first use; never destroyed, since programs write until their
/// very end.
Recorder& recorder();

struct Event {
  EventHeader header;
  std::string path = {};
  std::string new_path = {};
  std::string_view data = {};
};

void log_event(Event event);
/// The recorded file of a descriptor, or null.
OpenFile* recorded(int descriptor);
/// A call that the disk model does not know, on a file that is promised to survive.
void note_unsupported(int descriptor, const char* call);
/// The absolute path when it lies in the recorded folder, else empty.
std::string path_in_folder(int folder, const char* path);
void note_open(int descriptor, const std::string& path, int flags, bool existed);

template <class Open>
int open_recorded(int folder, const char* name, int flags, Open&& open) {
  const std::lock_guard lock(recorder().mutex);
  const std::string path = path_in_folder(folder, name);
  const bool existed = path.empty() || ::access(path.c_str(), F_OK) == 0;
  const int descriptor = open();
  if (descriptor >= 0 && !path.empty()) note_open(descriptor, path, flags, existed);
  return descriptor;
}

/// Carries out a write and logs the bytes that were written. `at` is -1 for the file's position.
template <class Write>
ssize_t write_recorded(int descriptor, off_t at, const iovec* parts, int count, Write&& write) {
  const std::lock_guard lock(recorder().mutex);
  const OpenFile* file = recorded(descriptor);
  const bool is_output = descriptor == STDOUT_FILENO && recorder().log >= 0;
  if (file == nullptr && !is_output) return write();
  std::string bytes;
  for (int i = 0; i < count; ++i) {
    bytes.append(static_cast<const char*>(parts[i].iov_base), parts[i].iov_len);
  }
  if (file == nullptr) {
    log_event({{EventKind::Output}, {}, {}, bytes});
    return write();
  }
  if (at < 0) at = ::lseek(descriptor, 0, file->appends ? SEEK_END : SEEK_CUR);
  const ssize_t written = write();
  if (written > 0) {
    const bool is_synchronous = file->is_synchronous && !recorder().lies_about_files;
    log_event(
        {{EventKind::Write, is_synchronous ? 1U : 0U, file->file, static_cast<std::uint64_t>(at)},
         {},
         {},
         std::string_view(bytes).substr(0, static_cast<std::size_t>(written))});
  }
  return written;
}

template <class Sync>
int sync_recorded(int descriptor, Sync&& sync) {
  const std::lock_guard lock(recorder().mutex);
  const int result = sync();
  const OpenFile* file = recorded(descriptor);
  if (result != 0 || file == nullptr) return result;
  if (file->is_folder) {
    if (!recorder().lies_about_folders) log_event({{EventKind::SyncFolder}, file->path});
  } else if (!recorder().lies_about_files) {
    log_event({{EventKind::Sync, 0, file->file}});
  }
  return result;
}

template <class Change>
int change_name(EventKind kind, int folder, const char* name, Change&& change) {
  const std::lock_guard lock(recorder().mutex);
  const std::string path = path_in_folder(folder, name);
  const int result = change();
  if (result == 0 && !path.empty()) log_event({{kind}, path});
  return result;
}

template <class Rename>
int rename_recorded(int folder, const char* from, int new_folder, const char* to, Rename&& rename) {
  const std::lock_guard lock(recorder().mutex);
  const std::string path = path_in_folder(folder, from);
  const std::string new_path = path_in_folder(new_folder, to);
  const int result = rename();
  if (result != 0 || (path.empty() && new_path.empty())) return result;
  const bool crosses = path.empty() || new_path.empty();
  log_event({{crosses ? EventKind::Unsupported : EventKind::Rename}, path, new_path});
  return result;
}

}  // namespace prosper::tests
