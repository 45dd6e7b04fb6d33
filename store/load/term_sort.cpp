// SPDX-License-Identifier: Apache-2.0
#include "store/load/term_sort.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace prosper::store {
namespace {

constexpr std::size_t window = 8;
/// Runs this short, or equal this far, are compared text by text.
constexpr std::size_t short_run = 12;
constexpr std::size_t deep = 512;

/// A term and the eight bytes of its text at the depth its run has reached.
struct Key {
  std::uint64_t front;
  std::uint32_t number;
};

struct Run {
  Key* begin;
  Key* end;
  std::size_t depth;
};

std::uint64_t front_at(std::string_view bytes, std::size_t depth) {
  std::uint64_t front = 0;
  if (depth < bytes.size()) {
    std::memcpy(&front, bytes.data() + depth, std::min(window, bytes.size() - depth));
  }
  return __builtin_bswap64(front);
}

class TermSort {
 public:
  explicit TermSort(const TermCollector& terms) : terms_(terms) {}

  void sort(Key* begin, Key* end) {
    runs_.push_back({begin, end, 0});
    while (!runs_.empty()) {
      const Run run = runs_.back();
      runs_.pop_back();
      const auto length = static_cast<std::size_t>(run.end - run.begin);
      if (length <= short_run || run.depth >= deep) {
        sort_by_text(run);
      } else {
        sort_by_front(run);
      }
    }
  }

 private:
  void sort_by_text(const Run& run) {
    std::sort(run.begin, run.end, [&](const Key& left, const Key& right) {
      return terms_.bytes(left.number).substr(run.depth) <
             terms_.bytes(right.number).substr(run.depth);
    });
  }

  void sort_by_front(const Run& run) {
    for (Key* key = run.begin; key != run.end; ++key) {
      key->front = front_at(terms_.bytes(key->number), run.depth);
    }
    const auto by_front = [](const Key& left, const Key& right) {
      return left.front < right.front;
    };
    if (!std::is_sorted(run.begin, run.end, by_front)) std::sort(run.begin, run.end, by_front);
    for (Key* begin = run.begin; begin != run.end;) {
      Key* end = begin + 1;
      while (end != run.end && end->front == begin->front) ++end;
      if (end - begin > 1) divide(begin, end, run.depth);
      begin = end;
    }
  }

  /// Texts that end within the window come before those that go on: what they have in the window
  /// is equal but for zeros, so they are a prefix; among themselves the shorter is the lesser.
  void divide(Key* begin, Key* end, std::size_t depth) {
    const auto length = [&](const Key& key) { return terms_.bytes(key.number).size(); };
    Key* const longer =
        std::partition(begin, end, [&](const Key& key) { return length(key) <= depth + window; });
    std::sort(begin, longer,
              [&](const Key& left, const Key& right) { return length(left) < length(right); });
    if (end - longer > 1) runs_.push_back({longer, end, depth + window});
  }

  const TermCollector& terms_;
  std::vector<Run> runs_;
};

}  // namespace

std::vector<std::uint32_t> sort_terms(const TermCollector& terms) {
  std::array<std::size_t, tag_count + 1> starts{};
  const auto count = static_cast<std::uint32_t>(terms.size());
  for (std::uint32_t i = 0; i < count; ++i) ++starts[static_cast<std::size_t>(terms.tag(i)) + 1];
  for (std::size_t tag = 0; tag < tag_count; ++tag) starts[tag + 1] += starts[tag];
  std::vector<Key> keys(terms.size());
  std::array<std::size_t, tag_count + 1> places = starts;
  for (std::uint32_t i = 0; i < count; ++i) {
    keys[places[static_cast<std::size_t>(terms.tag(i))]++].number = i;
  }
  for (std::size_t tag = 0; tag < tag_count; ++tag) {
    TermSort(terms).sort(keys.data() + starts[tag], keys.data() + starts[tag + 1]);
  }
  std::vector<std::uint32_t> order(terms.size());
  std::transform(keys.begin(), keys.end(), order.begin(),
                 [](const Key& key) { return key.number; });
  return order;
}

}  // namespace prosper::store
