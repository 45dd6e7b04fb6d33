// SPDX-License-Identifier: Apache-2.0
#include "store/writer_lock.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

#include "store/store.hpp"

namespace prosper::store {
namespace {

constexpr mode_t file_mode = 0664;
constexpr std::size_t command_limit = 200;

/// The command line of this process, its words parted by blanks.
std::string own_command() {
  std::string command(command_limit, '\0');
  const Descriptor file(::open("/proc/self/cmdline", O_RDONLY | O_CLOEXEC));
  const ssize_t length = file.is_open() ? ::read(file.number(), command.data(), command.size()) : 0;
  command.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
  while (command.ends_with('\0')) command.pop_back();
  for (char& c : command) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  return command;
}

std::string holder_of(const Descriptor& file) {
  std::string text(command_limit + 32, '\0');
  const ssize_t length = ::pread(file.number(), text.data(), text.size(), 0);
  text.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
  if (text.ends_with('\n')) text.pop_back();
  return text.empty() ? "another process" : "process " + text;
}

/// The place at the head of those who wait, one byte of the same file (an open file description
/// lock, independent of flock). Who waits there gets the lock before a holder that lets go and at
/// once wants it again. False when somebody else stands there.
bool try_queue(const Descriptor& file, short kind) {
  struct flock place {};

  place.l_type = kind;
  place.l_whence = SEEK_SET;
  place.l_len = 1;
  if (::fcntl(file.number(), F_OFD_SETLK, &place) == 0) return true;
  // A file system without such locks has no queue; the lock itself is another one.
  return errno != EAGAIN && errno != EACCES;
}

bool try_lock(const Descriptor& file, const std::filesystem::path& path) {
  if (::flock(file.number(), LOCK_EX | LOCK_NB) == 0) return true;
  if (errno != EWOULDBLOCK && errno != EINTR) throw_system_error("flock", path);
  return false;
}

}  // namespace

WriterLock::WriterLock(const std::filesystem::path& directory, std::chrono::milliseconds wait) {
  const std::filesystem::path path = directory / "writer.lock";
  file_ = Descriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, file_mode));
  if (!file_.is_open()) throw_system_error("open", path);
  const auto deadline = std::chrono::steady_clock::now() + wait;
  std::chrono::milliseconds pause{1};
  constexpr std::chrono::milliseconds longest_pause{50};
  constexpr std::chrono::milliseconds longest_pause_of_first{2};
  bool is_first = false;
  for (;;) {
    is_first = is_first || try_queue(file_, F_WRLCK);
    if (is_first && try_lock(file_, path)) break;
    if (std::chrono::steady_clock::now() >= deadline) {
      throw StoreError(StoreError::Kind::Busy, path.string() + ": held by " + holder_of(file_) +
                                                   "; waited " + std::to_string(wait.count()) +
                                                   " ms");
    }
    std::this_thread::sleep_for(pause);
    pause = std::min(pause * 2, is_first ? longest_pause_of_first : longest_pause);
  }
  try_queue(file_, F_UNLCK);
  const std::string holder = std::to_string(::getpid()) + " (" + own_command() + ")\n";
  // Only a courtesy to those who wait: the lock itself does not depend on it.
  if (::ftruncate(file_.number(), 0) != 0 ||
      ::pwrite(file_.number(), holder.data(), holder.size(), 0) < 0) {
    return;
  }
}

WriterLock::~WriterLock() {
  if (file_.is_open() && ::ftruncate(file_.number(), 0) != 0) return;
}

}  // namespace prosper::store
