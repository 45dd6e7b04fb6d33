// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sparql/algebra/query.hpp"
#include "sparql/sparql.hpp"
#include "store/quad_source.hpp"

namespace prosper::sparql::differential {

/// The solutions of a query, a line each, sorted: a multiset. No value when it took too long.
using Answer = std::optional<std::vector<std::string>>;

Answer answer(const algebra::Query& query, const store::QuadSource& source,
              const RequestOptions& options, Engine engine);

/// What is said about two answers that differ; nothing when they are the same or one is missing.
std::optional<std::string> difference(const Answer& expected, const Answer& actual);

}  // namespace prosper::sparql::differential
