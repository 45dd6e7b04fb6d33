// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "tests/conformance/suite/manifest.hpp"

namespace prosper::conformance {

/// The update on its dataset, in memory and in a new store; what differs from the expected dataset,
/// if anything.
std::optional<std::string> run_update_test(const TestCase& test);

}  // namespace prosper::conformance
