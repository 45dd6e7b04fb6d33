// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <string>

namespace prosper::tests {

/// Puts an entry of a public test suite and how it came out into the report of the test program
/// (--gtest_output=json), from which docs/conformance.md is made. `reason` is empty for an entry
/// that passes and says why one that is known to fail does.
inline void record_outcome(const std::string& suite, const std::string& entry,
                           const std::string& reason) {
  testing::Test::RecordProperty("suite", suite);
  testing::Test::RecordProperty("entry", entry);
  if (!reason.empty()) testing::Test::RecordProperty("known_failure", reason);
}

}  // namespace prosper::tests
