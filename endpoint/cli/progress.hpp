// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace prosper::endpoint::cli {

/// How far a command is, on standard error: a bar that redraws itself on a terminal, a plain line
/// every tenth otherwise. Used by one thread.
class Progress {
 public:
  explicit Progress(std::string label);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  ~Progress() { finish(); }

  /// `note` stands behind the percentage.
  void update(std::uint64_t done, std::uint64_t total, const std::string& note = {});
  /// For work whose end is not known: how many `things` are done.
  void count(std::uint64_t done, const std::string& things);
  /// Clears the bar; later output starts on a line of its own.
  void finish();

 private:
  std::string label_;
  bool is_terminal_;
  bool drawn_ = false;
  unsigned last_tenth_ = 0;
  std::uint64_t last_count_ = 0;
  std::chrono::steady_clock::time_point last_draw_;
};

}  // namespace prosper::endpoint::cli
