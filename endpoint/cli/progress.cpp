// SPDX-License-Identifier: Apache-2.0
#include "endpoint/cli/progress.hpp"

#include <cstdio>
#include <unistd.h>

namespace prosper::endpoint::cli {

Progress::Progress(std::string label) : label_(std::move(label)), is_terminal_(isatty(2) == 1) {}

void Progress::update(std::uint64_t done, std::uint64_t total, const std::string& note) {
  if (total == 0) return;
  const auto percent = static_cast<unsigned>(done * 100 / total);
  if (!is_terminal_) {
    if (percent / 10 <= last_tenth_) return;
    last_tenth_ = percent / 10;
    std::fprintf(stderr, "%s: %u %%%s%s\n", label_.c_str(), last_tenth_ * 10,
                 note.empty() ? "" : ", ", note.c_str());
    return;
  }
  const auto now = std::chrono::steady_clock::now();
  if (now - last_draw_ < std::chrono::milliseconds(100)) return;
  last_draw_ = now;
  drawn_ = true;
  const std::string bar(percent / 4, '#');
  std::fprintf(stderr, "\r%s [%-25s] %3u %% %s\033[K", label_.c_str(), bar.c_str(), percent,
               note.c_str());
  std::fflush(stderr);
}

void Progress::count(std::uint64_t done, const std::string& things) {
  constexpr std::uint64_t plain_step = 1'000'000;
  if (!is_terminal_) {
    if (done - last_count_ < plain_step) return;
    last_count_ = done;
    std::fprintf(stderr, "%s: %llu %s\n", label_.c_str(), static_cast<unsigned long long>(done),
                 things.c_str());
    return;
  }
  const auto now = std::chrono::steady_clock::now();
  if (now - last_draw_ < std::chrono::milliseconds(100)) return;
  last_draw_ = now;
  drawn_ = true;
  std::fprintf(stderr, "\r%s: %llu %s", label_.c_str(), static_cast<unsigned long long>(done),
               things.c_str());
  std::fflush(stderr);
}

void Progress::finish() {
  if (drawn_) std::fprintf(stderr, "\r\033[K");
  drawn_ = false;
}

}  // namespace prosper::endpoint::cli
