// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>

#include "endpoint/pages/frame.hpp"

namespace prosper::endpoint::pages {

using View = kainjow::mustache::data;

View make_list();

/// Fills templates/{name}.html with `view` and puts it into templates/layout.html. In templates,
/// {{t.key}} is a text of messages.tsv (dots of the key written as in the file), {{root}} the way
/// to the site's root. Everything is escaped for HTML.
std::string render_page(const Frame& frame, std::string_view name, const std::string& title,
                        View view);

}  // namespace prosper::endpoint::pages
