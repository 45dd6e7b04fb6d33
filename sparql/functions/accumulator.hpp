// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "sparql/functions/function_registry.hpp"

namespace prosper::sparql::functions {

/// One aggregate over one group (§18.5.1). DISTINCT is applied by the caller. An error among the
/// values is passed as an empty optional; whether it spoils the result is the aggregate's business
/// (COUNT ignores it, SUM fails).
class Accumulator {
 public:
  Accumulator() = default;
  Accumulator(const Accumulator&) = delete;
  Accumulator& operator=(const Accumulator&) = delete;
  virtual ~Accumulator() = default;

  virtual void add(const Result& value) = 0;
  /// Empty: the aggregate is an error and its variable stays unbound.
  virtual Result result() const = 0;
};

enum class AccumulatorKind { Count, Sum, Min, Max, Avg, Sample, GroupConcat };

std::unique_ptr<Accumulator> make_accumulator(AccumulatorKind kind, const std::string& separator);

}  // namespace prosper::sparql::functions
