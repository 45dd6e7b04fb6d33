// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "mappings/rml/document.hpp"

namespace prosper::mappings::rml {

/// Reads a template string: `{reference}`, with `\{`, `\}` and `\\` for the characters themselves.
/// Returns what is wrong with it, or "".
std::string parse_template(std::string_view text, Template& out);

}  // namespace prosper::mappings::rml
