// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>

#include "endpoint/http/request.hpp"
#include "endpoint/http/response.hpp"
#include "endpoint/routes/site.hpp"

namespace prosper::endpoint {

/// The answer to any request: finds the route, turns every exception into a response, adds the
/// headers all answers share. Thread-safe. The response's stream may use `site` and must be run or
/// dropped before `site` ends.
Response respond(const Site& site, const Request& request);

/// The response for an error, with a stable code, a sentence, and line and column where known:
/// JSON, or plain text or HTML when the request prefers them.
Response describe_failure(const Site& site, const Request& request, std::exception_ptr failure);

}  // namespace prosper::endpoint
