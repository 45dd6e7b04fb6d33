// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "endpoint/http/request.hpp"
#include "endpoint/http/response.hpp"
#include "endpoint/pages/frame.hpp"
#include "endpoint/routes/site.hpp"

namespace prosper::endpoint {

/// What every page needs to know about the request: the way to the site's root, the language.
pages::Frame make_frame(const Site& site, const Request& request);

/// An HTML response with the headers that pages carry.
Response page_response(int status, std::string html);

}  // namespace prosper::endpoint
