// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Valid UTF-8 seen as a row of code points.
namespace prosper::sparql::functions {

/// The byte where the code point with this number (from 0) begins; the size beyond the last one.
std::size_t byte_offset(std::string_view text, std::size_t code_point);

/// Full Unicode case mapping of no particular language: "ß" becomes "SS".
std::string to_upper_case(std::string_view text);
std::string to_lower_case(std::string_view text);

}  // namespace prosper::sparql::functions
