// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace prosper::rdf {

/// True when `text` starts with a scheme and ":" (RFC 3986 §3.1).
bool is_absolute_iri(std::string_view text);

/// Resolves a reference against an absolute base (RFC 3986 §5.2.2), no normalisation beyond §5.2.4.
std::string resolve_iri(std::string_view base, std::string_view reference);

/// True when every byte may stand in an IRIREF of Turtle and SPARQL (no <>"{}|^`\ nor control/space).
bool has_only_iri_characters(std::string_view text);

/// Percent-encodes everything but RFC 3986 unreserved characters (RML template encoding when
/// `keep_unicode`: iunreserved characters beyond ASCII stay).
std::string percent_encode(std::string_view text, bool keep_unicode);

}  // namespace prosper::rdf
