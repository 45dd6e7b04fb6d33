// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace prosper::endpoint {

/// Names and decoded values of a query string or a form, in order, repetitions kept.
using Parameters = std::vector<std::pair<std::string, std::string>>;

/// One HTTP request, read completely. Knows nothing of sockets, so handlers are tested without
/// them.
struct Request {
  std::string method = "GET";
  /// As received: percent-encoded, without query string.
  std::string path = "/";
  Parameters query;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  /// Becomes true when the client has left; null when nobody watches.
  const std::atomic<bool>* cancelled = nullptr;

  /// The first header of this name, case ignored.
  std::optional<std::string_view> header(std::string_view name) const;

  bool is_read() const { return method == "GET" || method == "HEAD"; }
};

/// The first value of a parameter.
std::optional<std::string> find_parameter(const Parameters& parameters, std::string_view name);
std::vector<std::string> all_parameters(const Parameters& parameters, std::string_view name);

/// The media type of the body without parameters, in lower case; empty when there is none.
std::string content_type(const Request& request);

bool equal_ignoring_case(std::string_view left, std::string_view right);

}  // namespace prosper::endpoint
