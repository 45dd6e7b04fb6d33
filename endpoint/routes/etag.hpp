// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "endpoint/http/request.hpp"
#include "endpoint/http/response.hpp"

namespace prosper::endpoint {

/// Adds an ETag made from the body and the media type, and answers 304 when the client has that
/// very representation already (RFC 9110 §13.1.2). For responses with a body in memory.
Response with_etag(const Request& request, Response response);

}  // namespace prosper::endpoint
