// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "store/rdf/quad.hpp"
#include "store/store.hpp"

namespace prosper::tests {

/// What a store holds after a number of steps. A step is one transaction; what it does follows from
/// its number alone, so the process that writes and the test that checks agree without talking.
class History {
 public:
  std::uint64_t steps() const { return steps_; }

  /// Carries out the next step here and, when given, in a transaction on a store of these steps.
  void advance(store::Transaction* transaction);
  void advance_to(std::uint64_t steps);
  /// Whether the next step only adds, so that a bulk load can do it.
  bool is_next_additive() const;
  /// Carries out such a step here and in a bulk load.
  void advance(store::BulkLoad& load);

  /// Everything the store must hold, the counter included.
  std::set<rdf::Quad> quads() const;
  /// Import state by key.
  std::map<std::string, std::string> import_states() const;

 private:
  void replace(std::uint64_t notice, store::Transaction* transaction);
  void remove_half(std::uint64_t notice, store::Transaction* transaction);
  void clear(std::uint64_t notice, store::Transaction* transaction);
  std::set<rdf::Quad> add();
  void forget_additions(store::Transaction* transaction);
  void count(store::Transaction* transaction);

  /// The step that wrote a notice, and how often half of it was removed since.
  struct Version {
    std::uint64_t step = 0;
    unsigned halvings = 0;
  };

  static std::set<rdf::Quad> quads_of(std::uint64_t notice, const Version& version);

  std::uint64_t steps_ = 0;
  std::map<std::uint64_t, Version> notices_;
  /// Additive steps whose quads are still there.
  std::deque<std::uint64_t> additions_;
};

/// How many steps a state has seen; nothing when its counter is missing or there are several.
std::optional<std::uint64_t> steps_of(const store::QuadSource& source);

/// What is wrong with one state: a wrong quad, a missing one, a wrong import state. `history` is
/// brought to the steps of the state, which must not be fewer than its own.
std::vector<std::string> compare(const store::Snapshot& snapshot, History& history);

/// The same for a whole store, with `Store::check`. `steps` gets the steps found.
std::vector<std::string> verify(store::Store& store, std::uint64_t& steps);

}  // namespace prosper::tests
