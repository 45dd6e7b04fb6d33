// SPDX-License-Identifier: Apache-2.0
#include "store/load/quad_sorter.hpp"

#include <algorithm>
#include <cstring>
#include <future>
#include <utility>
#include <vector>

#include "store/load/radix_sort.hpp"
#include "store/load/run_merge.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::store {
namespace {

enum Position : std::size_t { Subject, Predicate, Object, Graph };

constexpr std::size_t buffer_count = 3;
constexpr std::size_t smallest_buffer = 1024;

/// Stable sorts by one term after the other; what comes out at the end is an order.
struct Step {
  std::vector<std::size_t> sort_by;
  OrderPositions order;
};

/// Each order comes from the one before by few sorts: a stable sort by one term puts that term in
/// front. The first step starts from quads in any sequence.
const std::vector<Step>& steps() {
  static const std::vector<Step> all = {
      {{Object, Predicate, Subject, Graph}, {Graph, Subject, Predicate, Object}},
      {{Object, Predicate, Subject}, {Subject, Predicate, Object, Graph}},
      {{Object}, {Object, Subject, Predicate, Graph}},
      {{Predicate}, {Predicate, Object, Subject, Graph}},
      {{Subject, Predicate}, {Predicate, Subject, Object, Graph}},
      {{Object}, {Object, Predicate, Subject, Graph}},
      {{Subject}, {Subject, Object, Predicate, Graph}},
  };
  return all;
}

void hand_over(const OrderPositions& order, std::span<const PackedQuad> quads,
               OrderReceiver& receiver) {
  receiver.begin(order);
  receiver.quads(quads);
  receiver.end();
}

}  // namespace

QuadSorter::QuadSorter(std::size_t count, std::size_t memory, const std::filesystem::path& folder)
    : folder_(folder), memory_(memory) {
  if (count <= memory / (buffer_count * sizeof(PackedQuad))) {
    buffer_length_ = std::max(count, std::size_t{1});
    buffers_ = AnonymousMemory(buffer_count * buffer_length_ * sizeof(PackedQuad));
    return;
  }
  source_ = std::make_unique<SpillFile>(folder);
  buffer_length_ = std::max(memory / (2 * sizeof(PackedQuad)), smallest_buffer);
}

QuadSorter::Buffer QuadSorter::buffer(std::size_t number) const {
  return {reinterpret_cast<PackedQuad*>(buffers_.data()) + number * buffer_length_, buffer_length_};
}

void QuadSorter::add(std::span<const PackedQuad> quads) {
  if (source_) {
    source_->append({reinterpret_cast<const char*>(quads.data()), quads.size_bytes()});
  } else {
    PROSPER_ASSERT(quads.size() <= buffer_length_ - count_);
    std::copy(quads.begin(), quads.end(), buffer(0).subspan(count_).begin());
  }
  count_ += quads.size();
}

void QuadSorter::sort(OrderReceiver& receiver) {
  if (!source_) {
    sort_in_memory(receiver);
    return;
  }
  source_->flush();
  for (const Step& step : steps()) sort_on_disk(step.order, receiver);
}

void QuadSorter::sort_in_memory(OrderReceiver& receiver) {
  Buffer current = buffer(0).first(count_);
  Buffer first_free = buffer(1).first(count_);
  Buffer second_free = buffer(2).first(count_);
  std::future<void> consumed;  // reads `current`
  const auto wait = [&] {
    if (consumed.valid()) consumed.get();
  };
  bool has_repetitions = true;
  for (const Step& step : steps()) {
    for (const std::size_t term : step.sort_by) {
      const Buffer sorted = sort_by(term, current, first_free, second_free);
      if (sorted.data() != first_free.data()) std::swap(first_free, second_free);
      wait();
      std::swap(current, first_free);
    }
    if (std::exchange(has_repetitions, false)) {
      const auto end = std::unique(current.begin(), current.end());
      count_ = static_cast<std::size_t>(end - current.begin());
      for (Buffer* each : {&current, &first_free, &second_free}) *each = each->first(count_);
    }
    consumed = std::async(std::launch::async, [&receiver, &step, current] {
      hand_over(step.order, current, receiver);
    });
  }
  wait();
}

void QuadSorter::sort_on_disk(const OrderPositions& order, OrderReceiver& receiver) {
  SpillFile runs(folder_);
  std::vector<std::uint64_t> ends;
  {
    AnonymousMemory memory(2 * buffer_length_ * sizeof(PackedQuad));
    const Buffer both(reinterpret_cast<PackedQuad*>(memory.data()), 2 * buffer_length_);
    SpillReader reader(*source_, 0, source_->size(), std::size_t{1} << 20U);
    while (!reader.is_at_end()) {
      std::size_t length = 0;
      for (; length < buffer_length_ && !reader.is_at_end(); ++length) {
        std::memcpy(&both[length], reader.take(sizeof(PackedQuad)).data(), sizeof(PackedQuad));
      }
      Buffer run = both.first(length);
      Buffer free = both.subspan(buffer_length_, length);
      for (std::size_t i = order.size(); i-- > 0;) {
        const Buffer sorted = sort_by(order[i], run, free, run);
        if (sorted.data() != run.data()) std::swap(run, free);
      }
      const auto count =
          static_cast<std::size_t>(std::unique(run.begin(), run.end()) - run.begin());
      runs.append({reinterpret_cast<const char*>(run.data()), count * sizeof(PackedQuad)});
      ends.push_back(runs.size());
    }
  }
  runs.flush();
  receiver.begin(order);
  merge_runs(runs, ends, order, memory_, [&](auto quads) { receiver.quads(quads); });
  receiver.end();
}

}  // namespace prosper::store
