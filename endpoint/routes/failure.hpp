// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace prosper::endpoint {

/// An error in the terms of HTTP (docs/http-api.md lists the codes).
struct Failure {
  int status = 500;
  std::string code;
  std::string message;
  /// 0 where unknown.
  std::size_t line = 0;
  std::size_t column = 0;
  std::vector<std::pair<std::string, std::string>> headers;
};

/// What an exception of any room means to a client.
Failure failure_of(std::exception_ptr exception);

}  // namespace prosper::endpoint
