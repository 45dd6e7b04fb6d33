// SPDX-License-Identifier: Apache-2.0
#include "endpoint/cli/load_meter.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace prosper::endpoint::cli {
namespace {

struct Step {
  std::string_view name;
  double share;
};

/// In this sequence; the shares of a load of ten million quads.
constexpr std::array<Step, 6> steps = {{{"reading", 0.55},
                                        {"stored quads", 0.04},
                                        {"terms", 0.15},
                                        {"quads", 0.06},
                                        {"orders", 0.17},
                                        {"disk", 0.03}}};
constexpr std::uint64_t scale = 1000;
constexpr double least_share = 0.01;
/// A short load shows nothing.
constexpr double quiet_seconds = 1;

}  // namespace

double LoadMeter::share_done(const store::LoadProgress& at) {
  double before = 0;
  for (const Step& step : steps) {
    if (step.name == at.step) return before + step.share * std::clamp(at.done, 0.0, 1.0);
    before += step.share;
  }
  return before;
}

void LoadMeter::show(const store::LoadProgress& at) {
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  if (at.step == "reading") reading_seconds_ = seconds;
  if (seconds < quiet_seconds) return;
  const double share = share_done(at);
  std::string note(at.step);
  note += ", " + with_separators(at.quads) + " quads";
  if (reading_seconds_ > 0) {
    const double rate = static_cast<double>(at.quads) / reading_seconds_;
    note += ", " + with_separators(static_cast<std::uint64_t>(rate)) + "/s";
  }
  if (share >= least_share) {
    const auto left = static_cast<std::uint64_t>(seconds * (1 - share) / share + 0.5);
    note += ", " + with_separators(left) + " s left";
  }
  progress_.update(static_cast<std::uint64_t>(share * scale), scale, note);
}

std::string with_separators(std::uint64_t number) {
  constexpr std::ptrdiff_t group = 3;
  std::string text = std::to_string(number);
  for (auto place = std::ssize(text) - group; place > 0; place -= group) {
    text.insert(static_cast<std::size_t>(place), ",");
  }
  return text;
}

}  // namespace prosper::endpoint::cli
