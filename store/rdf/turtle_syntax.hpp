// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "store/rdf/term.hpp"

namespace prosper::rdf {

/// Terminals of Turtle and SPARQL that more than one reader or writer needs. Texts are valid UTF-8.

/// True when the literal may be written without quotes (Turtle §2.5.2, §2.5.3): xsd:integer,
/// xsd:decimal, xsd:double and xsd:boolean whose lexical form matches INTEGER [19], DECIMAL [20],
/// DOUBLE [21] or BooleanLiteral [133s]. A reader gives back the same literal, byte for byte.
bool has_turtle_shorthand(const Literal& literal);

/// BLANK_NODE_LABEL [141s] without "_:".
bool is_blank_node_label(std::string_view text);

/// PN_PREFIX [167s], or empty.
bool is_prefix_name(std::string_view text);

/// PN_LOCAL [168s] without backslash escapes, or empty.
bool is_plain_local_name(std::string_view text);

/// LANGTAG [144s] without "@".
bool is_language_tag(std::string_view text);

/// PN_CHARS_BASE [163s] and PN_CHARS [166s].
bool is_name_start(char32_t c);
bool is_name_character(char32_t c);

}  // namespace prosper::rdf
