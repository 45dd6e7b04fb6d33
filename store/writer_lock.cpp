// SPDX-License-Identifier: Apache-2.0
#include "store/writer_lock.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <unistd.h>

#include "store/store.hpp"
#include "store/turn_queue.hpp"

namespace prosper::store {
namespace {

constexpr mode_t file_mode = 0664;
constexpr std::size_t command_limit = 200;
constexpr std::chrono::milliseconds shortest_pause{1};
constexpr std::chrono::milliseconds longest_pause{100};
constexpr std::chrono::milliseconds telling_pause{200};

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

bool try_lock(const Descriptor& file, const std::filesystem::path& path) {
  if (::flock(file.number(), LOCK_EX | LOCK_NB) == 0) return true;
  if (errno != EWOULDBLOCK && errno != EINTR) throw_system_error("flock", path);
  return false;
}

}  // namespace

WriterLock::WriterLock(const std::filesystem::path& directory, const Patience& patience) {
  const std::filesystem::path path = directory / "writer.lock";
  file_ = Descriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, file_mode));
  if (!file_.is_open()) throw_system_error("open", path);
  wait_for_turn(path, patience);
  const std::string holder = std::to_string(::getpid()) + " (" + own_command() + ")\n";
  // Only a courtesy to those who wait: the lock itself does not depend on it.
  if (::ftruncate(file_.number(), 0) != 0 ||
      ::pwrite(file_.number(), holder.data(), holder.size(), 0) < 0) {
    return;
  }
}

void WriterLock::wait_for_turn(const std::filesystem::path& path, const Patience& patience) {
  const auto place = join_queue(file_);
  const auto is_turn = [&] { return (!place || is_first(file_, *place)) && try_lock(file_, path); };
  if (is_turn()) return;
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  const CloseWatch closed(path);  // before the next look, so that no close is missed
  auto last_told = start;
  auto pause = shortest_pause;
  while (!is_turn()) {
    const auto now = Clock::now();
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(start + patience.limit - now);
    if (left.count() <= 0) {
      throw StoreError(StoreError::Kind::Busy, path.string() + ": held by " + holder_of(file_) +
                                                   "; waited " +
                                                   std::to_string(patience.limit.count()) + " ms");
    }
    if (patience.on_wait && now - last_told >= telling_pause) {
      last_told = now;
      patience.on_wait(holder_of(file_));
    }
    // A process that dies closes the file a moment before its locks go.
    pause =
        closed.wait(std::min(pause, left)) ? shortest_pause : std::min(2 * pause, longest_pause);
  }
}

WriterLock::~WriterLock() {
  if (!file_.is_open()) return;
  // The close that follows wakes those who wait: then everything must be free.
  const int still_named = ::ftruncate(file_.number(), 0);
  static_cast<void>(still_named);
  ::flock(file_.number(), LOCK_UN);
  leave_queue(file_);
}

}  // namespace prosper::store
