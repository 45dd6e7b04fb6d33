// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "endpoint/pages/frame.hpp"

namespace prosper::endpoint::pages {

/// Where a page links an IRI to: below the site's root for our own, the IRI itself for http(s),
/// nothing ("") for the rest (never javascript: and the like).
std::string link_to(const Frame& frame, std::string_view iri);

}  // namespace prosper::endpoint::pages
