// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "sparql/sparql.hpp"
#include "tests/conformance/suite/expected_result.hpp"
#include "tests/conformance/suite/manifest.hpp"

namespace prosper::conformance {

/// The query over its dataset in memory against the expected result; what differs, if anything.
std::optional<std::string> run_query_test(const TestCase& test);

/// What differs between the query's result and the expected one. `format` is one the solutions are
/// written in and read back before they are compared: the writers are under test too.
std::optional<std::string> compare_query_result(const std::string& query,
                                                const store::QuadSource& source,
                                                const sparql::RequestOptions& options,
                                                const ExpectedResult& expected,
                                                sparql::ResultFormat format,
                                                bool is_cardinality_lax);

}  // namespace prosper::conformance
