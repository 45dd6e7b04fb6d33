// SPDX-License-Identifier: Apache-2.0
// Preloaded into a program (LD_PRELOAD): logs what it does to the files under PROSPER_RECORD_DIR,
// in the order it happens, to the file PROSPER_RECORD_LOG. PROSPER_RECORD_LIES makes a disk that
// breaks its word: "no-sync" does not carry out fsync, fdatasync and O_DSYNC of files,
// "no-folder-sync" not the fsync of folders. Here stand the calls of the C library it replaces.
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>

#include "tests/store/power_loss/recorder/recorder.hpp"

using prosper::tests::change_name;
using prosper::tests::Event;
using prosper::tests::EventKind;
using prosper::tests::log_event;
using prosper::tests::note_unsupported;
using prosper::tests::open_recorded;
using prosper::tests::recorded;
using prosper::tests::recorder;
using prosper::tests::rename_recorded;
using prosper::tests::sync_recorded;
using prosper::tests::write_recorded;

namespace {

mode_t mode_argument(int flags, va_list arguments) {
  const bool has_mode = (flags & (O_CREAT | O_TMPFILE)) != 0;
  return has_mode ? static_cast<mode_t>(va_arg(arguments, int)) : 0;
}

int truncate_recorded(int descriptor, off_t size) {
  const std::lock_guard lock(recorder().mutex);
  const int result = PROSPER_ORIGINAL(ftruncate)(descriptor, size);
  const auto* file = recorded(descriptor);
  if (result == 0 && file != nullptr) {
    log_event({{EventKind::Truncate, 0, file->file, static_cast<std::uint64_t>(size)}});
  }
  return result;
}

/// Calls that would need a model of their own when they met a file of the store.
template <class Call>
auto refuse(int descriptor, const char* name, Call&& call) {
  note_unsupported(descriptor, name);
  return call();
}

}  // namespace

// The C library declares some of these with attributes that a definition need not repeat.
extern "C" {

int open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_argument(flags, arguments);
  va_end(arguments);
  return open_recorded(AT_FDCWD, path, flags,
                       [&] { return PROSPER_ORIGINAL(open)(path, flags, mode); });
}

int open64(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_argument(flags, arguments);
  va_end(arguments);
  return open_recorded(AT_FDCWD, path, flags,
                       [&] { return PROSPER_ORIGINAL(open)(path, flags, mode); });
}

int openat(int folder, const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_argument(flags, arguments);
  va_end(arguments);
  return open_recorded(folder, path, flags,
                       [&] { return PROSPER_ORIGINAL(openat)(folder, path, flags, mode); });
}

int openat64(int folder, const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_argument(flags, arguments);
  va_end(arguments);
  return open_recorded(folder, path, flags,
                       [&] { return PROSPER_ORIGINAL(openat)(folder, path, flags, mode); });
}

int creat(const char* path, mode_t mode) {
  return open(path, O_WRONLY | O_CREAT | O_TRUNC, mode);
}

int close(int descriptor) {
  const std::lock_guard lock(recorder().mutex);
  if (auto* file = recorded(descriptor); file != nullptr) file->is_recorded = false;
  return PROSPER_ORIGINAL(close)(descriptor);
}

ssize_t write(int descriptor, const void* bytes, size_t count) {
  const iovec part{const_cast<void*>(bytes), count};
  return write_recorded(descriptor, -1, &part, 1,
                        [&] { return PROSPER_ORIGINAL(write)(descriptor, bytes, count); });
}

ssize_t pwrite(int descriptor, const void* bytes, size_t count, off_t offset) {
  const iovec part{const_cast<void*>(bytes), count};
  return write_recorded(descriptor, offset, &part, 1,
                        [&] { return PROSPER_ORIGINAL(pwrite)(descriptor, bytes, count, offset); });
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t count, off64_t offset) {
  return pwrite(descriptor, bytes, count, offset);
}

ssize_t writev(int descriptor, const iovec* parts, int count) {
  return write_recorded(descriptor, -1, parts, count,
                        [&] { return PROSPER_ORIGINAL(writev)(descriptor, parts, count); });
}

ssize_t pwritev(int descriptor, const iovec* parts, int count, off_t offset) {
  return write_recorded(descriptor, offset, parts, count, [&] {
    return PROSPER_ORIGINAL(pwritev)(descriptor, parts, count, offset);
  });
}

ssize_t pwritev64(int descriptor, const iovec* parts, int count, off64_t offset) {
  return pwritev(descriptor, parts, count, offset);
}

int ftruncate(int descriptor, off_t size) noexcept {
  return truncate_recorded(descriptor, size);
}

int ftruncate64(int descriptor, off64_t size) noexcept {
  return truncate_recorded(descriptor, size);
}

int fsync(int descriptor) {
  return sync_recorded(descriptor, [&] { return PROSPER_ORIGINAL(fsync)(descriptor); });
}

int fdatasync(int descriptor) {
  return sync_recorded(descriptor, [&] { return PROSPER_ORIGINAL(fdatasync)(descriptor); });
}

int rename(const char* from, const char* to) noexcept {
  return rename_recorded(AT_FDCWD, from, AT_FDCWD, to,
                         [&] { return PROSPER_ORIGINAL(rename)(from, to); });
}

int renameat(int folder, const char* from, int new_folder, const char* to) noexcept {
  return rename_recorded(folder, from, new_folder, to,
                         [&] { return PROSPER_ORIGINAL(renameat)(folder, from, new_folder, to); });
}

int unlink(const char* path) noexcept {
  return change_name(EventKind::Unlink, AT_FDCWD, path,
                     [&] { return PROSPER_ORIGINAL(unlink)(path); });
}

int unlinkat(int folder, const char* path, int flags) noexcept {
  const EventKind kind = (flags & AT_REMOVEDIR) != 0 ? EventKind::RemoveFolder : EventKind::Unlink;
  return change_name(kind, folder, path,
                     [&] { return PROSPER_ORIGINAL(unlinkat)(folder, path, flags); });
}

int remove(const char* path) noexcept {
  struct stat status {};

  const bool is_folder = ::lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
  return change_name(is_folder ? EventKind::RemoveFolder : EventKind::Unlink, AT_FDCWD, path,
                     [&] { return PROSPER_ORIGINAL(remove)(path); });
}

int mkdir(const char* path, mode_t mode) noexcept {
  return change_name(EventKind::MakeFolder, AT_FDCWD, path,
                     [&] { return PROSPER_ORIGINAL(mkdir)(path, mode); });
}

int mkdirat(int folder, const char* path, mode_t mode) noexcept {
  return change_name(EventKind::MakeFolder, folder, path,
                     [&] { return PROSPER_ORIGINAL(mkdirat)(folder, path, mode); });
}

int rmdir(const char* path) noexcept {
  return change_name(EventKind::RemoveFolder, AT_FDCWD, path,
                     [&] { return PROSPER_ORIGINAL(rmdir)(path); });
}

void* mmap(void* address, size_t length, int protection, int flags, int descriptor,
           off_t offset) noexcept {
  const bool writes = (protection & PROT_WRITE) != 0 && (flags & MAP_SHARED) != 0;
  if (writes && descriptor >= 0) note_unsupported(descriptor, "mmap");
  return PROSPER_ORIGINAL(mmap)(address, length, protection, flags, descriptor, offset);
}

int fallocate(int descriptor, int mode, off_t offset, off_t length) {
  return refuse(descriptor, "fallocate",
                [&] { return PROSPER_ORIGINAL(fallocate)(descriptor, mode, offset, length); });
}

int posix_fallocate(int descriptor, off_t offset, off_t length) {
  return refuse(descriptor, "posix_fallocate",
                [&] { return PROSPER_ORIGINAL(posix_fallocate)(descriptor, offset, length); });
}

ssize_t sendfile(int to, int from, off_t* offset, size_t count) noexcept {
  return refuse(to, "sendfile",
                [&] { return PROSPER_ORIGINAL(sendfile)(to, from, offset, count); });
}

ssize_t copy_file_range(int from, off64_t* from_offset, int to, off64_t* to_offset, size_t count,
                        unsigned flags) {
  return refuse(to, "copy_file_range", [&] {
    return PROSPER_ORIGINAL(copy_file_range)(from, from_offset, to, to_offset, count, flags);
  });
}

}  // extern "C"
