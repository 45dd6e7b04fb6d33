// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <initializer_list>
#include <string>

#include "endpoint/http/delivery.hpp"
#include "endpoint/http/form.hpp"
#include "endpoint/routes/router.hpp"
#include "tests/endpoint/memory_store.hpp"

namespace prosper::endpoint {

/// A site over a small store with one notice, one shared actor and one term; requests go straight
/// to the router.
class SiteTest : public testing::Test {
 protected:
  using Headers = std::vector<std::pair<std::string, std::string>>;

  SiteTest();

  /// `target` is path and query string.
  Response get(const std::string& target, const Headers& headers = {}) {
    return send("GET", target, {}, headers);
  }

  /// The response with its stream, if any, run into the body.
  Response send(const std::string& method, const std::string& target, const std::string& body,
                const Headers& headers = {});

  MemoryStore store_;
  EvaluationSlots slots_{2, 4};
  WriteGroups writers_{4};
  Site site_{store_, slots_, writers_, sparql::DefaultGraphMode::Union, {}, {}};
};

}  // namespace prosper::endpoint
