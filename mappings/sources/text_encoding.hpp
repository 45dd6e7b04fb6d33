// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace prosper::mappings {

/// The text without blanks (ASCII and no-break space) at both ends.
std::string_view trim_blanks(std::string_view text);

/// Windows-1252 (a superset of printable ISO-8859-1) as UTF-8.
std::string windows_1252_to_utf8(std::string_view bytes);

/// UTF-16 with a byte order mark, or in the given order without one. Null when it is ill-formed.
std::optional<std::string> utf16_to_utf8(std::string_view bytes, bool big_endian);

/// True when at least one well-formed multi-byte UTF-8 sequence stands in the bytes.
bool has_utf8_sequence(std::string_view bytes);

/// "invalid UTF-8 at byte 17", or "" for well-formed text without NUL.
std::string utf8_problem(std::string_view bytes);

}  // namespace prosper::mappings
