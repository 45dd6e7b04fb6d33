// SPDX-License-Identifier: Apache-2.0
#include "store/compaction/renumbering.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace prosper::store {

void Renumbering::reserve_ordered(TermTag tag, std::uint64_t greatest_number) {
  ordered_[static_cast<std::size_t>(tag)].reserve(greatest_number + 1);
}

void Renumbering::reserve_late(std::uint64_t terms) {
  late_.reserve(terms);
}

void Renumbering::add(TermId from, TermId to) {
  ++terms_;
  const std::uint64_t number = number_of(to);
  if (number > std::numeric_limits<std::uint32_t>::max()) {
    throw std::length_error("more than 4,294,967,295 terms of one kind");
  }
  if (is_late(from)) {
    late_.emplace_back(from, to);
    return;
  }
  auto& numbers = ordered_[static_cast<std::size_t>(tag_of(from))];
  numbers.resize(number_of(from));
  numbers.push_back(static_cast<std::uint32_t>(number));
}

void Renumbering::finish() {
  std::sort(late_.begin(), late_.end());
}

TermId Renumbering::find(TermId id) const {
  if (!is_in_dictionary(id)) return id;
  if (is_late(id)) {
    const auto place = std::lower_bound(late_.begin(), late_.end(), std::pair(id, TermId{}));
    return place != late_.end() && place->first == id ? place->second : default_graph;
  }
  const auto& numbers = ordered_[static_cast<std::size_t>(tag_of(id))];
  const std::uint64_t number = number_of(id);
  if (number >= numbers.size() || numbers[number] == 0) return default_graph;
  return make_id(tag_of(id), numbers[number]);
}

bool Renumbering::may_have_late(TermId low, TermId high) const {
  const auto place = std::lower_bound(late_.begin(), late_.end(), std::pair(low, TermId{}));
  return place != late_.end() && place->first <= high;
}

}  // namespace prosper::store
