// SPDX-License-Identifier: Apache-2.0
#include "endpoint/routes/write_access.hpp"

#include <gtest/gtest.h>

#include "endpoint/http/response.hpp"

namespace prosper::endpoint {
namespace {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// The status a write gets; 200 when it is let through.
int status_of(const WriteAccess& access, const Headers& headers) {
  Request request;
  request.method = "POST";
  request.headers = headers;
  try {
    require_write_access(access, request);
    return 200;
  } catch (const HttpError& error) {
    return error.status();
  }
}

TEST(WriteAccess, IsRefusedByDefault) {
  EXPECT_EQ(status_of({}, {{"Authorization", "Bearer x"}}), 403);
}

TEST(WriteAccess, NeedsTheToken) {
  const WriteAccess access{WriteAccess::Mode::Token, "secret"};
  EXPECT_EQ(status_of(access, {}), 401);
  EXPECT_EQ(status_of(access, {{"Authorization", "Basic c2VjcmV0"}}), 401);
  EXPECT_EQ(status_of(access, {{"Authorization", "Bearer secre"}}), 401);
  EXPECT_EQ(status_of(access, {{"Authorization", "Bearer secreT"}}), 401);
  EXPECT_EQ(status_of(access, {{"Authorization", "Bearer "}}), 401);
  EXPECT_EQ(status_of(access, {{"Authorization", "Bearer secret"}}), 200);
  EXPECT_EQ(status_of(access, {{"authorization", "bearer secret"}}), 200);
}

TEST(WriteAccess, WhenOpenIsForThisMachineOnly) {
  const WriteAccess access{WriteAccess::Mode::Open, ""};
  EXPECT_EQ(status_of(access, {{"Host", "localhost:7878"}}), 200);
  EXPECT_EQ(status_of(access, {{"Host", "127.0.0.1:7878"}}), 200);
  EXPECT_EQ(status_of(access, {{"Host", "evil.example:7878"}}), 403);
  EXPECT_EQ(status_of(access, {}), 403);
  EXPECT_EQ(status_of(access, {{"Host", "localhost:7878"}, {"Origin", "https://evil.example"}}),
            403);
  EXPECT_EQ(status_of(access, {{"Host", "localhost:7878"}, {"Origin", "http://localhost:9999"}}),
            403);
  EXPECT_EQ(status_of(access, {{"Host", "localhost:7878"}, {"Origin", "null"}}), 403);
  EXPECT_EQ(status_of(access, {{"Host", "localhost:7878"}, {"Origin", "http://localhost:7878"}}),
            200);
}

TEST(WriteAccess, KnowsLoopbackHosts) {
  for (const char* host : {"localhost", "LOCALHOST:1", "127.0.0.1", "127.1.2.3:80", "[::1]:7878"})
    EXPECT_TRUE(is_loopback_host(host)) << host;
  for (const char* host : {"", "localhost.evil.example", "127.0.0.1.evil.example", "0.0.0.0",
                           "[::1].evil.example", "128.0.0.1"})
    EXPECT_FALSE(is_loopback_host(host)) << host;
}

}  // namespace
}  // namespace prosper::endpoint
