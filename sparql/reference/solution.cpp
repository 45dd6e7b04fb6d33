// SPDX-License-Identifier: Apache-2.0
#include "sparql/reference/solution.hpp"

#include <algorithm>

namespace prosper::sparql::reference {

namespace {

const TermPtr unbound;

}  // namespace

TermPtr make_term(rdf::Term term) {
  return std::make_shared<const SolutionTerm>(SolutionTerm{std::move(term), std::nullopt});
}

bool is_same_term(const SolutionTerm& left, const SolutionTerm& right) {
  if (&left == &right) return true;
  if (left.id && right.id) return *left.id == *right.id;
  return left.term == right.term;
}

const TermPtr& Solution::get(Slot slot) const {
  return slot < terms_.size() ? terms_[slot] : unbound;
}

void Solution::bind(Slot slot, TermPtr term) {
  if (slot >= terms_.size()) terms_.resize(slot + 1);
  terms_[slot] = std::move(term);
}

void Solution::unbind(Slot slot) {
  if (slot < terms_.size()) terms_[slot].reset();
}

bool operator==(const Solution& left, const Solution& right) {
  const std::size_t width = std::max(left.width(), right.width());
  for (Slot slot = 0; slot < width; ++slot) {
    const TermPtr& a = left.get(slot);
    const TermPtr& b = right.get(slot);
    if ((a == nullptr) != (b == nullptr)) return false;
    if (a && !is_same_term(*a, *b)) return false;
  }
  return true;
}

std::size_t Solution::hash() const {
  std::size_t hash = 0;
  for (Slot slot = 0; slot < terms_.size(); ++slot) {
    if (!terms_[slot]) continue;
    hash = hash * 1099511628211ULL + (rdf::hash_value(terms_[slot]->term) ^ slot);
  }
  return hash;
}

bool are_compatible(const Solution& left, const Solution& right) {
  const std::size_t width = std::min(left.width(), right.width());
  for (Slot slot = 0; slot < width; ++slot) {
    const TermPtr& a = left.get(slot);
    const TermPtr& b = right.get(slot);
    if (a && b && !is_same_term(*a, *b)) return false;
  }
  return true;
}

bool share_a_variable(const Solution& left, const Solution& right) {
  const std::size_t width = std::min(left.width(), right.width());
  for (Slot slot = 0; slot < width; ++slot)
    if (left.get(slot) && right.get(slot)) return true;
  return false;
}

Solution merge(const Solution& left, const Solution& right) {
  Solution merged = left;
  for (Slot slot = 0; slot < right.width(); ++slot)
    if (const TermPtr& term = right.get(slot)) merged.bind(slot, term);
  return merged;
}

}  // namespace prosper::sparql::reference
