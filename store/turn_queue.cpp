// SPDX-License-Identifier: Apache-2.0
#include "store/turn_queue.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/inotify.h>
#include <thread>
#include <unistd.h>

namespace prosper::store {
namespace {

/// Without events a wait is short: nothing ends it early.
constexpr std::chrono::milliseconds longest_blind_wait{5};

/// `length` bytes from `begin` on; 0: all behind it.
struct flock stretch(short type, std::int64_t begin, std::int64_t length) {
  struct flock bytes {};

  bytes.l_type = type;
  bytes.l_whence = SEEK_SET;
  bytes.l_start = begin;
  bytes.l_len = length;
  return bytes;
}

/// A lock of somebody else within a stretch; its type is F_UNLCK when there is none.
std::optional<struct flock> find_other(const Descriptor& file, std::int64_t begin,
                                       std::int64_t length) {
  struct flock other = stretch(F_WRLCK, begin, length);
  if (::fcntl(file.number(), F_OFD_GETLK, &other) != 0) return std::nullopt;
  return other;
}

/// The first byte behind all that are locked.
std::optional<std::int64_t> end_of_queue(const Descriptor& file) {
  std::int64_t end = 0;
  for (;;) {
    const auto other = find_other(file, end, 0);
    if (!other) return std::nullopt;
    if (other->l_type == F_UNLCK) return end;
    if (other->l_len == 0) return std::nullopt;  // somebody locked all there is: not one of us
    end = other->l_start + other->l_len;
  }
}

}  // namespace

std::optional<std::int64_t> join_queue(const Descriptor& file) {
  for (;;) {
    const auto place = end_of_queue(file);
    if (!place) return std::nullopt;
    struct flock own = stretch(F_WRLCK, *place, 1);
    if (::fcntl(file.number(), F_OFD_SETLK, &own) == 0) return place;
    // Somebody came between the look and the step.
    if (errno != EAGAIN && errno != EACCES) return std::nullopt;
  }
}

bool is_first(const Descriptor& file, std::int64_t place) {
  if (place == 0) return true;
  const auto other = find_other(file, 0, place);
  return !other || other->l_type == F_UNLCK;
}

void leave_queue(const Descriptor& file) {
  struct flock all = stretch(F_UNLCK, 0, 0);
  static_cast<void>(::fcntl(file.number(), F_OFD_SETLK, &all));
}

CloseWatch::CloseWatch(const std::filesystem::path& file)
    : events_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  if (!events_.is_open()) return;
  if (::inotify_add_watch(events_.number(), file.c_str(), IN_CLOSE_WRITE) < 0) {
    events_ = Descriptor();
  }
}

bool CloseWatch::wait(std::chrono::milliseconds limit) const {
  if (!events_.is_open()) {
    std::this_thread::sleep_for(std::min(limit, longest_blind_wait));
    return false;
  }

  struct pollfd event {
    events_.number(), POLLIN, 0
  };

  if (::poll(&event, 1, static_cast<int>(limit.count())) <= 0) return false;
  alignas(inotify_event) std::array<char, 4096> taken;
  while (::read(events_.number(), taken.data(), taken.size()) > 0) continue;
  return true;
}

}  // namespace prosper::store
