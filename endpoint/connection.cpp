// SPDX-License-Identifier: Apache-2.0
#include "endpoint/connection.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace prosper::endpoint {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

/// Between two tries to send to a client whose buffers are full.
constexpr milliseconds full_pause(1);

bool is_ready(int descriptor, short events, milliseconds wait) {
  pollfd entry{descriptor, events, 0};
  const int count = ::poll(&entry, 1, static_cast<int>(wait.count()));
  return count > 0 && (entry.revents & (events | POLLHUP | POLLERR)) != 0;
}

}  // namespace

Connection::Connection(int descriptor, const ConnectionLimits& limits)
    : descriptor_(descriptor), limits_(limits) {}

Connection::~Connection() {
  ::close(descriptor_);
}

bool Connection::await_request(milliseconds idle,
                               const std::function<bool(milliseconds)>& give_up) {
  read_wait_ = write_wait_ = Clock::duration(0);
  bytes_read_ = bytes_written_ = consumed_ = 0;
  in_body_ = head_overflow_ = next_is_newline_ = false;
  if (position_ < buffer_.size()) return true;
  const auto start = Clock::now();
  for (milliseconds waited{0}; waited < idle && !give_up(waited);) {
    if (is_ready(descriptor_, POLLIN, std::min(idle, milliseconds(100)))) return fill();
    waited = std::chrono::duration_cast<milliseconds>(Clock::now() - start);
  }
  return false;
}

bool Connection::wait_for(short events, Clock::duration& waited, std::size_t moved) const {
  const Clock::duration allowed =
      limits_.patience + milliseconds(moved * 1000 / limits_.bytes_per_second);
  if (waited >= allowed) return false;
  const auto start = Clock::now();
  const bool ready =
      is_ready(descriptor_, events, std::chrono::ceil<milliseconds>(allowed - waited));
  waited += Clock::now() - start;
  return ready;
}

bool Connection::fill() {
  if (!wait_for(POLLIN, read_wait_, bytes_read_)) return false;
  std::array<char, 16384> bytes;
  const ssize_t count = ::recv(descriptor_, bytes.data(), bytes.size(), 0);
  if (count <= 0) return false;
  buffer_.assign(bytes.data(), static_cast<std::size_t>(count));
  position_ = 0;
  bytes_read_ += static_cast<std::size_t>(count);
  return true;
}

ssize_t Connection::read(char* bytes, std::size_t size) {
  if (!in_body_ && consumed_ >= limits_.head_bytes) {
    // The HTTP library reads lines without a limit; two blank lines make it stop and answer.
    head_overflow_ = true;
    bytes[0] = next_is_newline_ ? '\n' : '\r';
    next_is_newline_ = !next_is_newline_;
    return 1;
  }
  if (position_ == buffer_.size() && !fill()) return -1;
  const std::size_t count = std::min(size, buffer_.size() - position_);
  std::memcpy(bytes, buffer_.data() + position_, count);
  position_ += count;
  consumed_ += count;
  return static_cast<ssize_t>(count);
}

ssize_t Connection::write(const char* bytes, std::size_t size) {
  for (std::size_t done = 0; done < size;) {
    if (!wait_for(POLLOUT, write_wait_, bytes_written_)) return -1;
    const ssize_t count =
        ::send(descriptor_, bytes + done, size - done, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count < 0 && errno != EAGAIN && errno != EINTR) return -1;
    if (count < 0) {
      // A descriptor may be called writable and still take nothing: no spinning until it does.
      std::this_thread::sleep_for(full_pause);
      write_wait_ += full_pause;
      continue;
    }
    done += static_cast<std::size_t>(count);
    bytes_written_ += static_cast<std::size_t>(count);
  }
  return static_cast<ssize_t>(size);
}

bool Connection::is_readable() const {
  return position_ < buffer_.size() || is_ready(descriptor_, POLLIN, milliseconds(0));
}

bool Connection::is_writable() const {
  return is_ready(descriptor_, POLLOUT, milliseconds(0));
}

void Connection::close_gently() {
  ::shutdown(descriptor_, SHUT_WR);
  // Closing with unread input resets the connection, and the client may lose the response.
  constexpr std::size_t maximum_drained = 64U << 20U;
  std::array<char, 16384> bytes;
  const auto end = Clock::now() + milliseconds(3000);
  for (std::size_t drained = 0; drained < maximum_drained && Clock::now() < end;) {
    if (!is_ready(descriptor_, POLLIN, milliseconds(200))) break;
    const ssize_t count = ::recv(descriptor_, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (count <= 0) break;
    drained += static_cast<std::size_t>(count);
  }
}

}  // namespace prosper::endpoint
