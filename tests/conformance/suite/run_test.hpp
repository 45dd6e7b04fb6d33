// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "tests/conformance/suite/manifest.hpp"

namespace prosper::conformance {

/// True for the types of test that `run_test` knows.
bool is_runnable(const TestCase& test);

/// Runs one entry; empty when it passes, else what went wrong. Never throws.
std::optional<std::string> run_test(const TestCase& test);

}  // namespace prosper::conformance
