// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "endpoint/cli/progress.hpp"
#include "store/load_files.hpp"

namespace prosper::endpoint::cli {

/// Shows how far a load is: share of the whole, quads, quads a second, time left.
class LoadMeter {
 public:
  void show(const store::LoadProgress& at);

  void finish() { progress_.finish(); }

  /// The share of a whole load that is done; the steps take their usual parts.
  static double share_done(const store::LoadProgress& at);

 private:
  Progress progress_{"load"};
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  double reading_seconds_ = 0;
};

/// "5,200,000"
std::string with_separators(std::uint64_t number);

}  // namespace prosper::endpoint::cli
