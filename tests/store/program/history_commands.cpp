// SPDX-License-Identifier: Apache-2.0
#include "tests/store/program/history_commands.hpp"

#include <iostream>
#include <unistd.h>

#include "store/store_backup.hpp"
#include "store/store_compaction.hpp"
#include "tests/store/program/history.hpp"

namespace prosper::tests {
namespace {

store::OpenOptions options_for(store::OpenOptions::Access access) {
  store::OpenOptions options;
  options.access = access;
  options.create = access == store::OpenOptions::Access::Write;
  options.map_size = std::uint64_t{16} << 30U;  // sanitizers refuse more
  return options;
}

/// Not through a stream: the recorder of tests/store/power_loss sees calls of write only.
void acknowledge(std::uint64_t number) {
  const std::string line = std::to_string(number) + "\n";
  if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) ::_exit(9);
}

bool is_done(std::uint64_t round, std::uint64_t limit) {
  return limit != 0 && round >= limit;
}

}  // namespace

namespace {

/// The next step as a bulk load; false when it is none, or when others wrote meanwhile.
bool load_step(store::Store& store, History& history) {
  const auto before = steps_of(*store.snapshot());
  if (!before || *before < history.steps()) return false;
  history.advance_to(*before);
  if (!history.is_next_additive()) return false;
  store::BulkOptions options;
  options.memory = std::uint64_t{16} << 20U;
  const auto load = store.begin_bulk(options);
  // The load holds the lock: what is there now is what it adds to.
  if (steps_of(*store.snapshot()) != before) return false;
  history.advance(*load);
  load->commit();
  return true;
}

}  // namespace

int write_history(const std::string& directory, std::uint64_t limit, Switches switches) {
  const auto options = options_for(store::OpenOptions::Access::Write);
  const auto store = store::Store::open(directory, options);
  History history;
  for (std::uint64_t round = 0; !is_done(round, limit); ++round) {
    if (switches == Switches::BulkLoads && load_step(*store, history)) {
      acknowledge(history.steps());
      continue;
    }
    const auto transaction = store->begin();
    // Another process may have written meanwhile.
    const auto steps = steps_of(*transaction);
    if (!steps || *steps < history.steps()) return 3;
    history.advance_to(*steps);
    history.advance(transaction.get());
    transaction->commit();
    acknowledge(history.steps());
    if (switches == Switches::Compactions && history.steps() % 10 == 0)
      store::compact(directory, options);
  }
  return 0;
}

int make_backups(const std::string& directory, const std::string& target, std::uint64_t limit) {
  const auto options = options_for(store::OpenOptions::Access::Read);
  for (std::uint64_t round = 0; !is_done(round, limit); ++round) {
    store::back_up(directory, target + "/" + std::to_string(round), options);
    acknowledge(round);
  }
  return 0;
}

int switch_generations(const std::string& directory, std::uint64_t limit) {
  const auto options = options_for(store::OpenOptions::Access::Write);
  for (std::uint64_t round = 0; !is_done(round, limit); ++round) {
    acknowledge(store::compact(directory, options).generation);
  }
  return 0;
}

int follow_history(const std::string& directory, std::uint64_t limit) {
  const auto store = store::Store::open(directory, options_for(store::OpenOptions::Access::Read));
  History history;
  for (std::uint64_t round = 0; !is_done(round, limit); ++round) {
    for (const std::string& problem : compare(*store->snapshot(), history)) {
      std::cout << problem << "\n";
      std::cout.flush();
      return 1;
    }
    acknowledge(history.steps());
  }
  return 0;
}

}  // namespace prosper::tests
