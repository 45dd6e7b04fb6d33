// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "store/rdf/xsd/datatype.hpp"

namespace prosper::rdf::xsd {

/// True when `lexical_form` is in the lexical space of `datatype` (RDF 1.1 §5.1: white space is not
/// stripped first). Values too large for this room are still valid.
bool is_valid_lexical_form(std::string_view lexical_form, Datatype datatype);

bool is_integer_lexical_form(std::string_view text);
bool is_decimal_lexical_form(std::string_view text);
/// xsd:float and xsd:double, with INF, +INF, -INF and NaN.
bool is_real_lexical_form(std::string_view text);

std::optional<bool> parse_boolean(std::string_view lexical_form);

/// Without the white space (space, tab, CR, LF) at both ends: what a cast from a string allows.
std::string_view trim(std::string_view text);

}  // namespace prosper::rdf::xsd
