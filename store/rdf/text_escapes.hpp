// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace prosper::rdf {

/// Escapes shared by the writers of RDF and of SPARQL results. Texts are valid UTF-8.

/// Appends a JSON string with its quotes (RFC 8259 §7); non-ASCII characters stay as they are.
void append_json_string(std::string& out, std::string_view text);

/// The first character that XML 1.0 cannot hold, not even as a reference (§2.2 Char).
std::optional<char32_t> find_non_xml_character(std::string_view text);

/// Appends text for XML content and double-quoted attributes. White space survives reading: CR is
/// written as a reference, and in attributes TAB and LF are too (XML 1.0 §2.11, §3.3.3). Characters
/// that XML cannot hold become U+FFFD.
void append_xml_content(std::string& out, std::string_view text);
void append_xml_attribute(std::string& out, std::string_view text);

}  // namespace prosper::rdf
