// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "endpoint/http/request.hpp"

namespace prosper::endpoint {

/// Reads application/x-www-form-urlencoded text: a query string or a form body. Throws HttpError
/// 400 for a broken percent escape, text that is not UTF-8, or more than 1,000 fields.
Parameters parse_form(std::string_view text);

/// Undoes percent-encoding of a path; throws HttpError 400 as above.
std::string decode_percent(std::string_view text, bool plus_is_space);

/// Encodes everything but unreserved characters, for links.
std::string encode_query_value(std::string_view text);

bool is_utf8(std::string_view text);

}  // namespace prosper::endpoint
