// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Small text tools of the mapping functions. UTF-8 in and out; ill-formed bytes become U+FFFD.
namespace prosper::mappings {

/// NFKC, typographic apostrophes made straight, blanks collapsed, trimmed (mapping.md §2.4).
std::string norm(std::string_view text);
/// norm, lower case, accents stripped, œ → oe, æ → ae: the form lexicons are searched in.
std::string fold(std::string_view text);
/// The URI segment of mapping.md §2.4: at most 80 characters of [a-z0-9-]; a shortened or empty one
/// ends in "-" and 6 hex digits of the SHA-256 of norm(text).
std::string slug(std::string_view text);

std::string to_lower(std::string_view text);
std::string to_upper(std::string_view text);
/// Without Unicode white space at both ends.
std::string_view trim(std::string_view text);

/// Trimmed parts between any of `separators` (ASCII) that stand outside parentheses; empty ones are
/// dropped. An unbalanced "(" protects nothing.
std::vector<std::string> split_outside_parentheses(std::string_view text,
                                                   std::string_view separators);
/// Tags removed (a block tag leaves a blank), character references resolved, blanks collapsed.
std::string strip_html(std::string_view text);

/// "1993-03-29" from 1993-03-29[T…], 1993/03/29, 29/03/1993; nothing when there is no such day.
std::optional<std::string> iso_date(std::string_view text);
/// An absolute http(s) URL with host, its unsafe characters percent-encoded; else nothing.
std::optional<std::string> valid_url(std::string_view text);
/// All but A-Z a-z 0-9 - . _ ~ percent-encoded.
std::string percent_encode(std::string_view text);
/// Lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace prosper::mappings
