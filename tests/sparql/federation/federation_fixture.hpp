// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "sparql/sparql.hpp"
#include "tests/conformance/suite/service_data.hpp"

namespace prosper::sparql {

/// A query here and endpoints in memory there, in both engines.
class FederationTest : public testing::TestWithParam<Engine> {
 protected:
  FederationTest();

  /// "s p o": names of http://x/; a number or a word in quotes is a string, _:a a blank node.
  void here(const std::vector<std::string>& triples);
  void there(const std::string& endpoint, const std::vector<std::string>& triples);

  /// The solutions as "a=1 b=2", sorted; blank nodes of all names as "_:".
  std::vector<std::string> solve(const std::string& query);
  /// What the RemoteError says.
  std::string error_of(const std::string& query);

  /// The queries that the endpoint was asked.
  std::vector<std::string> asked(const std::string& endpoint) const;

  store::MemoryQuadSource source_;
  RequestOptions options_;
  conformance::ServiceData services_;
};

}  // namespace prosper::sparql
