// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/rdf/byte_sink.hpp"

namespace prosper::endpoint {

/// One HTTP response: a body in memory, or a `stream` that writes the body when it is called.
struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  /// When set, writes the body instead of `body`. May throw: before its first bytes are on their
  /// way that becomes an error status, later a broken transfer, never a clean end.
  std::function<void(rdf::ByteSink&)> stream;

  /// Replaces a header.
  void set(std::string_view name, std::string value);
  /// Its value, or "".
  std::string_view header(std::string_view name) const;
};

Response make_response(int status, std::string_view content_type, std::string body);

/// "Not Found" for 404.
std::string_view reason_phrase(int status);

/// Ends a request with this status. `code` is a stable word for programs, `what()` a sentence for
/// people that says what is wrong and what to do instead.
class HttpError : public std::runtime_error {
 public:
  HttpError(int status, std::string code, const std::string& message)
      : std::runtime_error(message), status_(status), code_(std::move(code)) {}

  int status() const { return status_; }

  const std::string& code() const { return code_; }

  /// Adds a header to the error response.
  HttpError&& with(std::string name, std::string value) &&;

  const std::vector<std::pair<std::string, std::string>>& headers() const { return headers_; }

 private:
  int status_;
  std::string code_;
  std::vector<std::pair<std::string, std::string>> headers_;
};

}  // namespace prosper::endpoint
