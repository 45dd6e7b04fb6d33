// SPDX-License-Identifier: Apache-2.0
#include "endpoint/routes/write_groups.hpp"

#include <algorithm>

#include "endpoint/http/response.hpp"
#include "sparql/sparql.hpp"

namespace prosper::endpoint {
namespace {

constexpr std::size_t group_limit = 64;
/// A group that has worked for so long takes nobody more: the first of it wait for the commit.
constexpr std::chrono::milliseconds group_time{20};

}  // namespace

void WriteGroups::commit(store::Store& store, const Change& change, Company company,
                         Clock::time_point deadline, const std::atomic<bool>* cancelled) {
  Write own{&change, company, Write::State::Queued, nullptr};
  std::unique_lock lock(mutex_);
  // The one at work needs no place to wait.
  if (has_leader_ && queue_.size() >= waiting_limit_)
    throw HttpError(503, "queue-full", "Too many writes are waiting; try again in a moment.")
        .with("Retry-After", "5");
  queue_.push_back(&own);
  while (own.state != Write::State::Done) {
    if (has_leader_)
      wait_or_leave(lock, own, deadline, cancelled);
    else
      lead(lock, store);
  }
  if (own.error) std::rethrow_exception(own.error);
}

std::size_t WriteGroups::waiting() const {
  const std::lock_guard lock(mutex_);
  return queue_.size();
}

void WriteGroups::wait_or_leave(std::unique_lock<std::mutex>& lock, Write& own,
                                Clock::time_point deadline, const std::atomic<bool>* cancelled) {
  if (own.state == Write::State::Queued) {
    const bool is_cancelled = cancelled != nullptr && cancelled->load();
    if (is_cancelled || Clock::now() >= deadline) {
      queue_.erase(std::find(queue_.begin(), queue_.end(), &own));
      if (is_cancelled) throw sparql::QueryCancelled("the client has left");
      throw HttpError(503, "queue-timeout",
                      "The writes before this one took as long as it was allowed to wait.")
          .with("Retry-After", "10");
    }
  }
  // A client that leaves sets a flag but wakes nobody: look at it ten times a second.
  changed_.wait_for(lock, std::chrono::milliseconds(100));
}

void WriteGroups::lead(std::unique_lock<std::mutex>& lock, store::Store& store) {
  has_leader_ = true;
  const Group group = take_group();
  lock.unlock();
  std::size_t done = group.size();
  if (group.size() == 1)
    run_alone(store, *group.front());
  else
    done = run_together(store, group);
  lock.lock();
  for (std::size_t i = group.size(); i > done; --i) {
    group[i - 1]->state = Write::State::Queued;
    queue_.push_front(group[i - 1]);
  }
  for (std::size_t i = 0; i < done; ++i) group[i]->state = Write::State::Done;
  has_leader_ = false;
  changed_.notify_all();
}

WriteGroups::Group WriteGroups::take_group() {
  Group group;
  while (!queue_.empty() && group.size() < group_limit) {
    Write* next = queue_.front();
    if (next->company == Company::None && !group.empty()) break;
    queue_.pop_front();
    next->state = Write::State::Taken;
    group.push_back(next);
    if (next->company == Company::None) break;
  }
  return group;
}

/// How many of the group, from its first on, have an answer.
std::size_t WriteGroups::run_together(store::Store& store, const Group& group) {
  const auto started = Clock::now();
  std::unique_ptr<store::Transaction> transaction;
  try {
    transaction = store.begin();
  } catch (...) {
    for (Write* write : group) write->error = std::current_exception();
    return group.size();
  }
  std::size_t changed = 0;
  try {
    while (changed < group.size() && (changed == 0 || Clock::now() - started < group_time))
      (*group[changed++]->change)(*transaction);
    transaction->commit();
    return changed;
  } catch (...) {
    // Whose fault it was shows when each is alone.
    transaction.reset();
  }
  for (std::size_t i = 0; i < changed; ++i) run_alone(store, *group[i]);
  return changed;
}

void WriteGroups::run_alone(store::Store& store, Write& write) {
  try {
    const auto transaction = store.begin();
    (*write.change)(*transaction);
    transaction->commit();
  } catch (...) {
    write.error = std::current_exception();
  }
}

}  // namespace prosper::endpoint
