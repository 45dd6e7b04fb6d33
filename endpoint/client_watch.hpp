// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace prosper::endpoint {

/// Notices within a few hundredths of a second that a client has closed its connection while its
/// request is still being worked on. One thread for all connections. Thread-safe.
class ClientWatch {
 public:
  ClientWatch();
  ClientWatch(const ClientWatch&) = delete;
  ClientWatch& operator=(const ClientWatch&) = delete;
  ~ClientWatch();

  /// While it lives, `*gone` becomes true when the peer of `descriptor` hangs up.
  class Watching {
   public:
    Watching(ClientWatch& watch, int descriptor, std::atomic<bool>* gone);
    Watching(const Watching&) = delete;
    Watching& operator=(const Watching&) = delete;
    ~Watching();

   private:
    ClientWatch& watch_;
    int descriptor_;
  };

  /// Ends all requests under way as if their clients had left.
  void cancel_all();

 private:
  void run();
  void look_once();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<int, std::atomic<bool>*> watched_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace prosper::endpoint
