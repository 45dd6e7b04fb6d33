// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "endpoint/http/request.hpp"
#include "endpoint/routes/site.hpp"

namespace prosper::endpoint {

/// Throws HttpError 403 (writes are off, or a foreign page asks) or 401 (no or a wrong token)
/// unless the request may write.
void require_write_access(const WriteAccess& access, const Request& request);

/// Compares in time that depends on the lengths alone.
bool equal_in_constant_time(std::string_view left, std::string_view right);

/// True for localhost, 127.0.0.0/8 and [::1], with or without a port.
bool is_loopback_host(std::string_view host);

}  // namespace prosper::endpoint
