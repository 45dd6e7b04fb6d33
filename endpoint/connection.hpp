// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <sys/types.h>

namespace prosper::endpoint {

struct ConnectionLimits {
  /// How long a client may make us wait in all for a request (or for taking a response), beside …
  std::chrono::milliseconds patience{15'000};
  /// … the time its bytes take at this rate: a slower client is cut off.
  std::size_t bytes_per_second = 2048;
  /// Request line and headers together.
  std::size_t head_bytes = 128U << 10U;
};

/// One accepted socket: reads and writes with deadlines that no trickle of bytes can stretch. Owns
/// the descriptor. Used by one thread.
class Connection {
 public:
  Connection(int descriptor, const ConnectionLimits& limits);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  /// Waits for the first byte of the next request; false when none comes in time, the client has
  /// left, or `give_up` (asked every tenth of a second) says so. Starts the request's deadlines.
  bool await_request(std::chrono::milliseconds idle,
                     const std::function<bool(std::chrono::milliseconds waited)>& give_up);

  /// Bytes read; 0 at the end, -1 on error or when the client is too slow. A head that is too long
  /// is ended by blank lines, and `head_overflow` becomes true.
  ssize_t read(char* bytes, std::size_t size);
  /// All bytes, or -1.
  ssize_t write(const char* bytes, std::size_t size);

  /// From here on what is read is the body: no limit of ours on its length.
  void begin_body() { in_body_ = true; }

  bool head_overflow() const { return head_overflow_; }

  bool is_readable() const;
  bool is_writable() const;

  int descriptor() const { return descriptor_; }

  /// Says goodbye so that a client still sending gets to read the response.
  void close_gently();

 private:
  bool wait_for(short events, std::chrono::steady_clock::duration& waited, std::size_t moved) const;
  bool fill();

  int descriptor_;
  ConnectionLimits limits_;
  std::string buffer_;
  std::size_t position_ = 0;
  std::chrono::steady_clock::duration read_wait_{0};
  std::chrono::steady_clock::duration write_wait_{0};
  std::size_t bytes_read_ = 0;
  std::size_t bytes_written_ = 0;
  /// Handed over of this request.
  std::size_t consumed_ = 0;
  bool in_body_ = false;
  bool head_overflow_ = false;
  bool next_is_newline_ = false;
};

}  // namespace prosper::endpoint
