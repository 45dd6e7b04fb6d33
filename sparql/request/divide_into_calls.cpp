// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "sparql/algebra/mentioned_variables.hpp"
#include "sparql/algebra/to_sparql.hpp"
#include "sparql/request/service_calls.hpp"

namespace prosper::sparql::request {

namespace {

constexpr std::size_t maximum_bindings = 100;
/// Of their text, about: endpoints take queries of some length only.
constexpr std::size_t maximum_bytes = 100'000;

std::size_t bytes_of(const SolutionRow& row) {
  std::size_t bytes = 0;
  for (const auto& cell : row)
    if (cell) bytes += rdf::to_ntriples(*cell).size();
  return bytes;
}

/// Calls that are still open, by endpoint and by the variables they bind.
class OpenCalls {
 public:
  explicit OpenCalls(const std::vector<algebra::Variable>& shared) : shared_(shared) {}

  void add(std::size_t seed, const std::optional<rdf::Term>& endpoint, const SolutionRow& sent) {
    std::vector<bool> mask;
    for (const auto& cell : sent) mask.push_back(cell.has_value());
    const auto [place, is_new] = open_.try_emplace({endpoint, mask}, 0);
    if (is_new || is_full(place->second, sent)) place->second = begin(endpoint, mask);
    ServiceCall& call = calls_[place->second];
    call.seeds.push_back(seed);
    if (call.bindings.variables.empty() || !known_[place->second].rows.insert(sent).second) return;
    known_[place->second].bytes += bytes_of(sent);
    auto& row = call.bindings.rows.emplace_back();
    for (const auto& cell : sent)
      if (cell) row.push_back(cell);
  }

  std::vector<ServiceCall> take() { return std::move(calls_); }

 private:
  std::size_t begin(const std::optional<rdf::Term>& endpoint, const std::vector<bool>& mask) {
    ServiceCall& call = calls_.emplace_back();
    call.endpoint = endpoint;
    for (std::size_t column = 0; column < mask.size(); ++column)
      if (mask[column]) call.bindings.variables.push_back(shared_[column]);
    known_.emplace_back();
    return calls_.size() - 1;
  }

  /// The bindings that a call sends already.
  struct Known {
    std::set<SolutionRow> rows;
    std::size_t bytes = 0;
  };

  bool is_full(std::size_t call, const SolutionRow& sent) const {
    const Known& known = known_[call];
    return (known.rows.size() >= maximum_bindings || known.bytes >= maximum_bytes) &&
           !known.rows.contains(sent);
  }

  const std::vector<algebra::Variable>& shared_;
  std::vector<ServiceCall> calls_;
  /// Of each call.
  std::vector<Known> known_;
  std::map<std::pair<std::optional<rdf::Term>, std::vector<bool>>, std::size_t> open_;
};

}  // namespace

std::vector<ServiceCall> divide_into_calls(const algebra::Service& service,
                                           const std::vector<algebra::Variable>& shared,
                                           std::span<const ServiceSeed> seeds) {
  const algebra::Names certain = algebra::certain_variables(*service.pattern);
  OpenCalls calls(shared);
  for (std::size_t number = 0; number < seeds.size(); ++number) {
    SolutionRow sent = seeds[number].values;
    bool may_match = true;
    for (std::size_t column = 0; column < sent.size(); ++column) {
      if (!sent[column] || algebra::is_writable(*sent[column])) continue;
      // Blank nodes of an answer are none of ours, and no reader lets other terms of this kind in.
      may_match = may_match && !certain.contains(shared[column].name);
      sent[column].reset();
    }
    if (may_match) calls.add(number, seeds[number].endpoint, sent);
  }
  return calls.take();
}

}  // namespace prosper::sparql::request
