// SPDX-License-Identifier: Apache-2.0
#include "endpoint/client_watch.hpp"

#include <poll.h>
#include <vector>

namespace prosper::endpoint {
namespace {

/// How often new connections join the set that poll() looks at.
constexpr std::chrono::milliseconds period{25};

}  // namespace

ClientWatch::ClientWatch() : thread_([this] { run(); }) {}

ClientWatch::~ClientWatch() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

ClientWatch::Watching::Watching(ClientWatch& watch, int descriptor, std::atomic<bool>* gone)
    : watch_(watch), descriptor_(descriptor) {
  {
    const std::lock_guard lock(watch_.mutex_);
    watch_.watched_[descriptor] = gone;
  }
  watch_.changed_.notify_all();
}

ClientWatch::Watching::~Watching() {
  const std::lock_guard lock(watch_.mutex_);
  watch_.watched_.erase(descriptor_);
}

void ClientWatch::cancel_all() {
  const std::lock_guard lock(mutex_);
  for (const auto& [descriptor, gone] : watched_) gone->store(true);
}

void ClientWatch::look_once() {
  // Under the lock: a descriptor cannot be closed and reused while we look at it.
  std::vector<pollfd> entries;
  for (const auto& [descriptor, gone] : watched_)
    if (!gone->load()) entries.push_back({descriptor, POLLRDHUP, 0});
  if (entries.empty() || ::poll(entries.data(), entries.size(), 0) <= 0) return;
  for (const pollfd& entry : entries)
    if ((entry.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0) watched_.at(entry.fd)->store(true);
}

void ClientWatch::run() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    changed_.wait(lock, [this] { return stopping_ || !watched_.empty(); });
    look_once();
    changed_.wait_for(lock, period, [this] { return stopping_; });
  }
}

}  // namespace prosper::endpoint
