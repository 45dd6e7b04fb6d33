// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace prosper::rdf {

/// Offset of the first byte that does not belong to well-formed UTF-8 (Unicode 15 §3.9, table 3-7:
/// no overlong forms, no surrogates, nothing beyond U+10FFFF). U+0000 is well-formed here; parsers
/// refuse it themselves.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Decodes the code point at `offset` of well-formed UTF-8 and moves `offset` behind it.
char32_t next_code_point(std::string_view text, std::size_t& offset);

void append_utf8(std::string& out, char32_t code_point);

/// Number of code points of well-formed UTF-8.
std::size_t count_code_points(std::string_view text);

}  // namespace prosper::rdf
